import Highlighting
import Markup

/// Code as it stands on the page: coloured, and numbered where it is long enough to be talked about.
enum CodeListing {
  /// From this many lines on a listing bears line numbers.
  private static let numbered = 5

  static func nodes(_ code: String, language: String?) -> [Node] {
    // Operators stay as plain as the text around them; they would be a third of all spans.
    highlight(code, as: language ?? "").map { node in
      guard case .element(let span) = node, span.attributes["class"] == "hl-operator" else {
        return node
      }
      return .text(node.plainText)
    }
  }

  /// A whole `pre`, each line in an element of its own so that the stylesheet can number it.
  static func block(_ code: String, language: String?) -> Node {
    let text = code.hasSuffix("\n") ? String(code.dropLast()) : code
    let lines = lines(of: nodes(text, language: language))
    let isNumbered = lines.count >= numbered && language != nil
    let content = lines.enumerated().flatMap { index, line -> [Node] in
      let element = Node.element("span", ["class": "line"], line)
      return index + 1 < lines.count ? [element, .text("\n")] : [element]
    }
    return .element(
      "pre", ["tabindex": "0", "class": isNumbered ? "numbered" : nil],
      [.element("code", [:], content)])
  }

  /// Each line of some code by itself.
  static func lines(of code: String, language: String?) -> [[Node]] {
    lines(of: nodes(code, language: language))
  }

  /// The nodes parted at line ends; an element that spans several lines is opened anew on each.
  private static func lines(of nodes: [Node]) -> [[Node]] {
    var lines: [[Node]] = [[]]
    for node in nodes {
      switch node {
      case .text(let text):
        for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          if index > 0 { lines.append([]) }
          if !part.isEmpty { lines[lines.count - 1].append(.text(String(part))) }
        }
      case .element(let element):
        for (index, part) in self.lines(of: element.children).enumerated() {
          if index > 0 { lines.append([]) }
          lines[lines.count - 1].append(.element(element.name, element.attributes, part))
        }
      }
    }
    return lines
  }
}
