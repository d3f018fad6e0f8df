/// A length as TeX writes it, in em of the font around.
struct Length {
  let em: Double

  /// A hostile length would push the rest off the page.
  private static let longest = 100.0

  /// In em of a 10 pt font: 1 in = 72.27 pt, 1 em = 18 mu (The TeXbook, chapters 10 and 18);
  /// 1 ex is 0.431 em in Latin Modern.
  private static let units: [String: Double] = [
    "em": 1, "ex": 0.431, "mu": 1.0 / 18, "pt": 0.1, "pc": 1.2, "in": 7.227,
    "bp": 7.227 / 72, "cm": 7.227 / 2.54, "mm": 7.227 / 25.4,
  ]

  /// Nil if the text is not a number with a unit, or beyond all use.
  init?(_ text: String) {
    let compact = text.filter { !$0.isWhitespace }
    guard let unit = Self.units[String(compact.suffix(2))],
      let number = Double(compact.dropLast(2)), number.isFinite, abs(number * unit) <= Self.longest
    else { return nil }
    em = number * unit
  }
}
