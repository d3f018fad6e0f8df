import Diagnostics
import Expressions

/// Checks a step of gradient descent: what a parameter becomes is the parameter minus a rate times
/// the gradient of the loss; what a gradient of the batch grows by adds up to it over the samples.
struct UpdateCheck {
  let check: ChainCheck

  init(_ check: ChainCheck) { self.check = check }

  func run() -> ChainCheck.Result { check.result(of: .update, judging: verdict) }

  private func verdict(_ left: Chain.Side, _ right: Chain.Side) -> Verdict {
    guard let target = left.expression, let value = right.expression else { return .sketch }
    if check.chain.relations.first == .increases { return accumulation(target, value) }
    return descent(target, value)
  }

  /// Σ over the samples of what is added is the gradient of the batch.
  private func accumulation(_ target: Expression, _ value: Expression) -> Verdict {
    var whole = check
    whole.samples = .all
    let sum = Expression(
      .reduction(.sum, Binder(Compiler.sampleIndex, at: value.range), value), at: value.range)
    return whole.verdict(target, sum)
  }

  /// θ := θ − η ∂L/∂θ, for whatever number stands before the gradient.
  private func descent(_ target: Expression, _ value: Expression) -> Verdict {
    let notation = check.checker.notation
    var rates: [Expression] = []
    value.walk { part in
      guard case .symbol(let symbol) = part.kind, notation.bindings[symbol.name]?.role == .number
      else { return }
      if !rates.contains(where: { $0.hasSameMeaning(as: part) }) { rates.append(part) }
    }
    guard let rate = rates.first, rates.count == 1,
      let loss = notation.symbols.first(where: { $0.role == .loss })
    else {
      return .shape(
        Diagnostic(
          "shape.update",
          rates.isEmpty
            ? "a step of descent needs a rate and a loss that the notation names"
            : "which number is the rate is not clear; check it against an optimizer",
          at: value.range))
    }
    let gradient = Expression(
      .derivative(of: Expression(.symbol(Symbol(loss.name)), at: value.range), by: target),
      at: value.range)
    let step = Expression(.binary(.multiply, rate, gradient), at: value.range)
    let expected = Expression(.binary(.subtract, target, step), at: value.range)
    return check.verdict(value, expected)
  }
}

extension ChainCheck {
  /// The verdict on two expressions that stand for sides of this chain.
  func verdict(_ left: Expression, _ right: Expression) -> Verdict {
    verdicts(
      of: [left, right].map {
        Chain.Side(range: $0.range, content: .expression($0), flaw: nil)
      }, [(0, 1)])[0]
  }
}
