/// Damages a text in the ways in which texts get damaged, the same way for the same seed.
struct Mutator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private static let pieces = [
    "---", "```", "````", "```{data} x", "```{}", "```{train}", "~~~", "$", "$$", "`", "{eval}`",
    "${", "}", "{", "[", "]",
    "(", "\\", "\\frac", "\\begin{aligned}", "\\end{", "&", "\\\\", ": ", "- ", "? ", "*a", "&a ",
    "!!binary ", "!x ",
    "|", ">", "#", "@eq-", "@fig-a", "[^1]", "[^1]: ", "\t", "\r", "\r\n", "\n", "\n\n", "\u{0}",
    "\u{FEFF}", "\u{2028}",
    "é", "中文", "👩🏽‍🔬", "\u{301}", "-1", "0", "nan", ".inf", "1e400", "-0.0", "1e-400", "99", "0x10",
    "true", "null", "~",
    "__proto__", "constructor", "..", "../", "<b>", "-->", "<!--", "&amp;", "%", "\"", "'", "=====",
    "≈", "±", "∑",
  ]

  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, count)
  }

  /// One to four changes.
  mutating func damaged(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0...next(4) { change(&lines) }
    return lines.joined(separator: next(8) == 0 ? "\r\n" : "\n")
  }

  private mutating func change(_ lines: inout [String]) {
    guard !lines.isEmpty else { return }
    let at = next(lines.count)
    switch next(9) {
    case 0: lines.remove(at: at)
    case 1: lines.insert(lines[at], at: next(lines.count))
    case 2: lines.swapAt(at, next(lines.count))
    case 3: lines.removeSubrange(at..<min(lines.count, at + next(12)))
    case 4: lines[at] = String(repeating: " ", count: next(6)) + lines[at]
    case 5:
      var scalars = Array(lines[at].unicodeScalars)
      if !scalars.isEmpty { scalars.remove(at: next(scalars.count)) }
      lines[at] = String(String.UnicodeScalarView(scalars))
    case 6:
      let bytes = Array(lines[at].utf8)
      lines[at] = String(decoding: bytes.prefix(next(bytes.count + 1)), as: UTF8.self)
    default:
      var characters = Array(lines[at])
      let piece = Self.pieces[next(Self.pieces.count)]
      characters.insert(contentsOf: piece, at: next(characters.count + 1))
      lines[at] = String(characters)
    }
  }
}
