import Diagnostics

/// Reads array code in the manner of NumPy.
///
///     statement := name '=' expression | 'print' '(' expression ')' | expression
///     expression, by rising precedence: or, and, not, comparison, + -, * / @, unary -, **, postfix
///     postfix := .T, .sum(axis=0), [i, a:b], (arguments)
///
/// `np.` before a function is allowed and means nothing. Everything that cannot be read is thrown
/// as a ``Diagnostic`` at its column.
public struct CodeReader {
  let tokens: [CodeToken]
  var at = 0
  private var depth = 0
  /// More nesting than code has; deeper text would exhaust the stack.
  private static let deepest = 200
  /// More operators than a line has. They group from the left, so a long line is a deep tree.
  private static let mostOperators = 400
  private var operators = 0

  /// The statements of a text.
  public static func statements(of text: String) throws(Diagnostic) -> [Statement] {
    var reader = CodeReader(tokens: try CodeToken.tokens(of: text))
    var statements: [Statement] = []
    while true {
      while reader.isAtBreak { reader.at += 1 }
      if reader.current.kind == .end { return statements }
      statements.append(contentsOf: try reader.statement())
      guard reader.isAtBreak || reader.current.kind == .end else {
        throw reader.foreignEnd() ?? reader.unexpected("expected the end of the line")
      }
    }
  }

  /// A single expression, such as what stands in `{eval}`.
  public static func expression(_ text: String) throws(Diagnostic) -> Expression {
    var reader = CodeReader(tokens: try CodeToken.tokens(of: text))
    while reader.isAtBreak { reader.at += 1 }
    let expression = try reader.expression()
    while reader.isAtBreak { reader.at += 1 }
    guard reader.current.kind == .end else {
      throw reader.foreignEnd() ?? reader.unexpected("expected the end")
    }
    return expression
  }

  private init(tokens: [CodeToken]) { self.tokens = tokens }

  var current: CodeToken { tokens[min(at, tokens.count - 1)] }
  private var isAtBreak: Bool { current.kind == .newline || current.kind == .sign(";") }

  func isSign(_ sign: String) -> Bool { current.kind == .sign(sign) }

  mutating func take(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    at += 1
    return true
  }

  mutating func expect(_ sign: String) throws(Diagnostic) {
    guard take(sign) else { throw unexpected("expected '\(sign)'") }
  }

  func unexpected(_ expectation: String) -> Diagnostic {
    let found =
      switch current.kind {
      case .name(let name): "found '\(name)'"
      case .number(let value): "found \(value.formattedShort)"
      case .sign(let sign): "found '\(sign)'"
      case .newline, .end: "the line ends here"
      }
    return Diagnostic("code.syntax", "\(expectation), \(found)", at: place)
  }

  /// The current token; where the line ends, the end of what stands on it, not the start of the next.
  private var place: Range<Int> {
    switch current.kind {
    case .newline, .end:
      let end =
        at > 0 ? tokens[min(at, tokens.count) - 1].range.upperBound : current.range.lowerBound
      return end..<end
    case .name, .number, .sign: return current.range
    }
  }

  mutating func countOperator() throws(Diagnostic) {
    operators += 1
    guard operators <= Self.mostOperators else {
      throw Diagnostic(
        "code.long", "this line has more than \(Self.mostOperators) operators", at: current.range)
    }
  }

