/// How wide a text will be set, estimated: the page's font is not known here.
enum TextWidth {
  /// How much wider bold letters are, in the widest fonts.
  private static let boldness = 1.12

  /// In CSS pixels at `size`, on the wide side, so that room made with it suffices.
  static func of(_ text: String, size: Double = 12, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ems($1) } * size * (isBold ? boldness : 1)
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x300...0x36F: 0
    case 0x1100...0x115F, 0x2E80...0x9FFF, 0xA000...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x1F000...0x3FFFD:
      1
    default:
      switch scalar {
      case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", "!", " ", "(", ")": 0.33
      case "W", "@", "—", "m", "%", "Ш", "Щ", "Ю", "Ж", "щ", "Ы": 1
      case "M", "w", "−", "×", "+", "=", "<", ">", "Ф", "ш", "ж", "ю", "ф", "ы": 0.92
      case "0"..."9": 0.64
      case "A"..."Z", "д", "м", "ц", "ъ": 0.76
      case "А"..."Я": 0.8
      case "а"..."я", "ё": 0.66
      default: 0.56
      }
    }
  }

  /// `text` cut to `width` pixels with an ellipsis.
  static func shortened(_ text: String, to width: Double, size: Double = 12) -> String {
    guard of(text, size: size) > width else { return text }
    var kept = text
    while !kept.isEmpty, of(kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }
}
