#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Numbers as a picture and its table show them: fixed rounding, no locale, a real minus sign.
enum NumberText {
  /// Beyond this many places after the point a number is easier to read with an exponent.
  private static let mostDecimals = 6
  /// From here on an exponent says nothing that the digits do not.
  private static let leastPlain = 1e-3

  /// `0.25` with two decimals, `12 000` with none: digits grouped by thin spaces from 10 000 on.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return nonFinite(value) }
    let places = max(0, min(decimals, 15))
    let scaled = (abs(value) * pow(10, Double(places))).rounded()
    guard scaled < 9e15 else { return scientific(value, digits: 3) }
    let number = UInt64(scaled)
    var digits = String(number)
    while digits.count <= places { digits = "0" + digits }
    let whole = grouped(String(digits.dropLast(places)))
    let sign = value < 0 && number != 0 ? "−" : ""
    return sign + whole + (places > 0 ? "." + digits.suffix(places) : "")
  }

  /// A number to so many significant digits, trailing zeros dropped: `0.9758`, `1.2×10⁻⁵`.
  static func significant(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return nonFinite(value) }
    guard value != 0 else { return "0" }
    let exponent = Int(log10(abs(value)).rounded(.down))
    guard exponent >= -4, exponent < 7 else { return scientific(value, digits: digits) }
    return trimmed(fixed(value, decimals: max(0, digits - 1 - exponent)))
  }

  /// A tick's label where neighbouring ticks lie `step` apart.
  static func tick(_ value: Double, step: Double) -> String {
    guard step > 0, step.isFinite else { return significant(value) }
    let decimals = max(0, -Int(floor(log10(step) + 1e-9)))
    if value == 0 { return "0" }
    let isReadable = decimals <= mostDecimals || abs(value) >= leastPlain
    guard isReadable, abs(value) < 1e6 || step < 1 else {
      let digits = log10(max(1, abs(value) / step)).rounded(.up) + 1
      return scientific(value, digits: Int(min(digits, 15)))
    }
    return fixed(value, decimals: decimals)
  }

  /// `10⁻³`
  static func power(ofTen exponent: Int) -> String { "10" + superscript(exponent) }

  /// `3×10⁻⁵`, mantissa to so many significant digits.
  static func scientific(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return nonFinite(value) }
    guard value != 0 else { return "0" }
    var exponent = Int(log10(abs(value)).rounded(.down))
    var mantissa = value / pow(10, Double(exponent))
    // Ten to the exponent of a subnormal number is zero; it is reached in two steps.
    if !mantissa.isFinite { mantissa = value * 1e300 / pow(10, Double(exponent + 300)) }
    let places = max(0, digits - 1)
    let unit = pow(10, Double(places))
    if (abs(mantissa) * unit).rounded() >= 10 * unit {
      mantissa /= 10
      exponent += 1
    }
    let head = trimmed(fixed(mantissa, decimals: places))
    switch head {
    case "1": return power(ofTen: exponent)
    case "−1": return "−" + power(ofTen: exponent)
    default: return head + "×" + power(ofTen: exponent)
    }
  }

  /// A plain decimal for an SVG attribute: at most `decimals` places, ASCII minus, no grouping.
  static func attribute(_ value: Double, decimals: Int = 1) -> String {
    guard value.isFinite else { return "0" }
    let unit = pow(10, Double(decimals))
    let scaled = (max(-1e9, min(value, 1e9)) * unit).rounded()
    let number = Int(scaled)
    var digits = String(abs(number))
    while digits.count <= decimals { digits = "0" + digits }
    let text = trimmed(
      digits.dropLast(decimals) + (decimals > 0 ? "." + digits.suffix(decimals) : ""))
    return number < 0 ? "-" + text : text
  }

  /// A fraction of the frame as `37.52%`.
  static func percent(_ fraction: Double) -> String { attribute(fraction * 100, decimals: 2) + "%" }

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞"
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text[...]
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.count > 4 else { return digits }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out += "\u{202F}" }
      out.append(digit)
    }
    return out
  }

  private static func superscript(_ number: Int) -> String {
    let digits: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
      "8": "⁸", "9": "⁹",
    ]
    return String(String(number).compactMap { digits[$0] })
  }
}
