import Foundation

/// Where messages go: standard error for people, standard output for results.
enum Terminal {
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1
  /// Colour only for a person at a terminal who has not asked for none (no-color.org).
  static let usesColor = isErrorTerminal && allowsColor
  /// The same for what goes to standard output.
  static let usesOutputColor = isatty(STDOUT_FILENO) == 1 && allowsColor

  private static let allowsColor =
    ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }
  static func output(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Writes all bytes, also when the system takes them in parts; a closed pipe is not an error.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
