import Diagnostics
import Markdown

extension Notebook {
  /// What stands at an offset; nil if it is nothing that has a meaning of its own.
  public func place(at offset: Int) -> Place? {
    if let source = source(at: offset), let cell = directiveCell(headedAt: source.head) {
      return place(at: offset, in: cell, source)
    }
    for case .prose(let blocks) in cells {
      for block in blocks where block.range.touches(offset) {
        if let place = place(at: offset, in: block) { return place }
      }
    }
    let notes = footnotes.flatMap(\.blocks).filter { $0.range.touches(offset) }
    return notes.lazy.compactMap { place(at: offset, in: $0) }.first
  }

  /// The directive cells in their order.
  var directiveCells: [DirectiveCell] {
    cells.compactMap { if case .directive(let cell) = $0 { cell } else { nil } }
  }

  func directiveCell(headedAt head: Range<Int>) -> DirectiveCell? {
    directiveCells.first { $0.head == head }
  }

  /// The cell at an offset as it was written.
  func source(at offset: Int) -> CellSource? {
    let cell = directiveCells.first { $0.range.touches(offset) }
    return cell.flatMap { cell in scope.sources.first { $0.head == cell.head } }
  }

  // MARK: - Cells

  private func place(at offset: Int, in cell: DirectiveCell, _ source: CellSource) -> Place? {
    if source.head.touches(offset) { return directive(source, cell) }
    if let label = cell.label, label.range.touches(offset) {
      return scope[label.value].map { self.label($0, at: label.range) }
    }
    if let place = option(at: offset, in: source) { return place }
    guard let content = source.content, content.touches(offset) else { return nil }
    if let derivation = cell.directive as? DerivationDirective {
      let found = notation(named: derivation.notation?.name, at: offset)
      return found?.place(at: offset, in: derivation.formula.parsed, from: content)
    }
    return word(at: offset)
  }

  private func directive(_ source: CellSource, _ cell: DirectiveCell) -> Place {
    let entry = Reference.standard.section(of: "directive")?.entries.first {
      $0.name == cell.name
    }
    let usage = entry?.usage ?? "{\(cell.name)}"
    return Place(source.head, "`\(usage)`\n\n\(entry?.summary ?? source.type.summary)")
  }

  // MARK: - Prose

  private func place(at offset: Int, in block: Markdown.Block) -> Place? {
    var found: Place?
    block.forEachBlock { block in
      if case .formula(let formula) = block.kind, block.range.touches(offset) {
        found = symbol(at: offset, in: formula)
      }
    }
    block.forEachInline { inline in
      guard found == nil, inline.range.touches(offset) else { return }
      switch inline.kind {
      case .formula(let formula): found = symbol(at: offset, in: formula)
      case .role(let role) where role.content.touches(offset): found = word(at: offset)
      case .reference(let reference): found = self.reference(reference, at: inline.range)
      default: break
      }
    }
    return found
  }

  private func symbol(at offset: Int, in formula: Markdown.Formula) -> Place? {
    let found = formulas[formula.tex.offset(inFile: 0)].flatMap { parsed in
      notation(named: nil, at: offset)?.place(at: offset, in: parsed, from: formula.tex)
    }
    return found
  }

  private func reference(_ reference: Markdown.Reference, at range: Range<Int>) -> Place? {
    guard let target = referenceTargets["\(reference.label)"] else { return nil }
    let line = file.position(of: target.lowerBound).line
    let kind =
      switch reference.kind {
      case .equation: "an equation"
      case .figure: "a figure"
      case .table: "a table"
      }
    return Place(range, "`@\(reference.label)`: \(kind), line \(line)", definition: target)
  }

  /// What `@…` may refer to, with where it is: `eq-loss`, `fig-fit`, `tbl-fit`.
  var referenceTargets: [String: Range<Int>] {
    equations.merging(anchors.places) { equation, _ in equation }
  }
}

extension SourceExcerpt {
  /// Whether an offset of the file lies in this piece of it.
  func touches(_ offset: Int) -> Bool {
    range(inFile: 0..<text.utf8.count).touches(offset)
  }

  /// Where an offset of the file stands in this piece; nil if it is not in it.
  func local(_ offset: Int) -> Int? {
    guard touches(offset) else { return nil }
    let segment = segments.last { $0.file <= offset } ?? segments[0]
    return min(text.utf8.count, segment.local + offset - segment.file)
  }
}
