import Diagnostics

/// Everything that can be wrong with a formula, in words; ranges in the formula's own text.
extension Diagnostic {
  // MARK: Names

  static func unknownCommand(_ command: String, nearest: String?, at range: Range<Int>)
    -> Diagnostic
  {
    Diagnostic(
      "tex.unknown-command", "unknown command '\(command)'", at: range,
      help: nearest.map { ["did you mean '\\\($0)'?"] } ?? [
        "name a function with \\operatorname{…}, define a command with \\newcommand"
      ])
  }

  static func unsupportedCommand(_ command: String, instead: String, at range: Range<Int>)
    -> Diagnostic
  {
    Diagnostic(
      "tex.unsupported-command", "'\(command)' is not available in formulas", at: range,
      help: [instead])
  }

  static func unknownEnvironment(_ name: String, nearest: String?, at range: Range<Int>)
    -> Diagnostic
  {
    let names = Formula.Environment.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      "tex.unknown-environment", "unknown environment '\(name)'", at: range,
      help: [nearest.map { "did you mean '\($0)'?" } ?? "environments: \(names)"])
  }

  static func unknownColor(_ name: String, nearest: String?, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.unknown-color", "unknown color '\(name)'", at: range,
      help: [nearest.map { "did you mean '\($0)'?" } ?? "write a name such as red or #cc0000"])
  }

  // MARK: Things that come in pairs

  static func unclosedBrace(at range: Range<Int>) -> Diagnostic {
    Diagnostic("tex.unclosed-brace", "'{' has no '}'", at: range, help: ["add '}'"])
  }

  static func unclosedBracket(at range: Range<Int>) -> Diagnostic {
    Diagnostic("tex.unclosed-bracket", "'[' has no ']'", at: range, help: ["add ']'"])
  }

  static func unclosedDollar(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.unclosed-dollar", "'$' within text has no second '$'", at: range,
      help: ["add '$', or write '\\$' for the sign"])
  }

  static func unexpectedBrace(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.unexpected-brace", "'}' closes nothing", at: range,
      help: ["delete it, or write '\\}' for a brace that is shown"])
  }

  static func unclosedLeft(_ delimiter: String, before: String?, at range: Range<Int>) -> Diagnostic
  {
    let place = before.map { " before '\($0)'" } ?? ""
    return Diagnostic(
      "tex.unclosed-left", "'\\left\(delimiter)' has no '\\right'\(place)", at: range,
      help: ["add '\\right' with its bracket, or '\\right.' for none"])
  }

  static func unexpectedRight(_ command: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.unexpected-right", "'\(command)' without '\\left'", at: range,
      help: ["add '\\left' with its bracket, or '\\left.' for none"])
  }

  static func missingDelimiter(after command: String, found: String?, at range: Range<Int>)
    -> Diagnostic
  {
    let what = found.map { "'\($0)'" } ?? "nothing"
    return Diagnostic(
      "tex.missing-delimiter", "a bracket must follow '\(command)', not \(what)", at: range,
      help: ["brackets: ( ) [ ] \\{ \\} | \\| / \\langle \\rangle, or . for none"])
  }

  static func unclosedEnvironment(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.unclosed-environment", "'\\begin{\(name)}' has no '\\end{\(name)}'", at: range,
      help: ["add '\\end{\(name)}'"])
  }

  static func mismatchedEnd(
    _ name: String, expected: String, at range: Range<Int>, opened: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      "tex.mismatched-end", "'\\end{\(name)}' ends '\\begin{\(expected)}'", at: range,
      notes: [Note("the environment begins here", at: opened)],
      help: ["write '\\end{\(expected)}'"])
  }

  static func unexpectedEnd(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.unexpected-end", "'\\end{\(name)}' without '\\begin{\(name)}'", at: range,
      help: ["delete it, or add '\\begin{\(name)}'"])
  }

  static func nestedTooDeeply(limit: Int, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.nested-too-deeply", "more than \(limit) groups within one another", at: range,
      help: ["split the formula"])
  }
}
