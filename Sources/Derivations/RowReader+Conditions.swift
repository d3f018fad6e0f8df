import Diagnostics
import Expressions
import TeX

extension RowReader {
  static func comparison(of item: Formula) -> BinaryOperator? {
    guard case .symbol(let symbol) = item.unbraced.kind else { return nil }
    return switch symbol.text {
    case "=": .equal
    case "≠": .unequal
    case "<": .less
    case ">": .greater
    case "≤", "⩽": .lessOrEqual
    case "≥", "⩾": .greaterOrEqual
    default: nil
    }
  }

  /// The whole row as a condition: comparisons, joined by commas or `\land`.
  mutating func wholeCondition() throws(Diagnostic) -> Expression {
    let parts = FormulaReader.split(items) { $0.isSign(",") || $0.isSign("∧") }
    var whole: Expression?
    for part in parts where !part.isEmpty {
      let condition = try reading(part, at: range) { row throws(Diagnostic) in
        try row.comparisons()
      }
      whole = whole.map { Expression(.binary(.and, $0, condition), at: range) } ?? condition
    }
    guard let whole else { throw Diagnostic("read.missing", "a condition is missing", at: range) }
    return whole
  }

  private mutating func comparisons() throws(Diagnostic) -> Expression {
    let wasCondition = isCondition
    isCondition = true
    defer { isCondition = wasCondition }
    var whole: Expression?
    var left = try sum()
    while let item = current, let sign = Self.comparison(of: item) {
      at += 1
      let right = try sum()
      let both = noteIndices(left, right)
      let comparison = Expression(
        .binary(sign, both.0, both.1), at: left.range.lowerBound..<right.range.upperBound)
      whole = whole.map { Expression(.binary(.and, $0, comparison), at: range) } ?? comparison
      left = right
    }
    if let item = current {
      throw Diagnostic("read.leftover", "this could not be read", at: item.range)
    }
    return whole ?? left
  }

  /// In `i \neq j` an unbound letter is an index.
  private mutating func noteIndices(
    _ left: Expression, _ right: Expression
  ) -> (Expression, Expression) {
    func asIndex(_ expression: Expression) -> Expression {
      guard case .symbol(let symbol) = expression.kind, symbol.layer == nil,
        notation.bindings[symbol.name] == nil, reader.indices.contains(symbol.name)
      else { return expression }
      return Expression(.index(symbol.name), at: expression.range)
    }
    return (asIndex(left), asIndex(right))
  }

  /// `\sum` and `\prod` with their limits and the product they reach over.
  mutating func bigOperator(_ item: Formula) throws(Diagnostic) -> Expression {
    let kind: Reduction = item.nucleus.sign == "∑" ? .sum : .product
    guard let sub = item.scripts?.sub else {
      if let sup = item.scripts?.sup {
        throw Diagnostic("read.sum", "this limit belongs to no index", at: sup.range)
      }
      let body = try product()
      return Expression(
        .total(kind, axis: nil, keepsAxis: false, body),
        at: item.range.lowerBound..<body.range.upperBound)
    }
    let binders = try binders(sub, item.scripts?.sup, at: sub.range)
    let outer = boundNames
    boundNames += binders.map(\.index)
    defer { boundNames = outer }
    let body = try product()
    return reduction(kind, binders, body, at: item.range.lowerBound..<body.range.upperBound)
  }

  func reduction(
    _ kind: Reduction, _ binders: [Binder], _ body: Expression, at range: Range<Int>
  ) -> Expression {
    binders.reversed().reduce(body) { inner, binder in
      Expression(.reduction(kind, binder, inner), at: range)
    }
  }

  /// `k=1`, `k`, `i,j`, `k=1, k \neq i`, `i \neq j`, with an upper limit.
  mutating func binders(
    _ sub: Formula, _ sup: Formula?, at range: Range<Int>
  ) throws(Diagnostic) -> [Binder] {
    let upper: Expression?
    if let sup { upper = try expression(of: sup) } else { upper = nil }
    var names: [String] = []
    var lower: [String: Expression] = [:]
    var conditions: [Expression] = []
    for clause in FormulaReader.split(
      FormulaReader.items(of: sub), at: { $0.isSign(",") || $0.isSign(";") })
    where !clause.isEmpty {
      let letters = clause.compactMap { SymbolName.of($0) }
      if clause.count == letters.count, clause.allSatisfy({ $0.scripts == nil }) {
        names += letters
        continue
      }
      guard let letter = SymbolName.of(clause[0]), clause.count >= 3 else {
        throw Diagnostic("read.sum", "this says no index", at: clause[0].range)
      }
      if clause[1].isSign("∈") {
        names.append(letter)
      } else if clause[1].isSign("=") {
        names.append(letter)
        lower[letter] = try reading(Array(clause[2...]), at: range) { row throws(Diagnostic) in
          try row.wholeExpression()
        }
      } else {
        for name in letters { reader.noteIndex(name) }
        let condition = try reading(clause, at: range) { row throws(Diagnostic) in
          try row.wholeCondition()
        }
        conditions.append(condition)
        if names.isEmpty {
          names.append(
            letters.count == 2 ? letters.joined(separator: FormulaReader.choice) : letter)
        }
      }
    }
    guard !names.isEmpty else {
      throw Diagnostic("read.sum", "this says no index", at: range)
    }
    for name in names where !name.contains(FormulaReader.choice) { reader.noteIndex(name) }
    let condition = conditions.reduce(nil as Expression?) { whole, next in
      whole.map { Expression(.binary(.and, $0, next), at: range) } ?? next
    }
    return names.enumerated().map { number, name in
      Binder(
        name, from: lower[name], to: upper, where: number == names.count - 1 ? condition : nil,
        at: range)
    }
  }
}
