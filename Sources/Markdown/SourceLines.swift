/// The bytes of a file and where its lines stand, counted as CommonMark counts them.
///
/// A line ends with LF, CR LF or a lone CR, which `SourceFile` does not count: the line numbers
/// of the parser mean these lines, and they are needed for nothing but turning them into offsets.
struct SourceLines {
  let bytes: [UInt8]
  /// The bytes of each line without its ending.
  private let ranges: [Range<Int>]
  /// The number of bytes before the part that was parsed, which is where front matter stands.
  let base: Int

  init(_ bytes: [UInt8], from base: Int) {
    self.bytes = bytes
    self.base = base
    var ranges: [Range<Int>] = []
    var start = base
    var index = base
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == .newline || byte == .carriageReturn else {
        index += 1
        continue
      }
      ranges.append(start..<index)
      let isPair =
        byte == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .newline
      index += isPair ? 2 : 1
      start = index
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    self.ranges = ranges
  }

  var count: Int { ranges.count }

  /// The bytes of a line, counted from 1; those past the end are empty.
  subscript(line: Int) -> Range<Int> {
    guard line >= 1 else { return base..<base }
    return line <= ranges.count ? ranges[line - 1] : bytes.count..<bytes.count
  }

  /// The offset in the file of a line and a column, both from 1, the column in bytes.
  func offset(line: Int, column: Int) -> Int {
    let range = self[line]
    return min(max(range.lowerBound, range.lowerBound + column - 1), range.upperBound)
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let dollar = UInt8(ascii: "$")
  static let pipe = UInt8(ascii: "|")

  var isBlank: Bool { self == .space || self == .tab }
  /// As C's `isspace`.
  var isSpace: Bool { self == .space || (9...13).contains(self) }
  var isDigit: Bool { (48...57).contains(self) }
  var isLetter: Bool { (65...90).contains(self & 0xDF) }
  var isPunctuation: Bool {
    (33...47).contains(self) || (58...64).contains(self) || (91...96).contains(self)
      || (123...126).contains(self)
  }
  /// What a name or a label is made of.
  var isName: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
