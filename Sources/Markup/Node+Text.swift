extension Node {
  /// `.element("p", ["class": "note"], [.text("…")])`
  public static func element(
    _ name: String, _ attributes: Attributes = [:], _ children: [Node] = []
  ) -> Node {
    .element(Element(name, attributes, children))
  }

  public static func element(_ name: String, _ attributes: Attributes = [:], text: String) -> Node {
    .element(Element(name, attributes, text: text))
  }

  /// The tree as HTML text (SVG and MathML within it included).
  public var html: String {
    var out = ""
    write(to: &out)
    return out
  }

  /// The text of the tree without its tags.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .element(let element): element.children.map(\.plainText).joined()
    }
  }

  public func write(to out: inout String) {
    switch self {
    case .text(let text): out.appendEscaped(text)
    case .element(let element): element.write(to: &out)
    }
  }
}

extension Element {
  /// HTML elements that have no content and no end tag (HTML Living Standard, 13.1.2).
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  public var html: String { Node.element(self).html }

  func write(to out: inout String) {
    out += "<"
    out += name
    for attribute in attributes.pairs {
      out += " "
      out += attribute.name
      out += "=\""
      out.appendEscaped(attribute.value)
      out += "\""
    }
    out += ">"
    if Self.void.contains(name) { return }
    for child in children { child.write(to: &out) }
    out += "</"
    out += name
    out += ">"
  }
}

extension [Node] {
  public var html: String {
    var out = ""
    for node in self { node.write(to: &out) }
    return out
  }

  public var plainText: String { map(\.plainText).joined() }
}

extension String {
  /// Adds text with `& < > "` escaped and control characters, which HTML forbids, replaced.
  fileprivate mutating func appendEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "\t", "\n", "\r": unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: self += "\u{FFFD}"
      default: unicodeScalars.append(scalar)
      }
    }
  }
}
