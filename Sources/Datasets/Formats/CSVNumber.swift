/// What stands before the decimals of numbers.
public enum CSVDecimal: String, Sendable, CaseIterable {
  case point
  case comma

  var sign: Character { self == .point ? "." : "," }
  var other: CSVDecimal { self == .point ? .comma : .point }
}

/// A number in a data file: decimal, with a point or a comma, perhaps with an exponent.
enum CSVNumber {
  /// The number, or nil for what is none; spaces around it do not count.
  ///
  /// `nan` and `inf` are numbers here, so that the caller can say better what is wrong with them.
  static func parse(_ text: ArraySlice<UInt8>, decimal: CSVDecimal = .point) -> Double? {
    var text = text
    while let byte = text.first, isSpace(byte) { text = text.dropFirst() }
    while let byte = text.last, isSpace(byte) { text = text.dropLast() }
    if let small = smallNumber(text) { return small }
    // Swift's own parser also reads hexadecimal numbers.
    guard !text.isEmpty, text.count <= longest, !text.contains(where: { $0 | 0x20 == x }) else {
      return nil
    }
    guard decimal == .comma else { return Double(Substring(decoding: text, as: UTF8.self)) }
    guard !text.contains(point) else { return nil }
    return Double(String(decoding: text.map { $0 == comma ? point : $0 }, as: UTF8.self))
  }

  /// More digits than any number needs.
  private static let longest = 400
  private static let x = UInt8(ascii: "x")
  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")

  /// Up to three digits, which is what pictures are made of; ten times as fast.
  private static func smallNumber(_ text: ArraySlice<UInt8>) -> Double? {
    guard (1...3).contains(text.count) else { return nil }
    var value = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = 10 * value + Int(byte & 0x0f)
    }
    return Double(value)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension StringProtocol {
  /// Without white space at either end, of which no-break spaces are some.
  func trimmingSpaces() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
