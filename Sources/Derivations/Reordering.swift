import Expressions

/// Finds the order, the transposes and the kinds of product in which the factors of a formula that
/// was written down loosely make the other side.
///
/// `(a-y)\,w\,\sigma'(z)\,x` is how the chain rule comes out when nobody looks at shapes; as matrices it
/// is `(wᵀ(a−y) ⊙ σ′(z)) xᵀ`. Shapes leave few candidates, values choose among them.
struct Reordering {
  let expression: Expression
  let other: Expression
  let check: ChainCheck

  /// More orders than 4 factors have are not tried.
  private static let mostFactors = 4

  init(of expression: Expression, to other: Expression, check: ChainCheck) {
    self.expression = expression
    self.other = other
    self.check = check
  }

  /// A product so far: its shape, its expression and its TeX.
  private struct Partial {
    let rows: Int
    let columns: Int
    let expression: Expression
    let text: String
    let isElementwise: Bool
  }

  /// `correct as …`, nil if no order does.
  var words: String? {
    let rewriter = Rewriter(source: check.source, notation: check.checker.notation, activations: [])
    let factors = rewriter.factors(of: expression)
    guard (2...Self.mostFactors).contains(factors.count) else { return nil }
    let trials = Trials(
      check, sides: factors.map { $0 } + [other], assumption: .normalized, points: 0)
    guard let trial = trials.first else { return nil }
    var shapes: [(Int, Int)] = []
    for side in trial.sides {
      guard case .compiled(let plan, _) = side, plan.shape.rank == 2 else { return nil }
      shapes.append((plan.shape.axes[0], plan.shape.axes[1]))
    }
    let wanted = shapes.removeLast()
    let parts = zip(factors, shapes).map { factor, shape in
      Partial(
        rows: shape.0, columns: shape.1, expression: factor, text: rewriter.text(factor),
        isElementwise: false)
    }
    for order in Rewriter.permutations(parts) {
      for candidate in products(order) where (candidate.rows, candidate.columns) == wanted {
        let tried = Trials(
          check, sides: [other, candidate.expression], assumption: .normalized, points: 3)
        if tried.failure == nil, tried.verdict(of: 0, 1).holds {
          return "correct as $\(candidate.text)$"
        }
      }
    }
    return nil
  }

  /// Every product of the parts in this order that conforms.
  private func products(_ parts: [Partial]) -> [Partial] {
    guard let last = parts.last else { return [] }
    guard parts.count > 1 else { return [last, transposed(last)] }
    return products(Array(parts.dropLast())).flatMap { left in
      [last, transposed(last)].flatMap { joined(left, $0) }
    }
  }

  private func transposed(_ part: Partial) -> Partial {
    Partial(
      rows: part.columns, columns: part.rows,
      expression: Expression(.transpose(part.expression), at: part.expression.range),
      text: "{\(part.text)}^T", isElementwise: false)
  }

  private func joined(_ left: Partial, _ right: Partial) -> [Partial] {
    func made(_ sign: BinaryOperator, _ rows: Int, _ columns: Int, _ text: String) -> Partial {
      Partial(
        rows: rows, columns: columns,
        expression: Expression(
          .binary(sign, left.expression, right.expression), at: expression.range), text: text,
        isElementwise: sign == .scale)
    }
    var found: [Partial] = []
    if left.columns == right.rows {
      let bracketed = left.isElementwise ? #"\left(\#(left.text)\right)"# : left.text
      found.append(made(.multiply, left.rows, right.columns, "\(bracketed) \(right.text)"))
    }
    if (left.rows, left.columns) == (right.rows, right.columns) {
      found.append(made(.scale, left.rows, left.columns, #"\#(left.text) \odot \#(right.text)"#))
    }
    return found
  }
}
