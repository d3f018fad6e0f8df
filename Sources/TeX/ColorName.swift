import Diagnostics

/// The colours a formula may name: the base names of CSS, and `#` with three or six hex digits.
enum ColorName {
  private static let names = """
    black white red green blue yellow orange purple gray grey cyan magenta brown pink teal olive \
    violet lime navy maroon silver gold aqua fuchsia indigo crimson tomato coral salmon orchid \
    darkblue darkcyan darkgray darkgreen darkmagenta darkorange darkred darkviolet dodgerblue \
    firebrick forestgreen goldenrod lightblue lightgray lightgreen royalblue seagreen sienna \
    skyblue slategray steelblue turquoise
    """.split(separator: " ").map(String.init)

  static func isValid(_ text: String) -> Bool {
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      return (digits.count == 3 || digits.count == 6) && digits.allSatisfy(\.isHexDigit)
        && digits.utf8.count == digits.count
    }
    return names.contains(text)
  }

  static func nearest(to text: String) -> String? { NearestName.nearest(to: text, in: names) }
}
