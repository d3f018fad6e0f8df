import Markup

extension Formula {
  /// The formula in display style, to stand in a cell of a table beside something else.
  ///
  /// It does not say so itself, since it would in every cell: the page's style sheet is to set
  /// `math-style: normal`. On a line of its own, which a browser would set in the middle, it does not
  /// stand, and it has no alternative: what is derived is read by those who know MathML.
  public var mathMLInCell: Element { mathMLInCell(between: .none) }

  func mathMLInCell(between neighbours: MathMLWriter.Neighbours) -> Element {
    let setting = MathMLWriter.Setting(style: .display)
    return Element(
      "math", [:], MathMLWriter().nodes(of: elements, in: setting, between: neighbours))
  }

  /// The formula as a `math` element of MathML Core.
  ///
  /// - Parameters:
  ///   - isDisplay: whether it stands on a line of its own.
  ///   - alternative: what a reader hears that knows no MathML; usually the TeX.
  public func mathML(isDisplay: Bool, alternative: String? = nil) -> Element {
    let setting = MathMLWriter.Setting(style: isDisplay ? .display : .text)
    return Element(
      "math", ["display": isDisplay ? "block" : nil, "alttext": alternative],
      MathMLWriter().nodes(of: elements, in: setting, between: .none))
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
        cell.mathMLInCell(between: table.neighbours(ofColumn: column, in: row))
      }
    }
  }
}
