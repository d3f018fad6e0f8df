import Synchronization

/// A value that is there, or is made when it is first asked for.
///
/// What is kept of an earlier run is only read, and a dataset only loaded, if a cell that runs needs
/// it.
final class Deferred: Sendable {
  private enum State {
    case made(Value?)
    case waiting(@Sendable () -> Value?)
  }

  private let state: Mutex<State>

  init(_ value: Value) { state = Mutex(.made(value)) }

  init(_ make: @escaping @Sendable () -> Value?) { state = Mutex(.waiting(make)) }

  /// Nil if it could not be made.
  var value: Value? {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .waiting(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
