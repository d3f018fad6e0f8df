extension Node {
  /// `.element("p", ["class": "note"], [.text("…")])`
  public static func element(
    _ name: String, _ attributes: Attributes = [:], _ children: [Node] = []
  ) -> Node {
    .element(Element(name, attributes, children))
  }

  /// `.element("p", [:], text: "…")`
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

  /// Adds the tree as HTML text.
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

  /// Elements of SVG and MathML that are mostly empty and may then close themselves, which HTML's own
  /// must not.
  private static let foreign: Set<String> = [
    "circle", "image", "line", "mspace", "path", "rect", "use",
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
    if children.isEmpty, Self.foreign.contains(name) {
      out += "/>"
      return
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
  /// The text that was written to a page as `escaped`.
  ///
  /// Every escape is read once: `&amp;lt;` is the text `&lt;`. A control character, which no page has,
  /// does not come back.
  public init(escaped: String) {
    var bytes: [UInt8] = []
    var rest = Array(escaped.utf8)[...]
    while let byte = rest.first {
      let escape =
        byte == UInt8(ascii: "&") ? Self.escapes.first { rest.starts(with: $0.text.utf8) } : nil
      bytes.append(escape?.byte ?? byte)
      rest = rest.dropFirst(escape?.text.utf8.count ?? 1)
    }
    self.init(decoding: bytes, as: UTF8.self)
  }

  /// Adds text with `& < > "` escaped and control characters, which HTML forbids, replaced.
  ///
  /// What needs no escape is copied in runs. All that does need one is ASCII, so a run begins and ends
  /// between scalars.
  fileprivate mutating func appendEscaped(_ text: String) {
    let bytes = text.utf8
    var start = bytes.startIndex
    for index in bytes.indices {
      guard let escape = Self.escape(for: bytes[index]) else { continue }
      self += text[start..<index]
      self += escape
      start = bytes.index(after: index)
    }
    self += text[start...]
  }

  private static let escapes: [(byte: UInt8, text: String)] = [
    (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
    (UInt8(ascii: "\""), "&quot;"),
  ]

  /// What stands for a byte on the page; nil if it stands for itself.
  private static func escape(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
      escapes.first { $0.byte == byte }?.text
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): nil
    case 0..<0x20, 0x7F: "\u{FFFD}"
    default: nil
    }
  }
}
