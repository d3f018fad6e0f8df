import Foundation
import Testing

/// A file that holds an input and what it must come to, so that both are read side by side.
///
/// The two are parted by a line of equals signs. With `GRADBOOK_RECORD=1` in the environment the second
/// part is written anew instead of compared; look at the difference before committing it.
struct Golden: Sendable, CustomTestStringConvertible {
  let path: String
  let input: String
  let expected: String

  var testDescription: String { (path as NSString).lastPathComponent }

  private static let divider = "\n=====\n"

  /// The files of a folder beside the tests, in alphabetical order.
  static func all(in folder: String, of file: String = #filePath) -> [Golden] {
    let base = (file as NSString).deletingLastPathComponent + "/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.map { Golden(path: "\(base)/\($0)") }
  }

  private init(path: String) {
    self.path = path
    let data = FileManager.default.contents(atPath: path) ?? Data()
    let text = String(decoding: data, as: UTF8.self)
    if let divider = text.range(of: Self.divider) {
      input = String(text[..<divider.lowerBound]) + "\n"
      expected = String(text[divider.upperBound...])
    } else {
      input = text.hasSuffix("\n") ? text : text + "\n"
      expected = ""
    }
  }

  /// Compares what came out with what must, or records it.
  func check(_ output: String) throws {
    if ProcessInfo.processInfo.environment["GRADBOOK_RECORD"] != nil {
      let text = input.dropLast() + Self.divider + output
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } else {
      #expect(output == expected)
    }
  }
}
