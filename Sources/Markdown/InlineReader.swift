import CCMarkGFM
import Diagnostics

/// Turns the inline nodes of one block into values and finds each one's place.
///
/// The parser's own columns are off after a line break in a link, after indented lines and in
/// tables. But its nodes cover the text of their block in order and without gaps other than
/// delimiters, so a cursor that walks both finds the place of every one. Only where a link or a
/// footnote ends, which its node does not tell otherwise, is taken from its column.
struct InlineReader {
  private let leaf: Leaf
  private let shared: TreeReader
  /// How far the columns of the block's inlines are shifted against its text.
  private let columnShift: Int
  /// Where the next node begins.
  private var cursor = 0
  /// Where the text line began when the parser last took a line break: columns count from here.
  private var lineStart = 0

  init(_ leaf: Leaf, of block: CMarkNode, in shared: TreeReader) {
    self.leaf = leaf
    self.shared = shared
    columnShift =
      Int(cmark_node_get_start_column(block)) - 1 + Int(block.pointee.internal_offset)
  }

  mutating func read(_ parent: CMarkNode, depth: Int) -> [Inline] {
    var result: [Inline] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      if let inline = read(one: node, depth: depth) { result.append(inline) }
      next = cmark_node_next(node)
    }
    return result
  }

  private mutating func read(one node: CMarkNode, depth: Int) -> Inline? {
    let start = cursor
    let kind: Inline.Kind
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      guard let range = takeText(shared.literal(node)) else { return nil }
      return Inline(.text(shared.string(of: node)), at: leaf.file(range))
    case CMARK_NODE_SOFTBREAK:
      return Inline(.softBreak, at: leaf.file(takeLineBreak()))
    case CMARK_NODE_LINEBREAK:
      return Inline(.lineBreak, at: leaf.file(takeLineBreak()))
    case CMARK_NODE_CODE:
      takeCode()
      kind = .code(shared.string(of: node))
    case CMARK_NODE_HTML_INLINE:
      if let found = NotationExtension.Found(in: node) {
        cursor = found.range.upperBound
        return Inline(notation(found), at: leaf.file(found.range))
      }
      cursor = min(leaf.content.count, cursor + shared.literal(node).count)
      kind = .html(shared.string(of: node))
    case CMARK_NODE_EMPH: kind = .emphasis(takeSpan(node, marks: 1, depth: depth))
    case CMARK_NODE_STRONG: kind = .strong(takeSpan(node, marks: 2, depth: depth))
    case ccmark_type_strikethrough():
      let isDouble = byte(at: cursor + 1) == UInt8(ascii: "~")
      kind = .strikethrough(takeSpan(node, marks: isDouble ? 2 : 1, depth: depth))
    case CMARK_NODE_LINK: kind = .link(takeLink(node, depth: depth))
    case CMARK_NODE_IMAGE:
      let description = takeBracketed(node, marks: 2, depth: depth)
      let target = shared.target(of: node, at: leaf.file(start..<max(start, cursor)))
      kind = .image(
        Image(source: target.address, title: target.title, description: description))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      takeFootnote(node)
      guard let reference = FootnoteReference(node) else { return nil }
      kind = .footnote(reference)
    default: return nil
    }
    return Inline(kind, at: leaf.file(start..<max(start, cursor)))
  }

  private func byte(at index: Int) -> UInt8? {
    index < leaf.content.count ? leaf.content[index] : nil
  }
}

// MARK: - What stands where

extension InlineReader {
  private mutating func takeText(_ literal: [UInt8]) -> Range<Int>? {
    guard !literal.isEmpty else { return nil }
    let start = cursor
    if let end = TextAlignment.end(of: literal, in: leaf.content, from: start) { cursor = end }
    return start..<cursor
  }

  private mutating func takeLineBreak() -> Range<Int> {
    while byte(at: cursor)?.isBlank == true { cursor += 1 }
    let start = cursor
    let isBackslash = byte(at: cursor) == .backslash
    if isBackslash { cursor += 1 }
    if byte(at: cursor) == .newline { cursor += 1 }
    let end = cursor
    // After a backslash the parser goes on counting columns from the line before, and takes blanks
    // at the beginning of the next one for text.
    guard !isBackslash else { return start..<end }
    lineStart = cursor
    while byte(at: cursor)?.isBlank == true { cursor += 1 }
    return start..<end
  }

  private mutating func takeCode() {
    let ticks = run(of: .backtick, at: cursor)
    cursor += ticks
    while cursor < leaf.content.count {
      let run = run(of: .backtick, at: cursor)
      cursor += max(1, run)
      if run == ticks { return }
    }
  }

  private func run(of byte: UInt8, at start: Int) -> Int {
    var end = start
    while self.byte(at: end) == byte { end += 1 }
    return end - start
  }

