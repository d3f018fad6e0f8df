/// Walks over the bytes of a diagram's source; every place is a UTF-8 offset.
struct MermaidScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { offset >= bytes.count }

  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func byte(ahead distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func advance(_ count: Int = 1) { offset = min(offset + count, bytes.count) }

  func sees(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in bytes[offset..<offset + count].elementsEqual(buffer) }
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard sees(text) else { return false }
    advance(text.utf8CodeUnitCount)
    return true
  }

  /// Skips spaces, tabs, and comments (`%%` to the end of the line).
  mutating func skipSpaces() {
    while let byte {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") {
        advance()
      } else if sees("%%") {
        skipLine()
      } else {
        return
      }
    }
  }

  /// Skips spaces, line ends and `;`.
  mutating func skipSeparators() {
    while true {
      skipSpaces()
      guard let byte, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") else { return }
      advance()
    }
  }

  mutating func skipLine() {
    while let byte, byte != UInt8(ascii: "\n") { advance() }
  }

  /// The range of the rest of the line, up to `;`, without the spaces at its end.
  mutating func restOfLine() -> Range<Int> {
    let start = offset
    while let byte, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: ";") { advance() }
    var end = offset
    while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return start..<end
  }

  /// A name: letters, digits, `_`, anything beyond ASCII, and `-` or `.` between two of these.
  mutating func word() -> Range<Int>? {
    let start = offset
    while let byte {
      let joins =
        (byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")) && offset > start
        && self.byte(ahead: 1).map(Self.isWord) == true
      guard Self.isWord(byte) || joins else { break }
      advance()
    }
    return offset > start ? start..<offset : nil
  }

  /// The range up to `end`, which is then taken; nil, and nothing taken, if it does not come
  /// before `limit` bytes.
  mutating func upTo(_ end: StaticString, limit: Int = 10_000) -> Range<Int>? {
    let start = offset
    while !isAtEnd, offset - start < limit {
      if sees(end) {
        let range = start..<offset
        advance(end.utf8CodeUnitCount)
        return range
      }
      advance()
    }
    offset = start
    return nil
  }

  mutating func back(to offset: Int) { self.offset = max(0, min(offset, bytes.count)) }

  /// The character here, for a message about it; empty at the end.
  func character() -> Range<Int> {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
