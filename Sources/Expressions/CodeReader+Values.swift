import Diagnostics

/// Values and what hangs on them: members, indices, calls, lists.
extension CodeReader {
  mutating func postfix() throws(Diagnostic) -> Expression {
    var value = try primary()
    while true {
      if isSign(".") || isSign("[") { try countOperator() }
      if take(".") {
        guard case .name(let member) = current.kind else { throw unexpected("expected a name") }
        let range = value.range.lowerBound..<current.range.upperBound
        at += 1
        if member == "T" {
          value = Expression(.transpose(value), at: range)
        } else if take("(") {
          let (arguments, named) = try arguments()
          value = Expression(
            .application(.named(member), order: 0, [value] + arguments, named),
            at: value.range.lowerBound..<previousEnd)
        } else if case .symbol(let whole) = value.kind, whole.layer == nil {
          // A part of something a label stands for: iris.test.
          value = Expression(.symbol(Symbol("\(whole.name).\(member)")), at: range)
        } else {
          throw Diagnostic(
            "code.member", "there is no '.\(member)'", at: range, help: ["write '.T' or a call"])
        }
      } else if take("[") {
        var parts: [Subscript] = []
        repeat { parts.append(try subscriptPart()) } while take(",")
        try expect("]")
        value = Expression(
          .slice(value, parts), at: value.range.lowerBound..<previousEnd)
      } else {
        return value
      }
    }
  }

  private var previousEnd: Int { tokens[at - 1].range.upperBound }

  private mutating func subscriptPart() throws(Diagnostic) -> Subscript {
    var bounds: [Expression?] = [nil]
    var isRange = false
    while !isSign("]"), !isSign(",") {
      if take(":") {
        isRange = true
        guard bounds.count < 3 else { throw unexpected("expected at most 'from:to:step'") }
        bounds.append(nil)
      } else if bounds[bounds.count - 1] == nil {
        bounds[bounds.count - 1] = try expression()
      } else {
        throw unexpected("expected ']'")
      }
    }
    if isRange {
      return .range(from: bounds[0], to: bounds[1], step: bounds.count > 2 ? bounds[2] : nil)
    }
    guard let position = bounds[0] else { throw unexpected("expected an index") }
    return .position(position)
  }

  private mutating func primary() throws(Diagnostic) -> Expression {
    let token = current
    switch token.kind {
    case .number(let value):
      at += 1
      return Expression(.number(value), at: token.range)
    case .name(let name):
      if let foreign = foreignWord() { throw foreign }
      at += 1
      if ["np", "numpy", "math", "linalg"].contains(name), take(".") { return try primary() }
      guard take("(") else { return Expression(.symbol(Symbol(name)), at: token.range) }
      let (arguments, named) = try arguments()
      return Expression(
        .application(.named(name), order: 0, arguments, named),
        at: token.range.lowerBound..<previousEnd)
    case .sign("("):
      at += 1
      let inner = try expression()
      if isSign(",") {
        // A tuple, as in zeros((2, 3)).
        var parts = [inner]
        while take(","), !isSign(")") { parts.append(try expression()) }
        if let foreign = foreignWord() { throw foreign }
        try expect(")")
        return Expression(.matrix([parts]), at: token.range.lowerBound..<previousEnd)
      }
      try expect(")")
      return Expression(inner.kind, at: token.range.lowerBound..<previousEnd)
    case .sign("["):
      at += 1
      return try list(from: token.range.lowerBound)
    default: throw foreignSign() ?? unexpected("expected a value")
    }
  }

  /// `[1, 2]` or `[[1, 2], [3, 4]]`.
  private mutating func list(from start: Int) throws(Diagnostic) -> Expression {
    var rows: [[Expression]] = []
    var numbers: [Expression] = []
    while !isSign("]") {
      if isSign("[") {
        let start = current.range.lowerBound
        at += 1
        var row: [Expression] = []
        while !isSign("]") {
          row.append(try expression())
          if !take(",") { break }
        }
        try expect("]")
        guard rows.first.map({ $0.count == row.count }) ?? true else {
          throw Diagnostic(
            "shape.matrix", "the rows are of different lengths", at: start..<previousEnd)
        }
        rows.append(row)
      } else {
        numbers.append(try expression())
      }
      if !take(",") { break }
    }
    if let foreign = foreignWord() { throw foreign }
    try expect("]")
    let range = start..<previousEnd
    guard rows.isEmpty || numbers.isEmpty else {
      throw Diagnostic("shape.matrix", "numbers and rows in one list", at: range)
    }
    if rows.isEmpty {
      // A flat list has one axis: the only row of a matrix.
      let row = Expression(.matrix([numbers]), at: range)
      return Expression(
        .slice(row, [.position(Expression(.number(0), at: range))]), at: range)
    }
    return Expression(.matrix(rows), at: range)
  }

  private mutating func arguments() throws(Diagnostic) -> ([Expression], [String: Expression]) {
    var values: [Expression] = []
    var named: [String: Expression] = [:]
    while !isSign(")") {
      if case .name(let key) = current.kind, at + 1 < tokens.count,
        tokens[at + 1].kind == .sign("=")
      {
        let range = current.range
        at += 2
        guard named[key] == nil else {
          throw Diagnostic("code.argument", "'\(key)' is given twice", at: range)
        }
        named[key] = try expression()
      } else {
        values.append(try expression())
      }
      if !take(",") { break }
    }
    try expect(")")
    return (values, named)
  }
}
