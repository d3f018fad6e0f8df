import CCMarkGFM
import Diagnostics

extension TreeReader {
  /// How far down a block is.
  struct Place {
    var depth = 0
    /// How many quotations it stands in, whose `>` begin its lines.
    var quotes = 0

    var inner: Place { Place(depth: depth + 1, quotes: quotes) }
  }

  func blocks(in parent: CMarkNode, _ place: Place) -> [Block] {
    var result: [Block] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      if let block = block(node, place) { result.append(block) }
      next = cmark_node_next(node)
    }
    return result
  }

  private func block(_ node: CMarkNode, _ place: Place) -> Block? {
    let start = start(of: node)
    guard place.depth < Self.deepestNesting else {
      return tooDeep(node, from: start)
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return paragraph(node, place)
    case CMARK_NODE_HEADING: return heading(node, place)
    case CMARK_NODE_BLOCK_QUOTE:
      let blocks = blocks(in: node, Place(depth: place.depth + 1, quotes: place.quotes + 1))
      return Block(.quote(blocks), at: start..<end(of: blocks, from: node))
    case CMARK_NODE_LIST: return list(node, place)
    case CMARK_NODE_CODE_BLOCK:
      return cmark_node_get_syntax_extension(node) == nil ? code(node) : displayed(node)
    case CMARK_NODE_HTML_BLOCK:
      let text = string(of: node)
      let last = line(of: node) + max(0, text.utf8.count { $0 == .newline } - 1)
      return Block(.html(text), at: start..<max(start, lines[last].upperBound))
    case CMARK_NODE_THEMATIC_BREAK:
      return Block(.thematicBreak, at: start..<lines[line(of: node)].upperBound)
    case ccmark_type_table(): return table(node, place)
    default: return nil
    }
  }

  // MARK: Places

  func line(of node: CMarkNode) -> Int { Int(cmark_node_get_start_line(node)) }

  func start(of node: CMarkNode) -> Int {
    lines.offset(line: line(of: node), column: Int(cmark_node_get_start_column(node)))
  }

  /// The end of a container is that of what it contains, or of the line it begins on; the parser
  /// counts the blank lines after it in.
  func end(of blocks: [Block], from node: CMarkNode) -> Int {
    let own = lines[line(of: node)].upperBound
    return max(start(of: node), blocks.last.map(\.range.upperBound) ?? own)
  }

  private func tooDeep(_ node: CMarkNode, from start: Int) -> Block {
    let range = start..<lines[line(of: node)].upperBound
    reportNesting(at: range.prefix(1).isEmpty ? range : start..<start + 1)
    let text = lines.bytes[range].text(uncovering: nil)
    return Block(.paragraph([Inline(.text(text), at: range)]), at: range)
  }

  // MARK: Paragraphs and headings

  /// The text of a block without the white space at its end.
  private func content(of node: CMarkNode) -> [UInt8] {
    var content = gathered(node)
    while content.last?.isSpace == true { content.removeLast() }
    return content
  }

  private func paragraph(_ node: CMarkNode, _ place: Place) -> Block {
    let content = content(of: node)
    let newlines = content.count { $0 == .newline }
    let leaf: Leaf
    if line(of: node) == 0, let table = cmark_node_next(node) {
      // A paragraph whose last line turned out to head a table is made anew, without a place.
      let first = headerLine(of: table) - newlines - 1
      leaf = Leaf(content, fromLine: first, of: lines, losesBackslashes: true)
    } else {
      // Link definitions are taken from its beginning, so it is counted from its end.
      let first = Int(cmark_node_get_end_line(node)) - newlines
      leaf = Leaf(content, fromLine: first, of: lines, losesBackslashes: false)
    }
    return Block(
      .paragraph(inlines(of: node, leaf, place)), at: leaf.file(0..<leaf.content.count))
  }

  func inlines(of node: CMarkNode, _ leaf: Leaf, _ place: Place) -> [Inline] {
    var reader = InlineReader(leaf, of: node, in: self)
    return reader.read(node, depth: place.depth + 1)
  }

  private func heading(_ node: CMarkNode, _ place: Place) -> Block {
    let content = content(of: node)
    let leaf: Leaf
    let range: Range<Int>
    if node.pointee.as.heading.setext {
      let underline = underline(of: node, content: content)
      leaf = Leaf(
        content, fromLine: underline - content.count { $0 == .newline } - 1, of: lines,
        losesBackslashes: false)
      range = leaf.file(0)..<lines[underline].upperBound
    } else {
      let source = lines[line(of: node)]
      var from = start(of: node)
      let begin = from
      while from < source.upperBound, lines.bytes[from] == UInt8(ascii: "#") { from += 1 }
      while from < source.upperBound, lines.bytes[from].isBlank { from += 1 }
      leaf = Leaf(content, segments: [SourceExcerpt.Segment(local: 0, file: from)])
      range = begin..<source.upperBound
    }
    let inlines = inlines(of: node, leaf, place)
    return Block(
      .heading(
        Heading(
          level: Int(cmark_node_get_heading_level(node)), content: inlines,
          id: headingIDs.id(for: inlines.plainText))), at: range)
  }

  /// The line that underlines a heading: the parser's last line of it, or the one before, since it
  /// closes the heading only when it reads on.
  private func underline(of node: CMarkNode, content: [UInt8]) -> Int {
    let last = Int(cmark_node_get_end_line(node))
    let before = last - 1
    let first = before - content.count { $0 == .newline } - 1
    guard first >= line(of: node), isUnderline(before) else { return last }
    let wanted = content.prefix { $0 != .newline }.reversed().drop { $0.isSpace }
    let have = lines.bytes[lines[first]].reversed().drop { $0.isSpace }
    return have.starts(with: wanted, by: { $0 == $1 || $1 < 32 }) ? before : last
  }

  private func isUnderline(_ line: Int) -> Bool {
    let text = lines.bytes[lines[line]].reversed().drop { $0.isSpace }
    guard let mark = text.first, "=-".utf8.contains(mark) else { return false }
    let rest = text.drop { $0 == mark }.first
    return rest.map { $0.isSpace || $0 == UInt8(ascii: ">") } ?? true
  }

  // MARK: Lists

  private func list(_ node: CMarkNode, _ place: Place) -> Block {
    var items: [List.Item] = []
    var next = cmark_node_first_child(node)
    while let item = next {
      let blocks = blocks(in: item, place.inner)
      let isTask = cmark_node_get_syntax_extension(item) != nil
      items.append(
        List.Item(
          blocks: blocks, range: start(of: item)..<end(of: blocks, from: item),
          isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil))
      next = cmark_node_next(item)
    }
    let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let list = List(
      start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0, items: items)
    let start = start(of: node)
    return Block(.list(list), at: start..<max(start, items.last?.range.upperBound ?? start))
  }

  // MARK: Footnotes

  /// A footnote the text refers to; the parser has moved these to the end of the document.
  func footnote(_ node: CMarkNode, number: Int) -> Footnote {
    let blocks = blocks(in: node, Place().inner)
    let source = lines[line(of: node)]
    // The parser's column is that of the text after the label.
    let label = source.first { lines.bytes[$0] == UInt8(ascii: "[") } ?? source.lowerBound
    return Footnote(
      name: FootnoteReference.name(of: node), number: number,
      referenceCount: Int(node.pointee.footnote.def_count), blocks: blocks,
      range: label..<max(label, end(of: blocks, from: node)))
  }
}