  private mutating func statement() throws(Diagnostic) -> [Statement] {
    operators = 0
    let start = current.range.lowerBound
    if case .name(let name) = current.kind, at + 1 < tokens.count {
      if tokens[at + 1].kind == .sign("=") {
        let range = current.range
        at += 2
        let value = try expression()
        return [
          Statement(
            target: name, targetRange: range, expression: value, isShown: false,
            range: start..<value.range.upperBound)
        ]
      }
      for (sign, meaning) in Self.updates where tokens[at + 1].kind == .sign(sign) {
        let range = current.range
        at += 2
        let change = try expression()
        let whole = start..<change.range.upperBound
        let value = Expression(
          .binary(meaning, Expression(.symbol(Symbol(name)), at: range), change), at: whole)
        return [
          Statement(
            target: name, targetRange: range, expression: value, isShown: false, range: whole)
        ]
      }
      if name == "print", tokens[at + 1].kind == .sign("(") {
        at += 2
        var shown: [Statement] = []
        repeat {
          let value = try expression()
          shown.append(
            Statement(
              target: nil, targetRange: start..<start, expression: value, isShown: true,
              range: value.range))
        } while take(",")
        try expect(")")
        return shown
      }
    }
    let value = try expression()
    return [
      Statement(
        target: nil, targetRange: start..<start, expression: value, isShown: true,
        range: value.range)
    ]
  }

  private static let updates: [(String, BinaryOperator)] = [
    ("+=", .add), ("-=", .subtract), ("*=", .scale), ("/=", .divide),
  ]

  mutating func expression() throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      throw Diagnostic("code.deep", "nested too deeply", at: current.range)
    }
    return try either(0)
  }

  /// The binary operators by rising precedence, all of them grouping from the left.
  private static let levels: [[(token: CodeToken.Kind, meaning: BinaryOperator)]] = [
    [(.name("or"), .or)], [(.name("and"), .and)], [],
    [
      (.sign("<"), .less), (.sign("<="), .lessOrEqual), (.sign(">"), .greater),
      (.sign(">="), .greaterOrEqual), (.sign("=="), .equal), (.sign("!="), .unequal),
    ],
    [(.sign("+"), .add), (.sign("-"), .subtract)],
    [(.sign("*"), .scale), (.sign("/"), .divide), (.sign("@"), .multiply)],
  ]
  private static let levelOfNot = 2
  private static let levelOfComparisons = 3

  private mutating func either(_ level: Int) throws(Diagnostic) -> Expression {
    guard level < Self.levels.count else { return try signed() }
    if level == Self.levelOfNot {
      guard current.kind == .name("not") else { return try either(level + 1) }
      let start = current.range.lowerBound
      at += 1
      let body = try expressionAfterPrefix(level)
      return Expression(.not(body), at: start..<body.range.upperBound)
    }
    var left = try either(level + 1)
    while let sign = Self.levels[level].first(where: { $0.token == current.kind }) {
      at += 1
      try countOperator()
      let right = try either(level + 1)
      if level == Self.levelOfComparisons,
        let next = Self.levels[level].first(where: { $0.token == current.kind })
      {
        // Elsewhere both would have to hold; read from the left, a truth would be compared.
        throw Diagnostic(
          "code.syntax", "one comparison after another", at: current.range,
          help: ["write each by itself: '(0 < x) and (x \(next.meaning.rawValue) 1)'"])
      }
      left = Expression(
        .binary(sign.meaning, left, right), at: left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private mutating func expressionAfterPrefix(_ level: Int) throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      throw Diagnostic("code.deep", "nested too deeply", at: current.range)
    }
    return try either(level)
  }

  private mutating func signed() throws(Diagnostic) -> Expression {
    let start = current.range.lowerBound
    if take("+") { return try nestedSigned() }
    guard take("-") else { return try power() }
    let body = try nestedSigned()
    return Expression(.negation(body), at: start..<body.range.upperBound)
  }

  private mutating func nestedSigned() throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      throw Diagnostic("code.deep", "nested too deeply", at: current.range)
    }
    return try signed()
  }

  private mutating func power() throws(Diagnostic) -> Expression {
    let base = try postfix()
    guard take("**") else { return base }
    let exponent = try nestedSigned()
    return Expression(
      .binary(.power, base, exponent), at: base.range.lowerBound..<exponent.range.upperBound)
  }
}

extension Double {
  /// As few digits as it takes: `2` rather than `2.0`.
  var formattedShort: String {
    Int(exactly: self).map(String.init) ?? description
  }
}
