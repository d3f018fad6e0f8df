/// Walks through YAML that is known to be valid, and hands out its parts in canonical spelling.
struct YAMLScanner {
  /// The text has something that is left as it stands.
  struct Unusual: Error {}

  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether lines end where they seem to: YAML knows four other line breaks.
  var isUsual: Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return !text.unicodeScalars.contains {
      ["\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}"].contains($0)
    }
  }

  var isAtEnd: Bool { offset >= bytes.count }
  private var byte: UInt8? { isAtEnd ? nil : bytes[offset] }
  var isAtLineEnd: Bool { byte == nil || byte == .newline }
  /// Whether a value can end here: only blanks, a comment or the end of the line follow.
  var isAtValueEnd: Bool {
    var ahead = self
    return ahead.skipBlanks() > 0 && ahead.isAt("#") || ahead.isAtLineEnd
  }
  var isAtDash: Bool { isAt("-") && endsIndicator(at: offset + 1) }
  /// Whether a text of whole lines begins here: `|` or `>`.
  var isAtBlockText: Bool { isAt("|") || isAt(">") }

  func isAt(_ character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A blank, a line end or the end of the text must follow `-` and `:` for them to be signs.
  private func endsIndicator(at offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset].isBlank || bytes[offset] == .newline
  }

  /// Goes over blanks, and says over how many.
  @discardableResult mutating func skipBlanks() -> Int {
    let start = offset
    while let byte, byte.isBlank { offset += 1 }
    return offset - start
  }

  /// Goes over `-` and the blanks after it, and says over how much.
  mutating func skipDash() -> Int {
    offset += 1
    return 1 + skipBlanks()
  }

  /// Goes over the end of a line, if it is here or no line follows.
  mutating func endLine() -> Bool {
    guard isAtLineEnd else { return false }
    offset += 1
    return true
  }

  /// Up to the end of the line, without blanks at its end.
  mutating func restOfLine() -> Range<Int> {
    let start = offset
    while !isAtLineEnd { offset += 1 }
    var end = offset
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    offset += 1
    return start..<end
  }

  /// A comment with the blanks before it; empty if there is none. The line end is left.
  mutating func trailingComment() -> String {
    let gap = skipBlanks()
    guard isAt("#") else { return "" }
    defer { offset -= 1 }
    return String(repeating: " ", count: max(1, gap)) + text(restOfLine())
  }

  // MARK: Names and values

  /// The name before a colon, without the colon; nil and nothing read if there is none on this line.
  mutating func key() throws(Unusual) -> String? {
    guard let byte, !"{[|>".utf8.contains(byte) else { return nil }
    let start = offset
    let scalar = try scalarRange(isFlow: false)
    let end = offset
    skipBlanks()
    guard isAt(":"), endsIndicator(at: offset + 1), !scalar.isEmpty else {
      offset = start
      return nil
    }
    offset += 1
    guard !bytes[start..<end].contains(.newline) else { throw Unusual() }
    return ScalarSpelling(text(scalar)).canonical(.name)
  }

  /// A scalar, list or mapping; the lines it goes on in stand under `column`.
  mutating func value(at column: Int) throws(Unusual) -> String {
    if isAt("{") || isAt("[") { return try flow(at: column) }
    return ScalarSpelling(text(try scalarRange(isFlow: false))).canonical(.block)
  }

  /// A quoted text to its closing quote, or a plain one to where it ends on this line.
  private mutating func scalarRange(isFlow: Bool) throws(Unusual) -> Range<Int> {
    let start = offset
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      skipQuoted()
      return start..<offset
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): throw Unusual()
    case UInt8(ascii: "?") where endsIndicator(at: offset + 1): throw Unusual()
    default: break
    }
    while let byte, byte != .newline {
      if isFlow, Self.flowSigns.contains(byte) { break }
      if byte == UInt8(ascii: ":") {
        let isSign = endsIndicator(at: offset + 1)
        if isSign || (isFlow && Self.flowSigns.contains(bytes[offset + 1])) { break }
      }
      if byte == UInt8(ascii: "#"), offset > start, bytes[offset - 1].isBlank { break }
      offset += 1
    }
    while offset > start, bytes[offset - 1].isBlank { offset -= 1 }
    return start..<offset
  }

  private static let flowSigns = Set(",[]{}".utf8)

  private mutating func skipQuoted() {
    let quote = byte
    offset += 1
    while let byte {
      offset += byte == .backslash && quote == UInt8(ascii: "\"") ? 2 : 1
      guard byte == quote else { continue }
      // A single quote within is written twice.
      guard quote == UInt8(ascii: "'"), self.byte == quote else { return }
      offset += 1
    }
  }

  /// `{a: 1, b: [2, 3]}`: a blank after each comma and colon, none inside the brackets; where the
  /// author began a new line, it begins two blanks deeper for each open bracket.
  private mutating func flow(at column: Int) throws(Unusual) -> String {
    var result = ""
    var open: [UInt8] = []
    var needsBlank = false
    repeat {
      let gap = skipBlanks()
      guard let byte else { throw Unusual() }
      let isCloser = byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      if byte == .newline {
        skipLines()
        let closes = isAt("]") || isAt("}")
        result +=
          "\n" + String(repeating: " ", count: column + 2 * (closes ? open.count - 1 : open.count))
        needsBlank = false
      } else if byte == UInt8(ascii: "#") {
        if !result.hasSuffix(" ") { result += String(repeating: " ", count: max(1, gap)) }
        result += text(restOfLine())
        offset -= 1
      } else if isCloser || byte == UInt8(ascii: ",") {
        offset += 1
        result.unicodeScalars.append(Unicode.Scalar(byte))
        if isCloser { open.removeLast() }
        needsBlank = !isCloser
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        offset += 1
        result += (needsBlank ? " " : "") + String(Unicode.Scalar(byte))
        open.append(byte)
        needsBlank = false
      } else if byte == UInt8(ascii: ":") {
        offset += 1
        result += ":"
        needsBlank = true
      } else {
        let scalar = try scalarRange(isFlow: true)
        guard !scalar.isEmpty else { throw Unusual() }
        result +=
          (needsBlank ? " " : "")
          + ScalarSpelling(text(scalar)).canonical(
            open.last == UInt8(ascii: "[") ? .item : .flow)
        needsBlank = true
      }
    } while !open.isEmpty
    return result
  }

  /// Goes over line ends and the blanks around them.
  private mutating func skipLines() {
    while let byte, byte == .newline || byte.isBlank { offset += 1 }
  }

  // MARK: Texts of whole lines

  /// The sign, and the lines deeper than `column`, each moved by so many blanks; blank lines after the
  /// text are no part of it unless `+` keeps them.
  mutating func blockText(inside column: Int, movedBy shift: Int) -> (
    text: String, hasBlankEnd: Bool
  ) {
    let head = text(restOfLine())
    var lines: [String] = []
    while !isAtEnd {
      let start = offset
      let indentation = skipBlanks()
      guard isAtLineEnd || indentation > column else {
        offset = start
        break
      }
      while !isAtLineEnd { offset += 1 }
      let line = text(start..<offset)
      offset += 1
      lines.append(
        shift >= 0 && !line.isEmpty
          ? String(repeating: " ", count: shift) + line : String(line.dropFirst(max(0, -shift))))
    }
    let sign = head.prefix { $0 != " " && $0 != "#" }
    let count = lines.count
    while !sign.contains("+"), lines.last?.allSatisfy({ $0 == " " || $0 == "\t" }) == true {
      lines.removeLast()
    }
    return (([head] + lines).map { $0 + "\n" }.joined(), lines.count < count)
  }
}

extension UInt8 {
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
