import Markup

/// How a document becomes HTML: GitHub's elements, and functions for what has more than one way.
///
/// Raw HTML comes out as text. A link whose scheme could run or read something leads nowhere.
public struct Rendering: Sendable {
  /// A listing, displayed and inline formula, and so on; the defaults show the source.
  public var code: @Sendable (CodeBlock) -> [Node]
  public var formula: @Sendable (Formula) -> [Node]
  public var role: @Sendable (Role) -> [Node]
  public var reference: @Sendable (Reference) -> [Node]
  public var image: @Sendable (Image) -> [Node]
  /// Where a link leads, before it is made inert.
  public var destination: @Sendable (Link) -> String
  /// A heading around what it says.
  public var heading: @Sendable (Heading, [Node]) -> [Node]
  /// What stands around a table.
  public var table: @Sendable (Table, Node) -> Node = { $1 }
  /// What follows a reference to a footnote, such as the note itself in the margin.
  public var aside: @Sendable (FootnoteReference) -> [Node] = { _ in [] }
  /// Whether the text refers to footnotes at all.
  public var showsNotes = true
  /// Whether footnotes are identified by their numbers, with points between: `fnref.1.2`. No heading
  /// and no label has a point in its identifier, and no name of a note can be taken for another's
  /// second reference. Else they are identified as GitHub does, by their names.
  public var numbersNotes = false
  /// Whether links stand in links, as in the parser's own output; a browser would part them.
  public var nestsLinks = true
  /// What a screen reader says of the arrow at the end of a footnote.
  public var backToText = "Back to content"

  public init(
    code: (@Sendable (CodeBlock) -> [Node])? = nil,
    formula: (@Sendable (Formula) -> [Node])? = nil,
    role: (@Sendable (Role) -> [Node])? = nil,
    reference: (@Sendable (Reference) -> [Node])? = nil,
    image: (@Sendable (Image) -> [Node])? = nil,
    destination: (@Sendable (Link) -> String)? = nil,
    heading: (@Sendable (Heading, [Node]) -> [Node])? = nil
  ) {
    self.code = code ?? Self.listing
    self.formula =
      formula ?? {
        [.element($0.isDisplayed ? "div" : "span", ["class": "math"], text: $0.tex.text)]
      }
    self.role = role ?? { [.element("code", text: $0.content.text)] }
    self.reference = reference ?? { [.element("a", ["href": "#\($0.label)"], text: $0.label)] }
    self.image = image ?? Self.picture
    self.destination = destination ?? { $0.destination }
    self.heading =
      heading ?? { [.element("h\($0.level)", ["id": $0.id], $1)] }
  }

  /// A listing as code hosts mark it: the language as a class.
  public static func listing(_ code: CodeBlock) -> [Node] {
    let language = code.language.isEmpty ? nil : "language-\(code.language)"
    return [.element("pre", [:], [.element("code", ["class": language], text: code.content.text)])]
  }

  /// A picture that is fetched from where it lies.
  public static func picture(_ image: Image) -> [Node] {
    [
      .element(
        "img",
        [
          "src": safe(image.source), "alt": image.description.plainText,
          "title": image.title.nonEmpty,
        ])
    ]
  }

  public func html(_ document: Document) -> [Node] {
    html(document.blocks) + footnotes(document.footnotes)
  }

  public func html(_ blocks: [Block]) -> [Node] { blocks.flatMap { html($0) + [.newline] } }

  public func html(_ block: Block) -> [Node] {
    switch block.kind {
    case .paragraph(let content): [.element("p", [:], html(content))]
    case .heading(let heading): self.heading(heading, html(heading.content))
    case .quote(let blocks): [.element("blockquote", [:], [.newline] + html(blocks))]
    case .list(let list): [html(list)]
    case .code(let code): self.code(code)
    case .formula(let formula): self.formula(formula)
    case .table(let table): [self.table(table, html(table))]
    case .thematicBreak: [.element("hr")]
    case .html(let text): [.element("p", text: text)]
    }
  }

  // MARK: Lists

  private func html(_ list: List) -> Node {
    let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
    let items = list.items.flatMap { item -> [Node] in
      [.element("li", [:], html(item, isTight: list.isTight)), .newline]
    }
    return .element(list.start == nil ? "ul" : "ol", ["start": start], [.newline] + items)
  }

  /// The paragraphs of a tight list stand in its items without an element of their own.
  private func html(_ item: List.Item, isTight: Bool) -> [Node] {
    var nodes: [Node] = []
    if let isDone = item.isDone {
      nodes += [
        .element(
          "input", ["type": "checkbox", "checked": isDone ? "" : nil, "disabled": ""]), .text(" "),
      ]
    }
    // As in the parser's own output, a line ends between two blocks, and after one that is not
    // a bare paragraph.
    var endsLine = false
    for block in item.blocks {
      if case .paragraph(let content) = block.kind, isTight {
        nodes += html(content)
        endsLine = false
      } else {
        if !endsLine { nodes.append(.newline) }
        nodes += html(block) + [.newline]
        endsLine = true
      }
    }
    return nodes
  }

  // MARK: Tables

  private func html(_ table: Table) -> Node {
    var parts: [Node] = [
      .newline,
      .element("thead", [:], [.newline, html(table.header, cell: "th", of: table), .newline]),
      .newline,
    ]
    if !table.rows.isEmpty {
      let rows = table.rows.flatMap { [html($0, cell: "td", of: table), .newline] }
      parts += [.element("tbody", [:], [.newline] + rows), .newline]
    }
    return .element("table", [:], parts)
  }

  private func html(_ row: Table.Row, cell: String, of table: Table) -> Node {
    let cells = zip(row.cells, table.alignments).flatMap { content, alignment -> [Node] in
      [.element(cell, ["align": alignment?.rawValue], html(content.content)), .newline]
    }
    return .element("tr", [:], [.newline] + cells)
  }
}

extension Node {
  static var newline: Node { .text("\n") }
}
