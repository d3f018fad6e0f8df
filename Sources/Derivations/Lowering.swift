import Diagnostics
import Expressions

/// Brings what only lessons write down to what the language has: the loss as a function, and the
/// bias that is written as weight number 0.
struct Lowering {
  let notation: Notation
  let loss: LossFormula

  func callAsFunction(_ expression: Expression) -> Expression {
    if notation.layout == .columns, let turned = turned(expression) { return turned }
    var lowered = expression.mapChildren(callAsFunction)
    if notation.isBiasFolded { lowered = unfolded(lowered) }
    lowered = placingActivation(lowered)
    if case .application(.named(RowReader.lossFunction), _, let arguments, _) = lowered.kind,
      let output = arguments.first
    {
      return lossOf(output, arguments.dropFirst().first, at: lowered.range)
    }
    return lowered
  }

  /// An activation that names no layer is that of the pre-activation it is applied to.
  private func placingActivation(_ expression: Expression) -> Expression {
    guard
      case .application(.activation(let layer), let order, let arguments, let named) =
        expression.kind, layer.variable == RowReader.unspecifiedLayer
    else { return expression }
    var found: Expressions.Layer?
    for argument in arguments {
      argument.walk { part in
        guard found == nil, case .symbol(let symbol) = part.kind else { return }
        switch notation.bindings[symbol.name]?.role {
        case .preactivation, .bias, .weights: found = symbol.layer
        default: break
        }
      }
    }
    guard let found else { return expression }
    return Expression(
      .application(.activation(found), order: order, arguments, named), at: expression.range)
  }

  /// A weight vector is the transpose of the weights, and so is a derivative by it.
  private func turned(_ expression: Expression) -> Expression? {
    func isTurned(_ expression: Expression) -> Bool {
      guard case .symbol(let symbol) = expression.kind else { return false }
      return notation.bindings[symbol.name]?.role == .weightVector
    }
    switch expression.kind {
    case .symbol where isTurned(expression):
      return Expression(.transpose(expression), at: expression.range)
    case .component(let body, let indices) where isTurned(body):
      return Expression(.component(body, indices.reversed()), at: expression.range)
    case .derivative(let of, let by) where isTurned(by):
      let plain = Expression(.derivative(of: self(of), by: by), at: expression.range)
      return Expression(.transpose(plain), at: expression.range)
    case .derivative(let of, let by):
      return Expression(
        .derivative(of: self(of), by: by.indicesTurned(isTurned)), at: expression.range)
    default: return nil
    }
  }

  /// The loss as a formula of the output: its code, written once more beside the engine's kernels.
  ///
  /// - Parameter target: the target as it is written; nil where the formula leaves it unsaid. That of
  ///   one sample makes the loss of that sample, whose mean is itself.
  private func lossOf(
    _ output: Expression, _ target: Expression?, at range: Range<Int>
  ) -> Expression {
    func name(_ name: String) -> Expression { Expression(.symbol(Symbol(name)), at: range) }
    let sum = loss.value.substituting(
      ["a": output, "y": target ?? name(NetworkScope.targetName)], at: range)
    if case .sample? = target?.kind { return sum }
    guard notation.reduction == .mean else { return sum }
    return Expression(.binary(.divide, sum, name(NetworkScope.batchName)), at: range)
  }

  /// Σ_{j=0}^J w_{kj} x_j with w_{k0} = b_k and x_0 = 1 is b_k + Σ_{j=1}^J w_{kj} x_j.
  private func unfolded(_ expression: Expression) -> Expression {
    if case .binary(.multiply, let weights, _) = expression.kind,
      case .symbol(let symbol) = weights.kind,
      notation.bindings[symbol.name]?.role == .weights,
      let bias = bias(of: symbol, at: weights.range)
    {
      // w a with the bias in w is w a + b.
      return Expression(.binary(.add, expression, bias), at: expression.range)
    }
    guard case .reduction(.sum, let binder, let body) = expression.kind,
      case .number(0)? = binder.lower?.kind, notation.firstIndex == 1
    else { return expression }
    let rest = Binder(
      binder.index, from: Expression(.number(1), at: binder.range), to: binder.upper,
      where: binder.condition, at: binder.range)
    let zeroth = atZero(body, binder.index)
    return Expression(
      .binary(
        .add, zeroth, Expression(.reduction(.sum, rest, body), at: expression.range)),
      at: expression.range)
  }

  /// The bias that goes with a layer's weights.
  private func bias(of weights: Symbol, at range: Range<Int>) -> Expression? {
    notation.symbols.first { $0.role == .bias }.map {
      Expression(.symbol(Symbol($0.name, layer: weights.layer)), at: range)
    }
  }

  private func atZero(_ expression: Expression, _ index: String) -> Expression {
    guard case .component(let body, let indices) = expression.kind,
      indices.contains(.variable(index)), case .symbol(let symbol) = body.kind
    else { return expression.mapChildren { atZero($0, index) } }
    switch notation.bindings[symbol.name]?.role {
    case .weights?:
      guard let bias = bias(of: symbol, at: body.range) else { return expression }
      let rest = indices.filter { $0 != .variable(index) }
      return Expression(.component(bias, rest), at: expression.range)
    case .input?, .activation?: return Expression(.number(1), at: expression.range)
    default: return expression
    }
  }
}

extension Expression {
  /// A component of a tensor that lies the other way has its indices the other way round.
  fileprivate func indicesTurned(_ isTurned: (Expression) -> Bool) -> Expression {
    guard case .component(let body, let indices) = kind, isTurned(body) else { return self }
    return Expression(.component(body, indices.reversed()), at: range)
  }
}
