/// The text of a label, or the one number that it is.
///
/// `1`, `1.0`, `01` and `1e0` are one class: pandas writes a column of whole numbers with `.0` as soon
/// as one of them is missing. They are compared digit by digit, not as numbers of 64 bits, for which
/// 9007199254740993 and …992 would be the same.
struct LabelKey: Hashable {
  /// `1` for `01`; any other text as it is.
  let text: String
  private let isNumber: Bool

  init(_ text: String, decimal: CSVDecimal = .point) {
    let plain = Self.plain(text, decimal)
    self.text = plain ?? text
    isNumber = plain != nil
  }

  /// For the order; nil for what is no number.
  var number: Double? { isNumber ? Double(text) : nil }

  /// A decimal number without exponent, without zeros that say nothing; nil for what is none.
  private static func plain(_ text: String, _ decimal: CSVDecimal) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let mantissa = parts.first, parts.count <= 2,
      let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) <= mostDigits
    else { return nil }
    let isSigned = mantissa.first == "+" || mantissa.first == "-"
    let halves = mantissa.dropFirst(isSigned ? 1 : 0)
      .split(separator: decimal.sign, omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), halves.contains(where: { !$0.isEmpty }),
      halves.allSatisfy({ $0.count <= mostDigits && $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    var digits = halves.joined()
    // So many digits stand before the point.
    var point = halves[0].count + exponent
    if point < 0 {
      digits = String(repeating: "0", count: -point) + digits
      point = 0
    }
    digits += String(repeating: "0", count: max(0, point - digits.count))
    let whole = digits.prefix(point).drop { $0 == "0" }
    var decimals = digits.dropFirst(point)
    while decimals.last == "0" { decimals.removeLast() }
    let number = (whole.isEmpty ? "0" : whole) + (decimals.isEmpty ? "" : "." + decimals)
    return mantissa.first == "-" && number != "0" ? "-" + number : String(number)
  }

  /// As many as the largest number of 64 bits has, and then some.
  private static let mostDigits = 400
}
