import Synchronization

/// A value that is there, or is made when it is first asked for.
///
/// What is kept of an earlier run is only read, and a dataset only loaded, if a cell that runs needs
/// it.
final class Deferred: Sendable {
  private enum State {
    case made(Value?)
    case waiting(after: Deferred?, @Sendable () -> Value?)
  }

  private let state: Mutex<State>

  init(_ value: Value) { state = Mutex(.made(value)) }

  /// - Parameter previous: what `make` asks for itself. It is made first, so that what a thousand
  ///   cells changed one after another does not take a thousand calls within each other.
  init(after previous: Deferred? = nil, _ make: @escaping @Sendable () -> Value?) {
    state = Mutex(.waiting(after: previous, make))
  }

  /// Nil if it could not be made.
  var value: Value? {
    var earlier: [Deferred] = []
    while let previous = (earlier.last ?? self).previous { earlier.append(previous) }
    for one in earlier.reversed() { one.make() }
    return make()
  }

  private var previous: Deferred? {
    state.withLock { state in
      if case .waiting(let previous, _) = state { previous } else { nil }
    }
  }

  @discardableResult
  private func make() -> Value? {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .waiting(_, let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
