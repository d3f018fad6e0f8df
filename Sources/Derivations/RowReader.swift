import Diagnostics
import Expressions
import TeX

/// Reads one row of a formula as an expression, from left to right.
struct RowReader {
  var items: [Formula]
  var at = 0
  var reader: FormulaReader
  /// Where the row stands, for a diagnostic about its end.
  let range: Range<Int>
  /// Whether this is the first side of a statement, which may give a name to what follows.
  var isFirstSide = false
  /// Whether unbound letters are indices, as in `i \neq j`.
  var isCondition = false
  /// What is wrong although the row could be read.
  var flaw: Diagnostic?
  var depth = 0
  /// The indices that the sums around this place bind.
  var boundNames: [String] = []

  init(_ items: [Formula], in reader: FormulaReader, range: Range<Int>) {
    self.items = items
    self.reader = reader
    self.range = range
  }

  var notation: Notation { reader.notation }
  var current: Formula? { at < items.count ? items[at] : nil }
  var end: Int { at > 0 ? items[at - 1].range.upperBound : range.lowerBound }

  /// Another row, read with what is known so far.
  mutating func reading<Result>(
    _ items: [Formula], at range: Range<Int>,
    _ body: (inout RowReader) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard depth < 100 else {
      throw Diagnostic("read.deep", "nested too deeply", at: range)
    }
    var row = RowReader(items, in: reader, range: range)
    row.isCondition = isCondition
    row.depth = depth + 1
    defer {
      reader = row.reader
      if flaw == nil { flaw = row.flaw }
    }
    return try body(&row)
  }

  mutating func expression(of formula: Formula) throws(Diagnostic) -> Expression {
    try reading(FormulaReader.items(of: formula), at: formula.range) {
      row throws(Diagnostic) in try row.wholeExpression()
    }
  }

  /// The whole row as one expression. A bracket that closes nothing is noted and passed over.
  mutating func wholeExpression() throws(Diagnostic) -> Expression {
    guard !items.isEmpty else {
      throw Diagnostic("read.missing", "an expression is missing here", at: range)
    }
    var whole: Expression?
    while let item = current {
      if item.closesBracket, whole != nil {
        flaw =
          flaw
          ?? Diagnostic(
            "shape.bracket", "'\(item.sign ?? ")")' closes nothing", at: item.range)
        at += 1
        // What follows it belongs to what stood before.
        if let left = whole, current != nil { whole = try sumTail(left) }
        continue
      }
      guard whole == nil else {
        throw Diagnostic("read.leftover", "this could not be read", at: item.range)
      }
      whole = try sum()
    }
    guard let whole else {
      throw Diagnostic("read.missing", "an expression is missing here", at: range)
    }
    return whole
  }

  mutating func sum() throws(Diagnostic) -> Expression {
    let start = current?.range.lowerBound ?? end
    var left: Expression
    if take("-") {
      let body = try product()
      left = Expression(.negation(body), at: start..<body.range.upperBound)
    } else {
      _ = take("+")
      left = try product()
    }
    return try sumTail(&left)
  }

  private mutating func sumTail(_ first: Expression) throws(Diagnostic) -> Expression {
    var left = first
    return try sumTail(&left)
  }

  private mutating func sumTail(_ left: inout Expression) throws(Diagnostic) -> Expression {
    while let item = current, item.isSign("+") || item.isSign("-") {
      try reader.countOperator(at: item.range)
      at += 1
      let right = try product()
      left = Expression(
        .binary(item.isSign("+") ? .add : .subtract, left, right),
        at: left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  /// Products by a sign, from the left.
  mutating func product() throws(Diagnostic) -> Expression {
    var left = try run()
    while let item = current, case .symbol(let symbol) = item.unbraced.kind,
      let kind = notation.products[symbol.text], !bindsAgain(at + 1)
    {
      try reader.countOperator(at: item.range)
      at += 1
      let isNegative = take("-")
      var right = try run()
      if isNegative { right = Expression(.negation(right), at: right.range) }
      left = joined(left, kind == .matrix ? .multiply : .scale, right)
    }
    return left
  }

  /// Factors side by side, and quotients by `/`.
  private mutating func run() throws(Diagnostic) -> Expression {
    var left = try factor()
    while let item = current {
      if item.isSign("/") || startsFactor(item) { try reader.countOperator(at: item.range) }
      if item.isSign("/") || item.isSign("÷") {
        at += 1
        let right = try factor()
        left = Expression(
          .binary(.divide, left, right), at: left.range.lowerBound..<right.range.upperBound)
      } else if startsFactor(item), !bindsAgain(at) {
        let right = try factor()
        let kind = notation.products["juxtaposition"] ?? .matrix
        left = joined(left, kind == .matrix ? .multiply : .scale, right)
      } else {
        return left
      }
    }
    return left
  }

  /// Whether a sum stands here over an index that a sum around this place has bound: that sum then
  /// ends before it, as in `\sum_k a_k \cdot \sum_k b_k`, which is a product of two sums.
  private func bindsAgain(_ place: Int) -> Bool {
    guard place < items.count, ["∑", "∏"].contains(items[place].nucleus.sign ?? ""),
      let sub = items[place].scripts?.sub, let first = FormulaReader.items(of: sub).first
    else { return false }
    return SymbolName.of(first).map(boundNames.contains) ?? false
  }

  mutating func take(_ sign: String) -> Bool {
    guard let item = current, item.isSign(sign) else { return false }
    at += 1
    return true
  }

  private func startsFactor(_ item: Formula) -> Bool {
    if item.closesBracket { return false }
    if item.opensBracket { return true }
    switch item.unbraced.kind {
    case .symbol(let symbol):
      switch symbol.symbolClass {
      case .relation, .punctuation, .close: return false
      case .binary: return symbol.text == "∗"
      default: return symbol.text != "/"
      }
    case .invalid: return true
    default: return true
    }
  }
}
