import Diagnostics
import Files

/// What a command could not do though it was used rightly: exit status 1, and no usage.
struct Failure: Error {
  let message: String
  let help: [String]

  init(_ message: String, help: [String] = []) {
    (self.message, self.help) = (message, help)
  }

  /// A file that the system refused.
  init(_ what: String, _ error: FileError) {
    self.init("\(what): \(error)", help: [error.help].compactMap(\.self))
  }

  /// `error: 'a.html' cannot be written: permission denied`
  var text: String {
    (["error: \(message.onOneLine)"] + help.map { "  = help: \($0.onOneLine)" })
      .joined(separator: "\n")
  }
}
