import CCMarkGFM
import Diagnostics

extension TreeReader {
  // MARK: Listings

  func code(_ node: CMarkNode) -> Block {
    var length: Int32 = 0
    var indent: Int32 = 0
    var fence: CChar = 0
    let isFenced = cmark_node_get_fenced(node, &length, &indent, &fence) != 0
    let start = start(of: node)
    let firstLine = line(of: node) + (isFenced ? 1 : 0)
    let content = literal(node)
    let leaf = Leaf(content, fromLine: firstLine, of: lines, losesBackslashes: false)
    let contentLines = content.count { $0 == .newline }
    let after = firstLine + contentLines
    let isClosed =
      !isFenced || closes(node, on: after, with: UInt8(bitPattern: fence), atLeast: Int(length))
    let last = isFenced && isClosed ? after : max(line(of: node), after - 1)
    let info = isFenced ? info(from: start) : SourceExcerpt("", at: start)
    let words = string(cmark_node_get_fence_info(node))
    let block = CodeBlock(
      info: info, content: leaf.excerpt(0..<content.count, cover: cover), isFenced: isFenced,
      isClosed: isClosed, language: String(words.prefix { !$0.isWhitespace }))
    if !isClosed { reportUnclosed(block, from: start, length: Int(length)) }
    let range = start..<max(start, lines[last].upperBound)
    guard block.language == "math", isFenced else { return Block(.code(block), at: range) }
    let formula = Formula(tex: block.content, isDisplayed: true, label: nil)
    return Block(.formula(formula), at: range)
  }

  private func reportUnclosed(_ block: CodeBlock, from start: Int, length: Int) {
    let fence = lines.bytes[start..<start + length].text(uncovering: nil)
    let end = block.info.range(inFile: 0..<block.info.text.utf8.count).upperBound
    report(
      Diagnostic(
        "markdown.fence", "this fenced block is not closed", at: start..<max(start, end),
        help: ["end it with a line '\(fence)'"]))
  }

  /// What stands after the fence that begins at an offset.
  private func info(from start: Int) -> SourceExcerpt {
    let bytes = lines.bytes
    var from = start
    let mark = bytes[from]
    while from < bytes.count, bytes[from] == mark { from += 1 }
    while from < bytes.count, bytes[from].isBlank { from += 1 }
    var to = from
    while to < bytes.count, bytes[to] != .newline, bytes[to] != .carriageReturn { to += 1 }
    while to > from, bytes[to - 1].isSpace { to -= 1 }
    return SourceExcerpt(bytes[from..<to].text(uncovering: nil), at: from)
  }

  /// Whether a line is the closing fence of a block that ends just before it.
  ///
  /// A fence there may also open the next block, where the quotation or the item that the block
  /// stands in has ended; then some other node begins on that line.
  private func closes(
    _ node: CMarkNode, on line: Int, with fence: UInt8, atLeast length: Int
  ) -> Bool {
    guard line <= lines.count else { return false }
    let text = lines.bytes[lines[line]].reversed().drop { $0.isSpace }
    let prefix = text.drop { $0 == fence }
    guard text.count - prefix.count >= length,
      prefix.allSatisfy({ $0.isSpace || $0 == UInt8(ascii: ">") })
    else { return false }
    var above: CMarkNode? = node
    while let current = above {
      if let next = cmark_node_next(current) {
        // Footnotes have been moved, and so come after blocks that they stood before.
        if cmark_node_get_type(next) != CMARK_NODE_FOOTNOTE_DEFINITION {
          return self.line(of: next) != line
        }
      }
      above = cmark_node_parent(current)
    }
    return true
  }

  // MARK: Displayed formulas

  /// A block of lines from `$$` on, as `NotationExtension` took them.
  func displayed(_ node: CMarkNode) -> Block {
    var content = literal(node)
    while content.last?.isSpace == true { content.removeLast() }
    let leaf = Leaf(content, fromLine: line(of: node), of: lines, losesBackslashes: false)
    let from = content.firstIndex(of: .dollar) ?? 0
    let range = leaf.file(from..<content.count)
    if !NotationExtension.isClosed(node) {
      report(
        Diagnostic(
          "tex.unclosed", "this formula is not closed", at: range.lowerBound..<range.lowerBound + 2,
          help: ["end it with '$$'"]))
      let tex = leaf.excerpt(from + 2..<max(from + 2, content.count), cover: cover)
      return Block(.formula(Formula(tex: tex, isDisplayed: true, label: nil)), at: range)
    }
    return Block(.formula(displayedFormula(in: leaf, from..<content.count)), at: range)
  }

  /// `$$ … $$`, with or without `{#label}`.
  func displayedFormula(in leaf: Leaf, _ range: Range<Int>) -> Formula {
    let text = Array(leaf.content[range]) + [0]
    let (close, label) = text.withUnsafeBufferPointer { buffer -> (Int, Range<Int>?) in
      guard let start = buffer.baseAddress else { return (2, nil) }
      let close = Notation.closingPair(in: start, from: 2) ?? range.count
      let label = close < range.count ? Notation.label(in: start, from: close + 2) : nil
      let end = label?.end ?? close + 2
      if end < range.count { reportTrailing(leaf, range.lowerBound + end..<range.upperBound) }
      return (close, label?.name)
    }
    let first = range.lowerBound
    return Formula(
      tex: leaf.excerpt(first + 2..<max(first + 2, first + close), cover: cover), isDisplayed: true,
      label: label.map {
        leaf.excerpt(first + $0.lowerBound..<first + $0.upperBound, cover: cover)
      })
  }

  private func reportTrailing(_ leaf: Leaf, _ range: Range<Int>) {
    let text = range.drop { leaf.content[$0].isSpace }
    let place = leaf.file(text.startIndex..<text.endIndex)
    if leaf.content[text].first == UInt8(ascii: "{") {
      report(
        Diagnostic(
          "tex.label", "this is not the label of an equation", at: place,
          help: ["write {#eq-name}, with letters, digits, '-' and '_' in the name"]))
    } else {
      report(
        Diagnostic(
          "tex.trailing", "text after the end of a formula", at: place,
          help: ["put it on a line of its own"]))
    }
  }
}
