import Diagnostics

/// What can be wrong with how a command is used.
extension Diagnostic {
  static func missingArgument(of command: String, at range: Range<Int>) -> Diagnostic {
    let example =
      switch command {
      case "^": "write x^2 or x^{…}"
      case "_": "write x_i or x_{…}"
      case "\\frac", "\\dfrac", "\\tfrac": "write \(command){numerator}{denominator}"
      default: "write \(command){…}"
      }
    return Diagnostic(
      "tex.missing-argument", "'\(command)' has nothing to work on", at: range, help: [example])
  }

  static func doubleScript(_ sign: String, at range: Range<Int>, first: Range<Int>) -> Diagnostic {
    let kind = sign == "_" ? "subscript" : "superscript"
    return Diagnostic(
      "tex.double-\(kind)", "second \(kind) on the same base", at: range,
      notes: [Note("the first one is here", at: first)],
      help: ["group it: {a\(sign)b}\(sign)c or a\(sign){b\(sign)c}"])
  }

  static func misplacedAlignment(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.misplaced-alignment", "'&' outside the cells of an alignment", at: range,
      help: ["put it between \\begin{aligned} and \\end{aligned}, or write '\\&' for the sign"])
  }

  static func tooManyColumns(_ environment: String, limit: Int, at range: Range<Int>) -> Diagnostic
  {
    Diagnostic(
      "tex.too-many-columns",
      "'\(environment)' has \(limit) column\(limit == 1 ? "" : "s") and no room for another '&'",
      at: range)
  }

  static func misplacedLineBreak(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.misplaced-line-break", "line break '\\\\' outside an environment", at: range,
      help: ["put the lines between \\begin{aligned} and \\end{aligned}"])
  }

  static func misplacedCommand(_ command: String, belongs: String, at range: Range<Int>)
    -> Diagnostic
  {
    Diagnostic(
      "tex.misplaced-command", "'\(command)' must stand \(belongs)", at: range)
  }

  static func commandInText(_ command: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.command-in-text", "'\(command)' is mathematics, but stands in text", at: range,
      help: ["write $\(command)$ there"])
  }

  static func unexpectedCharacter(_ character: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.unexpected-character", "unexpected '\(character)' in a formula", at: range,
      help: character == "$" || character == "#" ? ["write '\\\(character)' for the sign"] : [])
  }

  static func secondInfix(_ command: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.ambiguous-fraction", "second '\(command)' in one group", at: range,
      help: ["use \\frac{…}{…}, or braces"])
  }

  // MARK: What an argument must be

  static func badLength(_ text: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.bad-length", "'\(text)' is not a length", at: range,
      help: ["write a number and a unit (pt, em, ex, mu, mm, cm, in), at most 100em"])
  }

  static func badColumns(_ text: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.bad-columns", "'\(text)' does not declare columns", at: range,
      help: ["write l, c or r for each column and | for a line, as in \\begin{array}{c|c}"])
  }

  // MARK: Definitions

  static func badDefinition(by command: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.bad-definition", "'\(command)' defines nothing", at: range,
      help: ["write \(command){\\name}[number of arguments]{replacement}"])
  }

  static func commandExists(_ command: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.command-exists", "'\(command)' is a command already", at: range,
      help: ["choose another name, or use \\renewcommand"])
  }

  static func badParameter(_ parameter: String, arity: Int?, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.bad-parameter",
      arity.map { "'\(parameter)' in a definition with \($0) argument\($0 == 1 ? "" : "s")" }
        ?? "'\(parameter)' outside a definition", at: range,
      help: arity == nil ? ["write '\\#' for the sign"] : ["raise the number of arguments"])
  }

  static func endlessMacro(_ command: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "tex.endless-macro", "'\(command)' expands without end", at: range,
      help: ["a command defined by \\newcommand may not call itself"])
  }
}
