import Synchronization

/// Ends work that takes longer than it may, with `TooSlow`.
///
/// One clock for all work: a sleep of its own for each would stay in memory until its end even when the
/// work was done long before, and a flood of requests would fill memory with sleeps.
final class Deadlines: Sendable {
  private struct Waiter {
    let deadline: ContinuousClock.Instant
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var waiters: [Int: Waiter] = [:]
    var lastNumber = 0
  }

  private let state = Mutex(State())

  /// How late an end may come.
  private static let tick: Duration = .milliseconds(100)

  /// Does work, which must heed cancellation; it is waited for.
  func within<Success: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Success
  ) async throws -> Success {
    try await withThrowingTaskGroup(of: Success.self) { group in
      group.addTask(operation: work)
      group.addTask {
        await self.wait(until: .now + limit)
        throw TooSlow()
      }
      defer { group.cancelAll() }
      guard let result = try await group.next() else { throw CancellationError() }
      return result
    }
  }

  /// Returns at the deadline, or when the task is cancelled.
  private func wait(until deadline: ContinuousClock.Instant) async {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isWaiting = state.withLock { state in
          // Whoever cancels later finds the waiter; whoever did before has been seen here.
          guard !Task.isCancelled else { return false }
          state.waiters[number] = Waiter(deadline: deadline, continuation: continuation)
          return true
        }
        if !isWaiting { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: number) }?.continuation.resume()
    }
  }

  /// Watches the time until the task is cancelled.
  func run() async {
    while (try? await Task.sleep(for: Self.tick)) != nil {
      let now = ContinuousClock.now
      let over = state.withLock { state in
        let numbers = state.waiters.filter { $0.value.deadline <= now }.keys
        return numbers.compactMap { state.waiters.removeValue(forKey: $0) }
      }
      for waiter in over { waiter.continuation.resume() }
    }
  }
}

struct TooSlow: Error {}
