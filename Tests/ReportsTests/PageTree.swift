/// A page read back from its HTML, by rules stricter than a browser's: every tag must be closed in its
/// order and every attribute quoted, so that nothing can hide in what a browser would mend.
struct PageTree {
  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]
    var children: [Child] = []

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  enum Child {
    case element(Element)
    case text(String)
  }

  struct Malformed: Error {
    let problem: String
    let around: String
  }

  let root: Element

  init(_ html: String) throws {
    var reader = Reader(html)
    root = try reader.page()
  }

  /// All elements, each before those within it.
  var elements: [Element] { Self.flattened(root) }

  func elements(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  var ids: [String] { elements.compactMap { $0["id"] } }

  /// Identifiers that stand more than once, which none may.
  var repeatedIDs: [String] {
    var seen: Set<String> = []
    return ids.filter { !seen.insert($0).inserted }
  }

  private static func flattened(_ element: Element) -> [Element] {
    var found = [element]
    for case .element(let child) in element.children { found += flattened(child) }
    return found
  }
}

extension PageTree.Element {
  /// The text within, white space drawn together.
  var text: String {
    children.map { child in
      switch child {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func first(_ name: String) -> PageTree.Element? {
    for case .element(let child) in children {
      if child.name == name { return child }
      if let found = child.first(name) { return found }
    }
    return nil
  }
}

private struct Reader {
  private static let void: Set<String> = ["br", "hr", "img", "input", "meta", "wbr"]
  /// In SVG and MathML an empty element may close itself; in HTML a browser would not see that it does.
  private static let foreign: Set<String> = [
    "circle", "image", "line", "mspace", "path", "rect", "use",
  ]
  private let bytes: [UInt8]
  private var at = 0

  init(_ html: String) { bytes = Array(html.utf8) }

  mutating func page() throws -> PageTree.Element {
    guard take("<!doctype html>") else { throw malformed("no doctype") }
    var open = [PageTree.Element(name: "", attributes: [])]
    while at < bytes.count {
      if take("</") {
        let name = word()
        guard take(">"), let closed = open.popLast(), closed.name == name, !open.isEmpty else {
          throw malformed("'\(name)' is closed, but not open here")
        }
        open[open.count - 1].children.append(.element(closed))
      } else if take("<") {
        let (element, closesItself) = try tag()
        if Self.void.contains(element.name) || closesItself {
          open[open.count - 1].children.append(.element(element))
        } else if element.name == "style" {
          var style = element
          style.children = [.text(try text(upTo: "</style>"))]
          open[open.count - 1].children.append(.element(style))
        } else {
          open.append(element)
        }
      } else {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        open[open.count - 1].children.append(.text(try unescaped(start..<at)))
      }
    }
    guard open.count == 1 else { throw malformed("'\(open[open.count - 1].name)' is not closed") }
    return open[0]
  }

  private mutating func tag() throws -> (PageTree.Element, closesItself: Bool) {
    let name = word()
    guard !name.isEmpty else { throw malformed("a '<' that begins no tag") }
    var attributes: [(String, String)] = []
    while true {
      skipBlanks()
      if take(">") { return (PageTree.Element(name: name, attributes: attributes), false) }
      if take("/>") {
        guard Self.foreign.contains(name) else { throw malformed("'\(name)' cannot close itself") }
        return (PageTree.Element(name: name, attributes: attributes), true)
      }
      let attribute = word()
      guard !attribute.isEmpty else { throw malformed("no attribute's name") }
      if take("=\"") {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
        attributes.append((attribute, try unescaped(start..<at)))
        guard take("\"") else { throw malformed("an attribute is not closed") }
      } else {
        attributes.append((attribute, ""))
      }
    }
  }

  private mutating func word() -> String {
    let start = at
    while at < bytes.count, isWord(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\n") {
      at += 1
    }
  }

  private mutating func take(_ sign: String) -> Bool {
    guard bytes[at...].starts(with: sign.utf8) else { return false }
    at += sign.utf8.count
    return true
  }

  private mutating func text(upTo end: String) throws -> String {
    let start = at
    while at < bytes.count {
      let stop = at
      if take(end) { return String(decoding: bytes[start..<stop], as: UTF8.self) }
      at += 1
    }
    throw malformed("no \(end)")
  }

  private func unescaped(_ range: Range<Int>) throws -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard text.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  private func malformed(_ problem: String) -> PageTree.Malformed {
    let around = bytes[max(0, at - 60)..<min(bytes.count, at + 60)]
    return PageTree.Malformed(problem: problem, around: String(decoding: around, as: UTF8.self))
  }
}
