import Diagnostics
import Expressions
import TeX

extension RowReader {
  /// `cases` and matrices.
  mutating func table(_ table: Formula.Table, at range: Range<Int>) throws(Diagnostic) -> Expression
  {
    switch table.environment {
    case .cases, .dcases, .rcases: return try cases(table, at: range)
    case .matrix, .smallmatrix, .pmatrix, .bmatrix, .bracesMatrix, .array:
      return try matrix(table, at: range)
    default:
      throw Diagnostic("read.table", "this cannot stand within a formula", at: range)
    }
  }

  /// A value and its condition on each line; a line without one, or with words only, is the rest.
  private mutating func cases(
    _ table: Formula.Table, at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    var branches: [Expression.Branch] = []
    for row in table.rows {
      guard let first = row.cells.first else { continue }
      var valueItems = FormulaReader.items(of: first)
      if valueItems.last?.isSign(",") == true { valueItems.removeLast() }
      let value = try reading(valueItems, at: first.range) { row throws(Diagnostic) in
        try row.wholeExpression()
      }
      let conditionItems = row.cells.dropFirst().flatMap { FormulaReader.items(of: $0) }.filter {
        if case .text = $0.kind { false } else { true }
      }
      guard !conditionItems.isEmpty else {
        branches.append(Expression.Branch(value, if: nil))
        continue
      }
      let condition = try reading(conditionItems, at: row.range) { row throws(Diagnostic) in
        try row.wholeCondition()
      }
      branches.append(Expression.Branch(value, if: condition))
    }
    return Expression(.cases(branches), at: range)
  }

  private mutating func matrix(
    _ table: Formula.Table, at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    let cells = table.rows.map { row in row.cells.map { FormulaReader.items(of: $0) } }
    let hasDots = cells.contains { $0.contains { $0.contains(where: Self.isDots) } }
    if hasDots { return try patterned(cells, at: range) }
    var rows: [[Expression]] = []
    for row in cells {
      var elements: [Expression] = []
      for cell in row {
        elements.append(
          try reading(cell, at: range) { row throws(Diagnostic) in try row.wholeExpression() })
      }
      rows.append(elements)
    }
    return Expression(.matrix(rows), at: range)
  }

  private static func isDots(_ item: Formula) -> Bool {
    ["…", "⋯", "⋮", "⋱", "⋰"].contains(item.sign ?? "")
  }

  /// Names for the row and the column of a matrix written with dots.
  static let rowIndex = "row"
  static let columnIndex = "column"

  /// A matrix with dots: its general element is found from the first one, and every element that is
  /// written out must follow it.
  private mutating func patterned(
    _ cells: [[[Formula]]], at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    var elements: [(row: Int, column: Int, value: Expression)] = []
    let height = cells.count
    let width = cells.map(\.count).max() ?? 0
    for (row, line) in cells.enumerated() {
      for (column, cell) in line.enumerated()
      where !cell.isEmpty && !cell.contains(where: Self.isDots) {
        let value = try reading(cell, at: range) { row throws(Diagnostic) in
          try row.wholeExpression()
        }
        elements.append((row, column, value))
      }
    }
    guard let first = elements.first, first.row == 0, first.column == 0,
      case .component(let body, let indices) = first.value.kind, !indices.isEmpty
    else { throw Diagnostic("read.matrix", "its first element shows no pattern", at: range) }
    let counted = indices.indices.filter { indices[$0] == .constant(0) }
    let rowPlace = height > 1 ? counted.first : nil
    let columnPlace = width > 1 ? counted.dropFirst(height > 1 ? 1 : 0).first : nil
    for (row, column, value) in elements {
      var expected = indices
      for (place, position, count) in [(rowPlace, row, height), (columnPlace, column, width)] {
        guard let place, place < expected.count else { continue }
        expected[place] = position == count - 1 ? .last : .constant(position)
      }
      guard case .component(let other, let found) = value.kind, other.hasSameMeaning(as: body),
        found == expected
      else {
        throw Diagnostic(
          "shape.matrix", "this element does not follow the pattern of the first", at: value.range)
      }
    }
    var general = indices
    if let rowPlace, rowPlace < general.count { general[rowPlace] = .variable(Self.rowIndex) }
    if let columnPlace, columnPlace < general.count {
      general[columnPlace] = .variable(Self.columnIndex)
    }
    let element = Expression(.component(body, general), at: first.value.range)
    if height == 1 {
      return Expression(
        .transpose(
          Expression(.tabulation(row: Self.columnIndex, column: nil, element), at: range)),
        at: range)
    }
    return Expression(
      .tabulation(
        row: Self.rowIndex, column: width > 1 ? Self.columnIndex : nil, element), at: range)
  }
}

extension Expression {
  /// Whether two expressions are the same but for where they stand.
  func hasSameMeaning(as other: Expression) -> Bool {
    unplaced == other.unplaced
  }

  private var unplaced: Expression {
    let inner = mapChildren(\.unplaced)
    return Expression(inner.kind, at: 0..<0)
  }
}
