import Synchronization

/// Ends work that takes longer than it may, with `TooSlow`.
///
/// One clock for all work: a sleep of its own for each would stay in memory until its end even when the
/// work was done long before, and a flood of requests would fill memory with sleeps.
final class Deadlines: Sendable {
  private struct Entry {
    let deadline: ContinuousClock.Instant
    let cancel: @Sendable () -> Void
    var isOver = false
  }

  private struct State {
    var entries: [Int: Entry] = [:]
    var lastNumber = 0
  }

  private let state = Mutex(State())

  /// How late an end may come.
  private static let tick: Duration = .milliseconds(100)

  /// Does work, which must heed cancellation.
  func within<Success: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Success
  ) async throws -> Success {
    let task = Task(operation: work)
    let number = enter(Entry(deadline: .now + limit, cancel: task.cancel))
    let result = await withTaskCancellationHandler {
      await task.result
    } onCancel: {
      task.cancel()
    }
    let entry = state.withLock { $0.entries.removeValue(forKey: number) }
    if case .failure = result, entry?.isOver == true { throw TooSlow() }
    return try result.get()
  }

  private func enter(_ entry: Entry) -> Int {
    state.withLock { state in
      state.lastNumber += 1
      state.entries[state.lastNumber] = entry
      return state.lastNumber
    }
  }

  /// Watches the time until the task is cancelled.
  func run() async {
    while (try? await Task.sleep(for: Self.tick)) != nil {
      let now = ContinuousClock.now
      let over = state.withLock { state in
        let numbers = state.entries.filter { $0.value.deadline <= now }.keys
        return numbers.compactMap { number in
          state.entries[number]?.isOver = true
          return state.entries[number]?.cancel
        }
      }
      for cancel in over { cancel() }
    }
  }
}

struct TooSlow: Error {}
