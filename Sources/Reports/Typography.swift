/// Numbers and units as a book sets them.
///
/// What the engine says of numbers is plain text, the same in a terminal, in JSON and in code: `-5.2e-05`,
/// `3 × 4`, `96 %`. On a page a minus sign is one, a power of ten is raised, and what belongs together is
/// not parted at the end of a line.
enum Typography {
  private static let noBreak = "\u{A0}"

  static func set(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: isWorthALook) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var index = 0
    while index < bytes.count {
      if !isPartOfWord(before: index, in: bytes), let number = Number(bytes[index...]) {
        result += number.text.utf8
        index += number.length
      } else if let joined = joined(at: index, in: bytes) {
        result += joined.text.utf8
        index += joined.length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A hyphen, an `e`, a percent sign, or the first byte of `×`.
  private static func isWorthALook(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "%"), 0xC3].contains(byte)
  }

  /// Whether what stands before makes a digit here the part of a name, a date or a longer number.
  private static func isPartOfWord(before index: Int, in bytes: [UInt8]) -> Bool {
    guard index > 0 else { return false }
    let byte = bytes[index - 1]
    return isLetter(byte) || isDigit(byte)
      || [UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// `3 × 4` and `96 %` with blanks at which no line ends.
  private static func joined(at index: Int, in bytes: [UInt8]) -> (text: String, length: Int)? {
    guard bytes[index] == UInt8(ascii: " ") else { return nil }
    let rest = bytes[(index + 1)...]
    if rest.starts(with: "× ".utf8) { return ("\(noBreak)×\(noBreak)", 4) }
    let isAfterDigit = index > 0 && isDigit(bytes[index - 1])
    return isAfterDigit && rest.first == UInt8(ascii: "%") ? ("\(noBreak)%", 2) : nil
  }

  /// A number with a sign or a power of ten: others look the same already.
  private struct Number {
    let text: String
    let length: Int

    /// Nil if no such number stands at the beginning, whole.
    init?(_ bytes: ArraySlice<UInt8>) {
      var rest = bytes
      func digits() -> String {
        let run = rest.prefix(while: isDigit)
        rest = rest.dropFirst(run.count)
        return String(decoding: run, as: UTF8.self)
      }
      let isNegative = rest.first == UInt8(ascii: "-")
      if isNegative { rest = rest.dropFirst() }
      var mantissa = digits()
      guard !mantissa.isEmpty else { return nil }
      if rest.first == UInt8(ascii: "."), rest.dropFirst().first.map(isDigit) == true {
        rest = rest.dropFirst()
        mantissa += "." + digits()
      }
      var power: String?
      if rest.first == UInt8(ascii: "e"), let next = rest.dropFirst().first {
        let before = rest
        let isSmall = next == UInt8(ascii: "-")
        rest = rest.dropFirst(isSmall || next == UInt8(ascii: "+") ? 2 : 1)
        if let exponent = Int(digits()) {
          power = (isSmall ? "⁻" : "") + Self.raised(exponent)
        } else {
          rest = before
        }
      }
      guard isNegative || power != nil else { return nil }
      if let next = rest.first, isLetter(next) || next == UInt8(ascii: "_") { return nil }
      let head = power == nil ? mantissa : mantissa == "1" ? "10" : mantissa + "×10"
      text = (isNegative ? "−" : "") + head + (power ?? "")
      length = bytes.count - rest.count
    }

    private static func raised(_ number: Int) -> String {
      let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      return String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
    }
  }
}
