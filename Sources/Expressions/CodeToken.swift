import Diagnostics

/// A piece of array code: a name, a number, a sign, or the end of a statement.
struct CodeToken: Equatable {
  enum Kind: Equatable {
    case name(String)
    case number(Double)
    case sign(String)
    case newline
    case end
  }

  let kind: Kind
  let range: Range<Int>

  /// The signs of the language, longer ones first.
  private static let signs = [
    "**", "==", "!=", "<=", ">=", "//", "+=", "-=", "*=", "/=", "@", "+", "-", "*", "/", "<", ">",
    "=", "(", ")", "[", "]", "{", "}", ",", ":", ".", "%", ";",
  ].map { Array($0.utf8) }

  /// The tokens of a text. A line break within brackets ends nothing, `#` starts a comment.
  static func tokens(of text: String) throws(Diagnostic) -> [CodeToken] {
    let bytes = Array(text.utf8)
    var tokens: [CodeToken] = []
    var at = 0
    var nesting = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\n"):
        if nesting == 0 { tokens.append(CodeToken(kind: .newline, range: at..<at + 1)) }
        at += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "#"):
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      case _ where Self.startsNumber(bytes, at): tokens.append(try number(bytes, &at))
      case _ where Self.isNamePart(byte):
        let start = at
        while at < bytes.count, Self.isNamePart(bytes[at]) || Self.isDigit(bytes[at]) { at += 1 }
        let name = String(decoding: bytes[start..<at], as: UTF8.self)
        tokens.append(CodeToken(kind: .name(name), range: start..<at))
      default:
        guard let sign = signs.first(where: { bytes[at...].starts(with: $0) }) else {
          throw foreign(Character(Unicode.Scalar(byte)), at: at..<at + 1)
        }
        let text = String(decoding: sign, as: UTF8.self)
        if "([{".contains(text) { nesting += 1 }
        if ")]}".contains(text) { nesting = max(0, nesting - 1) }
        tokens.append(CodeToken(kind: .sign(text), range: at..<at + sign.count))
        at += sign.count
      }
    }
    tokens.append(CodeToken(kind: .end, range: bytes.count..<bytes.count))
    return tokens
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Letters, underscores and everything beyond ASCII.
  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  private static func startsNumber(_ bytes: [UInt8], _ at: Int) -> Bool {
    isDigit(bytes[at])
      || (bytes[at] == UInt8(ascii: ".") && at + 1 < bytes.count && isDigit(bytes[at + 1]))
  }

  /// `12`, `0.5`, `.5`, `1e-3`, `1_000`.
  private static func number(_ bytes: [UInt8], _ at: inout Int) throws(Diagnostic) -> CodeToken {
    let start = at
    func skipDigits(_ at: inout Int) {
      while at < bytes.count, isDigit(bytes[at]) || bytes[at] == UInt8(ascii: "_") { at += 1 }
    }
    skipDigits(&at)
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      skipDigits(&at)
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      var ahead = at + 1
      if ahead < bytes.count, bytes[ahead] == UInt8(ascii: "+") || bytes[ahead] == UInt8(ascii: "-")
      {
        ahead += 1
      }
      if ahead < bytes.count, isDigit(bytes[ahead]) {
        at = ahead
        skipDigits(&at)
      }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let value = Double(text.filter { $0 != "_" }) else {
      throw Diagnostic("code.number", "'\(text)' is no number", at: start..<at)
    }
    return CodeToken(kind: .number(value), range: start..<at)
  }
}
