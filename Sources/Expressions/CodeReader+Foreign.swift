import Diagnostics

/// What people write who know Python, and array code does not have: each with what to write instead.
extension CodeReader {
  /// Words that begin something here that array code has not.
  private static let words: [(words: [String], what: String, instead: String)] = [
    (
      ["for", "while", "break", "continue"], "no loops",
      "an operation takes whole arrays: sum(v), v * 2, X @ W; over the steps of a training run goes "
        + "the cell '{train}'"
    ),
    (
      ["if", "elif", "else"], "no branches",
      "choose element by element: where(v > 0, v, 0)"
    ),
    (
      ["def", "lambda", "return", "yield", "class"], "no functions of one's own",
      "write the expression where it is needed: 's = x * sigmoid(x)'"
    ),
    (
      ["import", "from"], "no modules", "its functions are there: exp(x), np.exp(x)"
    ),
    (
      ["with", "try", "except", "raise", "assert", "pass", "del", "global", "async", "await"],
      "no such statement", "a statement is 'name = expression', 'print(…)' or an expression"
    ),
    (["in", "is", "None"], "numbers only", "compare numbers: '==', '!=', '<', '>='"),
  ]

  /// Signs that mean something elsewhere.
  private static let signs: [String: (what: String, instead: String)] = [
    "//": ("no whole division", "write floor(a / b)"),
    "%": ("no remainder", "write a - b * floor(a / b)"),
    "{": (
      "no dictionaries", "an array is written [1, 2]; a parameter stands in an option: '${name}'"
    ),
  ]

  /// What to say of the current token, if it is a word of Python that array code has not.
  ///
  /// A name that gets a value is a name like any other.
  func foreignWord() -> Diagnostic? {
    guard case .name(let name) = current.kind,
      let found = Self.words.first(where: { $0.words.contains(name) })
    else { return nil }
    return foreign("'\(name)': array code has \(found.what)", found.instead)
  }

  /// The same of a sign.
  func foreignSign() -> Diagnostic? {
    guard case .sign(let sign) = current.kind, let found = Self.signs[sign] else { return nil }
    return foreign("'\(sign)': array code has \(found.what)", found.instead)
  }

  /// The same of what comes where a statement or an expression ends.
  func foreignEnd() -> Diagnostic? {
    if let found = foreignWord() ?? foreignSign() { return found }
    guard case .sign(let sign) = current.kind else { return nil }
    let isAfterElement = at > 0 && tokens[at - 1].kind == .sign("]")
    if ["=", "+=", "-=", "*=", "/="].contains(sign), isAfterElement {
      return foreign(
        "an element cannot be given a value",
        "an array is made whole: where(condition, a, b), or from its elements: [1, 2]")
    }
    if sign == ",", at > 0 {
      return foreign(
        "a statement gives a value to one name",
        "write a line for each; show several by print(a, b)")
    }
    return nil
  }

  private func foreign(_ message: String, _ help: String) -> Diagnostic {
    Diagnostic("code.foreign", message, at: current.range, help: [help])
  }
}

extension CodeToken {
  /// What to say of a character that means nothing in code.
  static func foreign(_ character: Character, at range: Range<Int>) -> Diagnostic {
    let help: String? =
      switch character {
      case "\"", "'": "code has numbers and no texts; a transpose is 'X.T'"
      case "$": "a parameter stands in an option, as '${name}'; in code write the number"
      case "^": "a power is written '**'"
      case "&", "|", "~", "!": "conditions are joined by 'and', 'or' and 'not'"
      case "?": "choose element by element: where(condition, a, b)"
      case "`": nil
      default: nil
      }
    return Diagnostic(
      "code.character", "this character means nothing in code", at: range,
      help: [help].compactMap(\.self))
  }
}
