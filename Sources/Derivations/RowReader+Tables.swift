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

  /// What may be said around a condition, and what may be said in place of one, in the languages of
  /// the pages.
  private static let words: Set<String> = [
    "", "if", "for", "for all", "when", "where", "wherever", "as long as", "if and only if", "iff",
    "provided", "provided that", "with", "in case", "如果", "若", "当", "如", "если", "при", "для",
    "когда",
    "где",
  ]
  private static let rest: Set<String> = [
    "otherwise", "else", "in all other cases", "in other cases", "elsewhere", "其他", "其它", "否则",
    "其余", "иначе", "в противном случае", "в остальных случаях",
  ]

  /// The condition on a line of `cases`; nil for the rest. Any word that might change what the line
  /// says is an error.
  private mutating func condition(
    _ items: [Formula], at range: Range<Int>
  ) throws(Diagnostic) -> Expression? {
    var isRest = false
    var signs: [Formula] = []
    for item in items {
      guard case .text(let text, _) = item.nucleus.kind else {
        signs.append(item)
        continue
      }
      let word = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .trimming(",;:.")
      if Self.rest.contains(word) {
        isRest = true
      } else if !Self.words.contains(word) {
        throw Diagnostic(
          "read.text", "'\(word)' says something that is not read here", at: item.range,
          help: ["write a condition in signs; around it may stand if, for, when, where, otherwise"])
      }
    }
    while signs.last?.isSign(",") == true || signs.last?.isSign(";") == true { signs.removeLast() }
    if signs.isEmpty { return nil }
    guard !isRest else {
      throw Diagnostic(
        "read.text", "a line is either for a condition or for the rest", at: range)
    }
    return try reading(signs, at: range) { row throws(Diagnostic) in try row.wholeCondition() }
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
      let items = row.cells.dropFirst().flatMap { FormulaReader.items(of: $0) }
      branches.append(Expression.Branch(value, if: try condition(items, at: row.range)))
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

extension String {
  /// Without these characters at its ends.
  fileprivate func trimming(_ characters: String) -> String {
    var text = self[...]
    while let last = text.last, characters.contains(last) { text.removeLast() }
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    return String(text)
  }
}
