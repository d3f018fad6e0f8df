/// Comma-separated values after RFC 4180, read row by row without a copy of the text; other signs may
/// part them, too.
///
/// Fields may be quoted, quoted ones may hold the separator, newlines and doubled quotes; blanks round
/// the quotes do not count. A row ends with LF, CRLF or CR; empty lines are passed over; a byte-order
/// mark is ignored.
///
/// The parser is our own because the common library builds a `String` for every field: the 47 million
/// fields of MNIST as CSV would take minutes and gigabytes there. It also drops an empty last field
/// and lets a quote stay open.
struct CSV {
  /// One row: where its fields lie in the text.
  struct Row {
    /// Counted from one, with the header and empty lines.
    let line: Int
    let fields: [Field]
  }

  struct Field {
    let range: Range<Int>
    /// True if the range lies between quotes and holds doubled ones.
    let hasDoubledQuotes: Bool
  }

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// A row may not have more; a file without newlines would otherwise become one enormous row.
  private static let mostFields = 1_000_000

  let bytes: [UInt8]
  let separator: CSVSeparator
  /// The bytes that part fields; the same twice if it is one.
  private let signs: (UInt8, UInt8)
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8], separator: CSVSeparator = .comma) {
    self.bytes = bytes
    self.separator = separator
    signs = separator.signs
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// The next row, or nil at the end.
  mutating func next(expecting width: Int = 0) throws(DatasetError) -> Row? {
    skipEmptyLines()
    guard position < bytes.count else { return nil }
    let first = line
    var fields = [Field]()
    fields.reserveCapacity(width)
    repeat {
      fields.append(try field())
      guard fields.count <= Self.mostFields else {
        throw DatasetError(
          .malformed, "more than \(Self.mostFields) fields in one row", at: .row(first))
      }
    } while skipSeparator()
    endLine()
    return Row(line: first, fields: fields)
  }

  /// A field's text with doubled quotes made single, without blanks round it.
  func text(_ field: Field) -> String {
    let text = String(decoding: bytes[field.range], as: UTF8.self).trimmingSpaces()
    guard field.hasDoubledQuotes else { return text }
    var result = ""
    var isSecond = false
    for character in text.unicodeScalars {
      isSecond = character == "\"" && !isSecond
      if !isSecond { result.unicodeScalars.append(character) }
    }
    return result
  }

  private mutating func field() throws(DatasetError) -> Field {
    let start = position
    skipBlanks()
    if position < bytes.count, bytes[position] == Self.quote { return try quotedField() }
    position = start
    while position < bytes.count {
      let byte = bytes[position]
      if parts(byte) || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      position += 1
    }
    return Field(range: start..<position, hasDoubledQuotes: false)
  }

  private mutating func quotedField() throws(DatasetError) -> Field {
    let opening = line
    position += 1
    let start = position
    var hasDoubledQuotes = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
        hasDoubledQuotes = true
        position += 1
      } else if byte == Self.lineFeed {
        line += 1
      }
      position += 1
    }
    guard position < bytes.count else {
      throw DatasetError(.malformed, "a quote is opened and never closed", at: .row(opening))
    }
    let range = start..<position
    position += 1
    skipBlanks()
    guard position == bytes.count || parts(bytes[position]) || isAtLineEnd else {
      throw DatasetError(
        .malformed, "text follows a closing quote", at: .row(line),
        help: ["a quote inside a quoted field is written twice"])
    }
    return Field(range: range, hasDoubledQuotes: hasDoubledQuotes)
  }

  private func parts(_ byte: UInt8) -> Bool { byte == signs.0 || byte == signs.1 }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private var isAtLineEnd: Bool {
    position < bytes.count
      && (bytes[position] == Self.lineFeed || bytes[position] == Self.carriageReturn)
  }

  /// Blanks that part nothing.
  private mutating func skipBlanks() {
    while position < bytes.count, isBlank(bytes[position]),
      !parts(bytes[position])
    {
      position += 1
    }
  }

  /// Goes to the next field; false at the end of the row.
  private mutating func skipSeparator() -> Bool {
    guard position < bytes.count, parts(bytes[position]) else { return false }
    position += 1
    guard separator == .blanks else { return true }
    skipParting()
    return position < bytes.count && !isAtLineEnd
  }

  /// All blanks, where it is they that part fields.
  private mutating func skipParting() {
    while position < bytes.count, parts(bytes[position]) { position += 1 }
  }

  private mutating func endLine() {
    guard isAtLineEnd else { return }
    let isPair =
      bytes[position] == Self.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
    line += 1
  }

  private mutating func skipEmptyLines() {
    if separator == .blanks { skipParting() }
    while isAtLineEnd {
      endLine()
      if separator == .blanks { skipParting() }
    }
  }
}