  private mutating func takeSpan(_ node: CMarkNode, marks: Int, depth: Int) -> [Inline] {
    let start = cursor
    cursor = min(leaf.content.count, cursor + marks)
    let content = within(node, depth: depth, from: start)
    cursor = min(leaf.content.count, cursor + marks)
    return content
  }

  /// What is nested too deep becomes plain text; nodes after it in the same block stay within the
  /// block, but not to the byte where they are.
  private mutating func within(_ node: CMarkNode, depth: Int, from start: Int) -> [Inline] {
    guard depth < TreeReader.deepestNesting else {
      shared.reportNesting(at: leaf.file(start..<min(start + 1, leaf.content.count)))
      return flattened(node)
    }
    return read(node, depth: depth + 1)
  }

  /// The text within a node, without the marks in it.
  private mutating func flattened(_ node: CMarkNode) -> [Inline] {
    let start = cursor
    var text: [UInt8] = []
    shared.forEachDescendant(of: node) { text += shared.literal($0) }
    return [
      Inline(.text(text.text(uncovering: shared.cover)), at: leaf.file(start..<cursor))
    ]
  }

  private mutating func takeLink(_ node: CMarkNode, depth: Int) -> Link {
    let start = cursor
    let content: [Inline]
    switch byte(at: cursor) {
    case UInt8(ascii: "["): content = takeBracketed(node, marks: 1, depth: depth)
    case UInt8(ascii: "<"): content = takeSpan(node, marks: 1, depth: depth)
    default: content = within(node, depth: depth, from: cursor)
    }
    let target = shared.target(of: node, at: leaf.file(start..<max(start, cursor)))
    return Link(destination: target.address, title: target.title, content: content)
  }

  private mutating func takeBracketed(_ node: CMarkNode, marks: Int, depth: Int) -> [Inline] {
    let start = cursor
    cursor = min(leaf.content.count, cursor + marks)
    let content = within(node, depth: depth, from: start)
    let end = end(of: node)
    let closes =
      end > cursor && end <= leaf.content.count && ")]".utf8.contains(leaf.content[end - 1])
    cursor = closes ? end : min(leaf.content.count, cursor + 1)
    return content
  }

  private mutating func takeFootnote(_ node: CMarkNode) {
    let start = cursor
    let told = end(of: node)
    let bracket = UInt8(ascii: "]")
    if told > start, told <= leaf.content.count, leaf.content[told - 1] == bracket {
      cursor = told
    } else {
      // There is a line break in its name, and the column counts from there.
      let close = leaf.content[start...].firstIndex(of: bracket)
      cursor = close.map { $0 + 1 } ?? leaf.content.count
    }
    if let newline = leaf.content[start..<cursor].lastIndex(of: .newline) {
      lineStart = newline + 1
    }
  }

  /// Where a node ends by the parser's own account.
  private func end(of node: CMarkNode) -> Int {
    lineStart + Int(cmark_node_get_end_column(node)) - columnShift
  }
}

// MARK: - Notation

extension InlineReader {
  private func notation(_ found: NotationExtension.Found) -> Inline.Kind {
    let range = found.range
    switch found.kind {
    case .inlineFormula:
      return .formula(
        Formula(
          tex: excerpt(range.lowerBound + 1..<range.upperBound - 1), isDisplayed: false, label: nil)
      )
    case .displayedFormula:
      return .formula(shared.displayedFormula(in: leaf, range))
    case .role:
      let name = range.dropFirst().prefix { leaf.content[$0].isName }
      let code = leaf.content[(name.endIndex + 1)...].firstIndex { !$0.isSpace } ?? name.endIndex
      let ticks = run(of: .backtick, at: code)
      let content = code + ticks..<range.upperBound - ticks
      return .role(
        Role(
          name: excerpt(name.startIndex..<name.endIndex), content: excerpt(withoutPadding(content)))
      )
    case .reference:
      let label = leaf.content[range.dropFirst()].text(uncovering: nil)
      // The extension found one of the kinds here.
      let kind = Reference.Kind(rawValue: String(label.prefix { $0 != "-" })) ?? .equation
      return .reference(Reference(kind: kind, label: label))
    }
  }

  /// One space goes from either side of a span of code, unless there is nothing else in it.
  private func withoutPadding(_ range: Range<Int>) -> Range<Int> {
    let content = leaf.content[range]
    let isPadding: (UInt8?) -> Bool = { $0 == .space || $0 == .newline }
    guard isPadding(content.first), isPadding(content.last),
      content.contains(where: { !isPadding($0) })
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private func excerpt(_ range: Range<Int>) -> SourceExcerpt {
    leaf.excerpt(range, cover: shared.cover)
  }
}
