/// Ends work that takes longer than it may, with `TooSlow`.
///
/// The work must heed cancellation; it is waited for.
func within<Success: Sendable>(
  _ limit: Duration, _ work: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  try await withThrowingTaskGroup(of: Success.self) { group in
    group.addTask(operation: work)
    group.addTask {
      try await Task.sleep(for: limit)
      throw TooSlow()
    }
    defer { group.cancelAll() }
    guard let result = try await group.next() else { throw CancellationError() }
    return result
  }
}

struct TooSlow: Error {}
