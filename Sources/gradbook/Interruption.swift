import Dispatch
import Foundation

/// The wish of a person (Ctrl-C), of a closing terminal, or of the system that this program end.
struct Interruption: Sendable {
  private let signals: AsyncStream<Void>

  /// From now on the signals are waited for instead of ending the program.
  init() {
    let (signals, continuation) = AsyncStream.makeStream(of: Void.self)
    self.signals = signals
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      // The handler holds its source, which so lives as long as the program.
      source.setEventHandler { withExtendedLifetime(source) { _ = continuation.yield() } }
      source.activate()
    }
  }

  func wait() async { for await _ in signals { return } }
}
