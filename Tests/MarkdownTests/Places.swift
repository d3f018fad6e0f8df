import Diagnostics

@testable import Markdown

/// Checks that every node stands where it says it does, by what is written there.
struct PlaceCheck {
  let file: SourceFile
  private(set) var mistakes: [String] = []

  init(_ file: SourceFile) { self.file = file }

  static func mistakes(in text: String, as dialect: Dialect) -> [String] {
    let file = SourceFile(name: "test.md", text: text)
    var check = PlaceCheck(file)
    let document = parse(file, as: dialect)
    check.blocks(document.blocks, in: 0..<file.utf8Count)
    for note in document.footnotes { check.blocks(note.blocks, in: note.range) }
    return check.mistakes
  }

  private mutating func expect(_ holds: Bool, _ what: String, at range: Range<Int>) {
    if !holds { mistakes.append("\(what) at \(range): \(String(file[range]).debugDescription)") }
  }

  private mutating func blocks(_ blocks: [Block], in outer: Range<Int>) {
    var last = outer.lowerBound
    for block in blocks {
      expect(
        last <= block.range.lowerBound && block.range.upperBound <= outer.upperBound,
        "block outside \(outer), after \(last)", at: block.range)
      last = block.range.upperBound
      check(block)
    }
  }

  private mutating func check(_ block: Block) {
    let text = file[block.range]
    switch block.kind {
    case .paragraph(let content): inlines(content, in: block.range)
    case .heading(let heading): inlines(heading.content, in: block.range)
    case .quote(let inner):
      expect(text.hasPrefix(">"), "quote", at: block.range)
      blocks(inner, in: block.range)
    case .list(let list):
      for item in list.items { blocks(item.blocks, in: item.range) }
    case .code(let code):
      expect(
        !code.isFenced || text.hasPrefix("```") || text.hasPrefix("~~~"), "fence", at: block.range)
      excerpt(code.content)
      excerpt(code.info)
    case .formula(let formula):
      expect(
        text.hasPrefix("$$") || text.hasPrefix("```") || text.hasPrefix("~~~"), "formula",
        at: block.range)
      excerpt(formula.tex)
    case .table(let table):
      for row in [table.header] + table.rows {
        for cell in row.cells { inlines(cell.content, in: cell.range) }
      }
    case .thematicBreak: expect("-*_".contains(text.first ?? " "), "break", at: block.range)
    case .html: expect(text.hasPrefix("<"), "html", at: block.range)
    }
  }

  private mutating func inlines(_ inlines: [Inline], in outer: Range<Int>) {
    var last = outer.lowerBound
    for inline in inlines {
      expect(
        last <= inline.range.lowerBound && inline.range.upperBound <= outer.upperBound,
        "inline outside \(outer), after \(last)", at: inline.range)
      last = inline.range.upperBound
      check(inline)
    }
  }

  private mutating func check(_ inline: Inline) {
    let text = String(file[inline.range])
    switch inline.kind {
    case .text(let shown):
      let isLiteral =
        !text.contains { "\\&\0".contains($0) } && !shown.contains { "\\&\n".contains($0) }
      // Blanks at the beginning may be what a container left of a tab.
      let isSame = text.drop { " \t".contains($0) } == shown.drop { " \t".contains($0) }
      expect(!isLiteral || isSame, "text \(shown.debugDescription)", at: inline.range)
    case .code: expect(text.hasPrefix("`") && text.hasSuffix("`"), "code", at: inline.range)
    case .emphasis(let content):
      expect(
        "*_".contains(text.first ?? " ") && text.first == text.last, "emphasis", at: inline.range)
      inlines(content, in: inline.range)
    case .strong(let content):
      expect(
        "*_".contains(text.first ?? " ") && text.prefix(2) == text.suffix(2), "strong",
        at: inline.range)
      inlines(content, in: inline.range)
    case .strikethrough(let content):
      expect(text.hasPrefix("~") && text.hasSuffix("~"), "strikethrough", at: inline.range)
      inlines(content, in: inline.range)
    case .link(let link):
      let isBracketed = text.hasPrefix("[")
      expect(!isBracketed || text.hasSuffix("]") || text.hasSuffix(")"), "link", at: inline.range)
      expect(!text.hasPrefix("<") || text.hasSuffix(">"), "autolink", at: inline.range)
      inlines(link.content, in: inline.range)
    case .image(let image):
      expect(
        text.hasPrefix("![") && (text.hasSuffix("]") || text.hasSuffix(")")), "image",
        at: inline.range)
      inlines(image.description, in: inline.range)
    case .formula(let formula):
      expect(
        text.hasPrefix("$") && text.hasSuffix(formula.label == nil ? "$" : "}"), "formula",
        at: inline.range)
      excerpt(formula.tex)
    case .role(let role):
      expect(text.hasPrefix("{") && text.hasSuffix("`"), "role", at: inline.range)
      excerpt(role.name)
      excerpt(role.content)
    case .reference(let reference):
      expect(text == "@" + reference.label, "reference", at: inline.range)
    case .footnote:
      expect(text.hasPrefix("[^") && text.hasSuffix("]"), "footnote", at: inline.range)
    case .html: expect(text.hasPrefix("<") && text.hasSuffix(">"), "html", at: inline.range)
    case .lineBreak, .softBreak: break
    }
  }

  /// Every byte of an excerpt is the byte of the file that it says it is; line endings and the
  /// spaces of a divided tab aside.
  private mutating func excerpt(_ excerpt: SourceExcerpt) {
    let bytes = Array(file.text.utf8)
    for (local, byte) in excerpt.text.utf8.enumerated() {
      let place = excerpt.offset(inFile: local)
      guard byte != UInt8(ascii: "\n"), byte != UInt8(ascii: " ") else { continue }
      let have = place < bytes.count ? bytes[place] : 0
      expect(
        have == byte, "excerpt \(excerpt.text.debugDescription) byte \(local)",
        at: place..<place + 1)
    }
  }
}
