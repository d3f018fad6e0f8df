import Testing

@testable import Reports

@Suite("Numbers on a page")
struct TypographyTests {
  @Test(
    "have a minus sign, raised powers of ten, and stay with their units",
    arguments: [
      ("-0.0052", "−0.0052"), ("9.899e-05", "9.899×10⁻⁵"), ("1e-09", "10⁻⁹"),
      ("-2.5e+12", "−2.5×10¹²"),
      ("found 0.67, 0 apart, 5e-05 allowed", "found 0.67, 0 apart, 5×10⁻⁵ allowed"),
      ("[3 × 4]", "[3\u{A0}×\u{A0}4]"), ("96 %", "96\u{A0}%"), ("(-1, -2)", "(−1, −2)"),
      (
        "at i = 2 the left side is -0.3, the right 1e3",
        "at i = 2 the left side is −0.3, the right 10³"
      ),
    ])
  func set(plain: String, set: String) { #expect(Typography.set(plain) == set) }

  @Test(
    "that are a part of a name, a date, a file or code stay as they are",
    arguments: [
      "12288-7-1", "2018-05-01", "data-1.csv", "1e5x", "x1e-5", "file_1e5", "sha256 3e8f2a",
      "a - b",
      "1.2.3", "e-7", "", "-", "-e", "1e", "1e-", "50%", "relu", "7 of 10", "é1e5",
    ])
  func plain(text: String) { #expect(Typography.set(text) == text) }
}
