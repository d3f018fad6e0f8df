/// The grammar of what Gradbook adds to running text: TeX, roles, references.
///
/// A formula between single dollars follows Pandoc's rule: no white space after the opening dollar,
/// none before the closing one, no digit after it; and the closing one is the very next dollar that
/// has no backslash before it. So `$5 and $6`, `$5-$10` and `a $ b` are text.
///
/// All of it reads a text that ends with a NUL, from a place in it, and each reader looks no
/// further than the mark that decides, so that the whole takes linear time.
enum Notation {
  enum Kind: Int {
    case inlineFormula, displayedFormula, role, reference
  }

  /// What begins at a `$`.
  enum Dollars {
    case formula(Kind, end: Int)
    /// So many bytes that are nothing but text.
    case text(Int)
    case nothing
  }

  typealias Text = UnsafePointer<UInt8>

  static func dollars(in text: Text, at start: Int) -> Dollars {
    var run = 1
    while text[start + run] == .dollar { run += 1 }
    switch run {
    case 1:
      return inlineFormula(in: text, at: start).map { .formula(.inlineFormula, end: $0) }
        ?? .nothing
    case 2:
      guard let close = closingPair(in: text, from: start + 2), close > start + 2 else {
        return .text(2)
      }
      let end = close + 2
      return .formula(.displayedFormula, end: label(in: text, from: end)?.end ?? end)
    default: return .text(run)
    }
  }

  private static func inlineFormula(in text: Text, at start: Int) -> Int? {
    let first = text[start + 1]
    guard first != 0, !first.isSpace else { return nil }
    var index = start + 1
    while text[index] != .dollar {
      if text[index] == 0 { return nil }
      if text[index] == .backslash, text[index + 1] != 0 { index += 1 }
      index += 1
    }
    guard !text[index - 1].isSpace, !text[index + 1].isDigit else { return nil }
    return index + 1
  }

  /// Where the next `$$` begins, those with a backslash before them apart.
  static func closingPair(in text: Text, from start: Int) -> Int? {
    var index = start
    while text[index] != 0 {
      if text[index] == .dollar, text[index + 1] == .dollar { return index }
      if text[index] == .backslash, text[index + 1] != 0 { index += 1 }
      index += 1
    }
    return nil
  }

  /// The label in `{#eq-name}`, blanks before it allowed, and where it ends: whatever stands between
  /// the braces on a line, so that a name that can be none is told of and never shown as text.
  static func label(in text: Text, from start: Int) -> (name: Range<Int>, end: Int)? {
    var index = start
    while text[index].isBlank { index += 1 }
    guard text[index] == UInt8(ascii: "{"), text[index + 1] == UInt8(ascii: "#") else { return nil }
    index += 2
    let from = index
    while !text[index].isEndOfLabel { index += 1 }
    guard index > from, text[index] == UInt8(ascii: "}") else { return nil }
    return (from..<index, index + 1)
  }

  /// Where `` {name}`…` `` ends that begins at a brace.
  static func role(in text: Text, at start: Int) -> Int? {
    var index = start + 1
    guard text[index].isLetter else { return nil }
    while text[index].isName { index += 1 }
    guard text[index] == UInt8(ascii: "}") else { return nil }
    index += 1
    index += gap(in: text, at: index, after: start + 1..<index - 1)
    guard text[index] == .backtick else { return nil }
    let ticks = backticks(in: text, at: index)
    index += ticks
    while text[index] != 0 {
      let run = backticks(in: text, at: index)
      if run == ticks { return index + run }
      index += max(1, run)
    }
    return nil
  }

  /// Blanks and a line break between `{eval}` and its code, as an editor makes them that fills lines.
  static func gap(in text: Text, at start: Int, after name: Range<Int>) -> Int {
    guard name.count == eval.count, zip(name, eval).allSatisfy({ text[$0] == $1 }) else { return 0 }
    var end = start
    while text[end].isSpace { end += 1 }
    return text[end] == .backtick ? end - start : 0
  }

  private static let eval = Array("eval".utf8)

  static func backticks(in text: Text, at start: Int) -> Int {
    var run = 0
    while text[start + run] == .backtick { run += 1 }
    return run
  }

  /// Where `@eq-name` ends; what stands before the `@` must not make it part of an address.
  static func reference(in text: Text, at start: Int) -> Int? {
    if start > 0 {
      let before = text[start - 1]
      guard !before.isName, !"@.+%".utf8.contains(before) else { return nil }
    }
    guard
      let kind = Reference.Kind.allCases.first(where: { kind in
        kind.rawValue.utf8.enumerated().allSatisfy { text[start + 1 + $0] == $1 }
      })
    else { return nil }
    var index = start + 1 + kind.rawValue.utf8.count
    guard text[index] == UInt8(ascii: "-"),
      let end = ReferenceName.end(in: text, from: index + 1)
    else { return nil }
    index = end
    while text[index].isName { index += 1 }
    // The parser reads an address backwards from its colon, and would read it out of the label.
    if text[index] == UInt8(ascii: ":"), text[index + 1] == UInt8(ascii: "/") { return nil }
    return end
  }
}

extension UInt8 {
  /// Whether a label in braces cannot go on here.
  fileprivate var isEndOfLabel: Bool {
    self == 0 || self == .newline || self == UInt8(ascii: "}") || self == UInt8(ascii: "{")
  }
}
