import Markdown

extension Markdown.Block {
  /// Calls `visit` with every block from this one down, in the order of the text.
  public func forEachBlock(_ visit: (Markdown.Block) -> Void) {
    visit(self)
    switch kind {
    case .quote(let blocks): for inner in blocks { inner.forEachBlock(visit) }
    case .list(let list):
      for item in list.items { for inner in item.blocks { inner.forEachBlock(visit) } }
    case .paragraph, .heading, .code, .formula, .table, .thematicBreak, .html: break
    }
  }

  /// Calls `visit` with every piece of running text in this block, in the order of the text.
  public func forEachInline(_ visit: (Markdown.Inline) -> Void) {
    forEachBlock { block in
      switch block.kind {
      case .paragraph(let content): for inner in content { inner.forEachInline(visit) }
      case .heading(let heading): for inner in heading.content { inner.forEachInline(visit) }
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row.cells { for inner in cell.content { inner.forEachInline(visit) } }
        }
      case .quote, .list, .code, .formula, .thematicBreak, .html: break
      }
    }
  }

  /// The displayed formulas in this block, by themselves or within its text, in their order.
  public var displayedFormulas: [Markdown.Formula] {
    var formulas: [Markdown.Formula] = []
    forEachBlock { block in
      switch block.kind {
      case .formula(let formula): formulas.append(formula)
      case .paragraph, .heading, .table:
        block.forEachInline { inline in
          if case .formula(let formula) = inline.kind, formula.isDisplayed {
            formulas.append(formula)
          }
        }
      case .quote, .list, .code, .thematicBreak, .html: break
      }
    }
    return formulas
  }

  /// The roles in this block, such as `{eval}`.
  var roles: [Markdown.Role] {
    var roles: [Markdown.Role] = []
    forEachInline { if case .role(let role) = $0.kind { roles.append(role) } }
    return roles
  }
}

extension Markdown.Inline {
  /// Calls `visit` with this piece and every one inside it.
  public func forEachInline(_ visit: (Markdown.Inline) -> Void) {
    visit(self)
    switch kind {
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      for inner in content { inner.forEachInline(visit) }
    case .link(let link): for inner in link.content { inner.forEachInline(visit) }
    case .image(let image): for inner in image.description { inner.forEachInline(visit) }
    case .text, .softBreak, .lineBreak, .code, .footnote, .formula, .role, .reference, .html: break
    }
  }
}
