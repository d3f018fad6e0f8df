import Markdown
import Markup

/// A footnote as it stands in the margin of a wide screen, beside its first reference.
///
/// It is the same text once more, for the eye alone: whoever listens follows the link to the notes at the
/// foot of the page.
struct MarginNote {
  private let number: Int
  private let content: [Inline]

  /// Nil for a note of several blocks, or one with something that bears an identifier, which a page may
  /// have only once: it stays at the foot.
  init?(_ footnote: Footnote, number: Int) {
    guard footnote.blocks.count == 1, case .paragraph(let content)? = footnote.blocks.first?.kind,
      content.allSatisfy(\.mayStandTwice)
    else { return nil }
    self.number = number
    self.content = content
  }

  func nodes(_ rendering: Rendering) -> [Node] {
    let mark = Node.element("sup", text: String(number))
    return [
      .element(
        "span", ["class": "margin-note", "aria-hidden": "true"],
        [mark, .text(" ")] + rendering.html(content))
    ]
  }
}

extension Inline {
  /// Whether it neither has an identifier nor takes the keyboard.
  fileprivate var mayStandTwice: Bool {
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .html, .role: true
    case .formula(let formula): !formula.isDisplayed && formula.tex.text.utf8.count < 60
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      content.allSatisfy(\.mayStandTwice)
    case .link, .image, .footnote, .reference: false
    }
  }
}
