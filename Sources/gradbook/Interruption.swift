import CSignals
import Files
import Foundation
import Synchronization

/// The wish of a person (Ctrl-C), of a closing terminal, or of the system that this program end.
///
/// What is being written is removed first, and programs that were started are ended, so that nothing is
/// left behind; pages that were there before are whole.
enum Interruption {
  /// Programs that this one has started, by their numbers.
  private static let children = Mutex<Set<Int32>>([])
  /// Whether this is how the command is meant to end.
  private static let isExpected = Atomic(false)
  /// Held by work that is not to be parted.
  private static let section = Mutex(())
  /// What is said of what was under way.
  private static let words = Mutex("nothing half-written is left")

  /// From now on a signal ends the program in this way.
  static func endProgram() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var old = sigaction()
      sigaction(number, nil, &old)
      // nohup(1) has its terminal's end ignored.
      if number == SIGHUP, isIgnored(old) { continue }
      _ = csignals_listen(number)
    }
    Thread { end(after: csignals_wait()) }.start()
  }

  /// Lets a signal be the proper end of a command that would go on for ever.
  static func expectEnd() { isExpected.store(true, ordering: .relaxed) }

  static func expect(saying text: String) { words.withLock { $0 = text } }

  /// Does work that is short and belongs together: a signal waits for its end.
  static func whole<Result>(_ work: () throws -> Result) rethrows -> Result {
    try section.withLock { _ in try work() }
  }

  static func begin(child: Int32) { children.withLock { _ = $0.insert(child) } }
  static func end(child: Int32) { children.withLock { _ = $0.remove(child) } }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func end(after number: Int32) -> Never {
    children.withLock { for child in $0 { kill(child, SIGKILL) } }
    section.withLock { _ in endNow(number) }
  }

  private static func endNow(_ number: Int32) -> Never {
    Unfinished.removeAll {
      guard !isExpected.load(ordering: .relaxed) else { _exit(EXIT_SUCCESS) }
      let bar = Terminal.isErrorTerminal ? "\r\u{1B}[K" : ""
      let name = [SIGINT: "interrupted", SIGHUP: "the terminal closed"][number] ?? "terminated"
      Terminal.error("\(bar)\(name); \(words.withLock(\.self))")
      // What is running is not waited for: a training may go on for minutes.
      _exit(128 + number)
    }
  }
}
