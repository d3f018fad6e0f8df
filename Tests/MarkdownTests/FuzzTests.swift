import Diagnostics
import Testing

@testable import Markdown

/// Random texts made of the pieces that mean something in Markdown.
struct RandomMarkdown {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Marsaglia 2003, xorshift64*.
  mutating func next(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

  static let github = [
    "a", "b ", "word", " ", "  ", "\t", "\n", "\n\n", "\n", "*", "**", "_", "__", "~", "~~", "`",
    "``", "```", "\n```\n", "~~~\n", "> ", ">", "- ", "* ", "+ ", "1. ", "2) ", "# ", "## ",
    "===\n",
    "---\n", "\n- - -\n", "[", "]", "(", ")", "![", "](/url)", "](<x y> \"t\")", "[x]: /y 'z'\n",
    "[x]", "[x][]", "[ ] ", "[x] ", "<", ">", "<b>", "</b>", "<!-- c -->", "<div>\n", "&amp;",
    "&copy;", "&#65;", "&bogus;", "\\", "\\*", "\\\n", "  \n", "|", "| a | b |\n|---|:-:|\n",
    "| c \\| d | `e` |\n", "http://x.y/z", "www.a.bc", "m@n.op", "<http://p.q>", "中文", "жук",
    "🙂", "é", "    ", "   ", "\"", "'", "<a href=\"x\">", "1", "!", ":", ".", "\r\n",
    "[^n]", "\n\n[^n]: note ", "[^m]", "\n\n[^m]: ",
  ]

  static let notation = [
    "$", "$", "$x$", "$a_b*c*$", "$$", "$$\n", "$$\n", "{#eq-a}", "{eval}`a`", "{eval}``", "@eq-a",
    "@fig-1", "$5", "$p(y|x)$", "| $a|b$ | c |\n", "\\$", "---\n",
  ]

  mutating func text(from pieces: [String]) -> String {
    var text = ""
    for _ in 0..<next(40) { text += pieces[next(pieces.count)] }
    return text
  }
}

@Suite("Random text")
struct FuzzTests {
  @Test("renders as cmark-gfm renders it")
  func equalsReference() {
    var random = RandomMarkdown(seed: 1)
    for _ in 0..<2_500 {
      let text = random.text(from: RandomMarkdown.github)
      let (ours, theirs) = (ourHTML(text), referenceHTML(text))
      #expect(ours == theirs, "for \(text.debugDescription)")
      if ours != theirs { break }
    }
  }

  @Test("has every node where it says it is", arguments: [Dialect.github, .notebook])
  func places(dialect: Dialect) {
    var random = RandomMarkdown(seed: 2)
    let pieces = RandomMarkdown.github + (dialect == .notebook ? RandomMarkdown.notation : [])
    for _ in 0..<2_500 {
      let text = random.text(from: pieces)
      let mistakes = PlaceCheck.mistakes(in: text, as: dialect)
      #expect(mistakes.isEmpty, "for \(text.debugDescription)")
      if !mistakes.isEmpty { break }
    }
  }
}
