/// A link between two vertices: `-->`, `---`, `-.->`, `==>`, with `|label|` or `-- label -->`.
struct MermaidLink {
  /// Where its label is written.
  let label: Range<Int>?
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
    var range: Range<Int>?
    if !hasHead, let inner = Self.innerLabel(&scanner, look: look) {
      range = inner.range
      hasHead = inner.hasHead
    }
    let bare = scanner.offset
    scanner.skipSpaces()
    if scanner.take("|") {
      scanner.skipSpaces()
      if scanner.take("\"") {
        range = scanner.upTo("\"")
        scanner.skipSpaces()
        _ = scanner.take("|")
      } else {
        range = scanner.upTo("|")
      }
    } else {
      scanner.back(to: bare)
    }
    self.look = look
    label = range
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
  ) -> (range: Range<Int>, hasHead: Bool)? {
    let start = scanner.offset
    guard scanner.byte == UInt8(ascii: " ") || scanner.byte == UInt8(ascii: "\"") else {
      return nil
    }
    let closing: StaticString = look == .plain ? "--" : look == .thick ? "==" : ".-"
    let line = scanner.restOfLine()
    scanner.back(to: start)
    guard var range = scanner.upTo(closing, limit: line.count) else { return nil }
    while scanner.take("-") || scanner.take("=") || scanner.take(".") {}
    let text = scanner.text(range)
    let spaces = (
      before: text.prefix { $0 == " " }.count, after: text.reversed().prefix { $0 == " " }.count
    )
    range =
      range.lowerBound
      + spaces.before..<max(
        range.lowerBound + spaces.before, range.upperBound - spaces.after)
    let inner = scanner.text(range)
    if inner.count > 1, inner.first == "\"", inner.last == "\"" {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    let hasHead = head(&scanner)
    // `A --- B` on one line with a later link: the text between is a vertex, not a label.
    guard hasHead, !range.isEmpty else {
      scanner.back(to: start)
      return nil
    }
    return (range, hasHead)
  }
}
