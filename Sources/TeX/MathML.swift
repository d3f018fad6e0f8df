import Markup

extension Formula {
  /// The formula as a `math` element of MathML Core.
  ///
  /// - Parameters:
  ///   - isDisplay: whether it stands on a line of its own.
  ///   - alternative: what a reader hears that knows no MathML; usually the TeX.
  public func mathML(isDisplay: Bool, alternative: String? = nil) -> Element {
    mathML(isDisplay: isDisplay, alternative: alternative, between: .none)
  }

  func mathML(
    isDisplay: Bool, alternative: String?, between neighbours: MathMLWriter.Neighbours,
    style: Style? = nil
  ) -> Element {
    let style = style ?? (isDisplay ? .display : .text)
    let setting = MathMLWriter.Setting(style: style)
    let nodes = MathMLWriter().nodes(of: elements, in: setting, between: neighbours)
    let attributes: Attributes = [
      "display": isDisplay ? "block" : nil,
      "displaystyle": !isDisplay && style == .display ? "true" : nil, "alttext": alternative,
    ]
    return Element("math", attributes, nodes)
  }
}

extension ParsedFormula {
  /// The formula with its own TeX as the alternative text. A `\tag` of the whole formula is not in
  /// it: the page sets it at the margin.
  public func mathML(isDisplay: Bool) -> Element {
    formula.mathML(isDisplay: isDisplay, alternative: source.trimmed)
  }

  /// Each cell of a table as a `math` element of its own in display style, row by row, spaced as
  /// within the table: for a page that puts something beside each row.
  public func mathMLCells(of table: Formula.Table) -> [[Element]] {
    table.rows.map { row in
      row.cells.enumerated().map { column, cell in
        cell.mathML(
          isDisplay: false, alternative: String(source(of: cell.range)).trimmed,
          between: table.neighbours(ofColumn: column, in: row), style: .display)
      }
    }
  }
}
