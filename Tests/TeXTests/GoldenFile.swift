import Foundation
import Testing

/// A file of cases, each an input and what must come of it.
///
///     %% display
///     x^2
///     ----
///     <msup>…
///
/// With `GRADBOOK_RECORD=1` in the environment what comes of each input is written in place of what
/// was expected, and the test fails, so that recording is never taken for passing.
struct GoldenFile {
  struct Case {
    let heading: String
    let input: String
    let output: String?
  }

  let url: URL
  let cases: [Case]

  static let names = [
    "accents", "brackets", "fonts", "fractions", "macros", "operators", "scripts", "spacing",
    "tables",
  ]

  init(_ name: String, in folder: String = "Golden") throws {
    url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "\(folder)/\(name).txt")
    let text = try String(contentsOf: url, encoding: .utf8)
    cases = ("\n" + text).components(separatedBy: "\n%% ").dropFirst().map { block in
      let lines = block.components(separatedBy: "\n")
      let body = lines.dropFirst()
      let rule = body.firstIndex(of: "----")
      let input = body.prefix(upTo: rule ?? body.endIndex).joined(separator: "\n")
      let output = rule.map { body.suffix(from: $0 + 1).joined(separator: "\n") }
      return Case(
        heading: lines[0], input: input.trimmingCharacters(in: .newlines),
        output: output?.trimmingCharacters(in: .newlines))
    }
  }

  func check(_ result: (Case) -> String) throws {
    if ProcessInfo.processInfo.environment["GRADBOOK_RECORD"] == "1" {
      let text = cases.map { "%% \($0.heading)\n\($0.input)\n----\n\(result($0))\n" }.joined()
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(url.lastPathComponent)")
      return
    }
    for test in cases {
      #expect(result(test) == test.output, "\(test.input)")
    }
  }
}
