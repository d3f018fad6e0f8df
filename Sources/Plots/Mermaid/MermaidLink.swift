/// A link between two vertices: `-->`, `---`, `-.->`, `==>`, with `|label|` or `-- label -->`.
struct MermaidLink {
  let label: String?
  let look: Graph.Edge.Look
  let hasHead: Bool
  /// `<--` leads back.
  let isReversed: Bool
  /// In bytes.
  let length: Int

  /// Takes a link; nil, and nothing taken, if there is none.
  init?(_ scanner: inout MermaidScanner) {
    let start = scanner.offset
    let back = scanner.take("<")
    guard let look = Self.line(&scanner) else {
      scanner.back(to: start)
      return nil
    }
    var hasHead = Self.head(&scanner)
    var label: String?
    if !hasHead, let inner = Self.innerLabel(&scanner, look: look) {
      label = inner.text
      hasHead = inner.hasHead
    }
    let bare = scanner.offset
    scanner.skipSpaces()
    if scanner.take("|") {
      scanner.skipSpaces()
      if scanner.take("\"") {
        label = scanner.upTo("\"").map { scanner.text($0) }
        scanner.skipSpaces()
        _ = scanner.take("|")
      } else {
        label = scanner.upTo("|").map { scanner.text($0) }
      }
    } else {
      scanner.back(to: bare)
    }
    self.look = look
    self.label = label.map(MermaidText.plain)
    self.hasHead = hasHead || back
    isReversed = back && !hasHead
    length = scanner.offset - start
  }

  /// `--` and longer, `-.-` and longer, `==` and longer.
  private static func line(_ scanner: inout MermaidScanner) -> Graph.Edge.Look? {
    if scanner.take("-.") {
      while scanner.take(".") {}
      while scanner.take("-") {}
      return .dotted
    }
    if scanner.take("--") {
      while scanner.take("-") {}
      return .plain
    }
    if scanner.take("==") {
      while scanner.take("=") {}
      return .thick
    }
    return nil
  }

  private static func head(_ scanner: inout MermaidScanner) -> Bool {
    if scanner.take(">") { return true }
    // `--o` and `--x` end in a circle or a cross, if nothing but the next vertex's space follows.
    if scanner.sees("o ") || scanner.sees("x ") {
      scanner.advance()
      return true
    }
    return false
  }

  /// ` label -->` after the first half of a link.
  private static func innerLabel(
    _ scanner: inout MermaidScanner, look: Graph.Edge.Look
  ) -> (text: String, hasHead: Bool)? {
    let start = scanner.offset
    guard scanner.byte == UInt8(ascii: " ") || scanner.byte == UInt8(ascii: "\"") else {
      return nil
    }
    let closing: StaticString = look == .plain ? "--" : look == .thick ? "==" : ".-"
    let line = scanner.restOfLine()
    scanner.back(to: start)
    guard let range = scanner.upTo(closing, limit: line.count) else { return nil }
    while scanner.take("-") || scanner.take("=") || scanner.take(".") {}
    var text = scanner.text(range).drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    if text.count > 1, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
    let hasHead = head(&scanner)
    // `A --- B` on one line with a later link: the text between is a vertex, not a label.
    guard hasHead, !text.isEmpty else {
      scanner.back(to: start)
      return nil
    }
    return (String(text), hasHead)
  }
}
