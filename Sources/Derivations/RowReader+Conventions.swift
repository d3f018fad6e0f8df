import Expressions
import TeX

/// What is written without being bound because every course writes it: δ of Kronecker, the vector of
/// ones, and a new name with a layer.
extension RowReader {
  /// `\delta_{ij}`, where nothing else is called δ: 1 where the indices are equal, else 0.
  func kroneckerDelta(
    _ name: String, _ indices: [Index], _ upper: Superscript, at range: Range<Int>
  ) -> Expression? {
    guard name == "δ", notation.bindings[name] == nil, !reader.definedNames.contains(name),
      indices.count == 2, upper.layer == nil, upper.sample == nil, upper.power == nil,
      !upper.isTransposed, !(isFirstSide && items.count == 1)
    else { return nil }
    var sides: [Expression] = []
    for index in indices {
      switch index {
      case .variable(let letter): sides.append(Expression(.index(letter), at: range))
      case .constant(let at):
        sides.append(Expression(.number(Double(at + notation.firstIndex)), at: range))
      case .last: return nil
      }
    }
    return Expression(.binary(.equal, sides[0], sides[1]), at: range)
  }

  /// Whether a number below a name that no notation has counts layers: it does where the formula
  /// gives the name its meaning, `Q_1 = X W_1`, and from then on.
  mutating func namesLayer(
    _ sub: Formula, of name: String, _ scripts: Formula.Scripts?
  ) -> Bool {
    let parts = FormulaReader.items(of: sub)
    guard notation.bindings[name] == nil, scripts?.sup == nil, parts.count == 1,
      case .number = parts[0].unbraced.kind
    else { return false }
    if reader.layeredNames.contains(name) { return true }
    guard isFirstSide, items.count == 1, !reader.definedNames.contains(name) else { return false }
    reader.layeredNames.insert(name)
    return true
  }

  // MARK: The vector of ones

  /// What a vector of ones is called until it meets a matrix, which says how long it is.
  static let ones = "𝟏"

  /// `\mathbf{1}`, `\mathbb{1}^T`.
  func ones(_ item: Formula) -> Expression? {
    let nucleus = item.nucleus.unbraced
    let isOnes =
      switch nucleus.kind {
      case .font(.blackboard, let body), .font(.bold, let body): body.plainName == "1"
      case .symbol(let symbol): symbol.text == "𝟙" || symbol.text == "𝟏"
      default: false
      }
    guard isOnes, item.scripts?.sub == nil, item.scripts?.primes ?? 0 == 0 else { return nil }
    let ones = Expression(.symbol(Symbol(Self.ones)), at: item.range)
    guard let sup = item.scripts?.sup else { return ones }
    let above = FormulaReader.items(of: sup)
    guard above.count == 1, above[0].isTransposition(in: notation) else { return nil }
    return Expression(.transpose(ones), at: item.range)
  }

  /// The product of two factors: 1ᵀ A sums the columns of A, A 1 its rows, and b 1ᵀ is the bias b
  /// once for each sample, which a bias is anyway.
  func joined(_ left: Expression, _ sign: BinaryOperator, _ right: Expression) -> Expression {
    let range = left.range.lowerBound..<right.range.upperBound
    let product = Expression(.binary(sign, left, right), at: range)
    guard sign == .multiply else { return product }
    func sum(_ matrix: Expression, over axis: Int) -> Expression {
      Expression(.total(.sum, axis: axis, keepsAxis: true, matrix), at: range)
    }
    if left.isTransposedOnes, isTensor(right) { return sum(right, over: 0) }
    if case .binary(.multiply, let factor, let ones) = left.kind, ones.isTransposedOnes,
      isTensor(right)
    {
      return Expression(.binary(.multiply, factor, sum(right, over: 0)), at: range)
    }
    if notation.layout == .columns, right.isTransposedOnes, isBias(left) { return left }
    if notation.layout == .rows, left.isOnes, isBias(right) { return right }
    if right.isOnes, isTensor(left) { return sum(left, over: 1) }
    return product
  }

  private func isBias(_ expression: Expression) -> Bool {
    guard case .symbol(let symbol) = expression.kind else { return false }
    return notation.bindings[symbol.name]?.role == .bias
  }

  /// Whether a whole tensor occurs, so that there is something to sum.
  private func isTensor(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .component: return false
    case .symbol(let symbol):
      guard let role = notation.bindings[symbol.name]?.role else {
        return reader.definedNames.contains(symbol.name)
          || reader.layeredNames.contains(symbol.name)
      }
      return role.isLayered || role.isPerSample
    default: return expression.children.contains(where: isTensor)
    }
  }
}

extension Expression {
  fileprivate var isOnes: Bool {
    guard case .symbol(let symbol) = kind else { return false }
    return symbol.name == RowReader.ones
  }

  fileprivate var isTransposedOnes: Bool {
    if case .transpose(let body) = kind { body.isOnes } else { false }
  }
}
