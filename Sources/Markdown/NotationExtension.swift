import CCMarkGFM

/// The notation as an extension of cmark-gfm, asked by the parser itself at each `$`, `{` and `@`.
///
/// Being asked in the course of the parser's own reading is what keeps formulas and Markdown from
/// each other: code, raw HTML, autolinks and escapes that came before have been consumed, and what
/// the extension takes is never looked at again. No placeholder stands in the text meanwhile, so
/// there is none that a text could forge. Blocks between `$$` are recognised line by line after the
/// containers' prefixes are off, as fenced code is.
enum NotationExtension {
  /// What the extension found, kept in the node's user data: a piece of the block's content.
  ///
  /// Two bits of kind, then the two offsets of 31 bits each; `CommonMark.largestFile` keeps them
  /// within that.
  struct Found {
    let kind: Notation.Kind
    let range: Range<Int>

    init(_ kind: Notation.Kind, _ range: Range<Int>) {
      self.kind = kind
      self.range = range
    }

    init?(in node: CMarkNode) {
      guard let pointer = cmark_node_get_user_data(node) else { return nil }
      let bits = UInt(bitPattern: pointer)
      guard let kind = Notation.Kind(rawValue: Int(bits & 3)) else { return nil }
      self.init(kind, Int(bits >> 2 & 0x7FFF_FFFF)..<Int(bits >> 33))
    }

    func store(in node: CMarkNode) {
      let bits =
        UInt(kind.rawValue) | UInt(range.lowerBound) << 2 | UInt(range.upperBound) << 33
      cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: bits))
    }
  }

  static func make() -> OpaquePointer {
    guard let made = cmark_syntax_extension_new("notation") else {
      preconditionFailure("libcmark-gfm makes an extension or ends the program")
    }
    var characters: UnsafeMutablePointer<cmark_llist>?
    for character in "${@".utf8 {
      characters = cmark_llist_append(
        cmark_get_default_mem_allocator(), characters,
        UnsafeMutableRawPointer(bitPattern: UInt(character)))
    }
    cmark_syntax_extension_set_special_inline_chars(made, characters)
    cmark_syntax_extension_set_match_inline_func(made) { _, _, parent, character, parser in
      NotationExtension.matchInline(parent: parent, character: character, parser: parser)
    }
    cmark_syntax_extension_set_open_block_func(made) { own, indented, parser, parent, line, count in
      guard indented == 0, let line else { return nil }
      return NotationExtension.openBlock(
        own: own, parser: parser, parent: parent, line: line, count: Int(count))
    }
    cmark_syntax_extension_set_match_block_func(made) { _, parser, line, _, block in
      guard let line else { return 0 }
      return NotationExtension.continues(block: block, parser: parser, line: line)
    }
    return made
  }

  private static func matchInline(
    parent: CMarkNode?, character: UInt8, parser: OpaquePointer?
  ) -> CMarkNode? {
    guard let content = cmark_node_get_string_content(parent) else { return nil }
    // The parser has come to a character of the content: so it is not empty, and ends with a NUL.
    // Within there is none, since the file's have been replaced.
    let text = UnsafeRawPointer(content).assumingMemoryBound(to: UInt8.self)
    let start = Int(cmark_inline_parser_get_offset(parser))
    let found: Found?
    switch character {
    case .dollar:
      switch Notation.dollars(in: text, at: start) {
      case .formula(let kind, let end): found = Found(kind, start..<end)
      case .text(let count):
        guard let node = cmark_node_new(CMARK_NODE_TEXT) else { return nil }
        cmark_node_set_literal(node, String(repeating: "$", count: count))
        cmark_inline_parser_set_offset(parser, Int32(start + count))
        return node
      case .nothing: found = nil
      }
    case UInt8(ascii: "{"):
      found = Notation.role(in: text, at: start).map { Found(.role, start..<$0) }
    case UInt8(ascii: "@"):
      found = Notation.reference(in: text, at: start).map { Found(.reference, start..<$0) }
    default: found = nil
    }
    // Raw HTML is the type of node with a text that every inline container admits, table cells
    // too; the user data tell it from HTML that stands in the file.
    guard let found, let node = cmark_node_new(CMARK_NODE_HTML_INLINE) else { return nil }
    found.store(in: node)
    cmark_inline_parser_set_offset(parser, Int32(found.range.upperBound))
    return node
  }

  /// A line that begins with `$$` opens a formula, unless its closing `$$` has text after it.
  private static func openBlock(
    own: OpaquePointer?, parser: OpaquePointer?, parent: CMarkNode?,
    line: UnsafeMutablePointer<UInt8>, count: Int
  ) -> CMarkNode? {
    let start = Int(cmark_parser_get_first_nonspace(parser))
    guard start + 2 < count, line[start] == .dollar, line[start + 1] == .dollar,
      line[start + 2] != .dollar
    else { return nil }
    let close = Notation.closingPair(in: line, from: start + 2)
    if let close {
      var rest = Notation.label(in: line, from: close + 2)?.end ?? close + 2
      while line[rest].isSpace { rest += 1 }
      guard line[rest] == 0 else { return nil }
    }
    // A code block is what takes lines as they are, blank ones too.
    guard
      let block = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, Int32(start + 1))
    else { return nil }
    cmark_node_set_syntax_extension(block, own)
    if close != nil { cmark_node_set_user_data(block, closed) }
    return block
  }

  /// Takes the next line unless the formula was closed on the one before.
  private static func continues(
    block: CMarkNode?, parser: OpaquePointer?, line: UnsafeMutablePointer<UInt8>
  ) -> Int32 {
    guard cmark_node_get_user_data(block) == nil else { return 0 }
    let start = Int(cmark_parser_get_offset(parser))
    if Notation.closingPair(in: line, from: start) != nil {
      cmark_node_set_user_data(block, closed)
    }
    return 1
  }

  /// Marks a block of which the closing `$$` has been read.
  private static var closed: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: 1) }

  static func isClosed(_ block: CMarkNode) -> Bool { cmark_node_get_user_data(block) != nil }
}
