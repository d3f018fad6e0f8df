import Diagnostics
import Expressions
import Neural

/// Checks a statement such as `W \sim U(-a, a)` against how the lesson's network was drawn.
///
/// The weights of a layer must lie within the bounds and reach nearly to both; for a normal
/// distribution their mean and variance must be as stated. A layer of few weights says little, so the
/// slack shrinks with their number.
struct DistributionCheck {
  let check: ChainCheck

  init(_ check: ChainCheck) { self.check = check }

  func run() -> ChainCheck.Result {
    let sides = check.chain.sides
    var result = ChainCheck.Result()
    result.steps = [
      CheckedStep(
        kind: .distribution, left: sides[0].range, right: sides[1].range,
        verdict: verdict(sides[0], sides[1]), diagnosis: nil)
    ]
    return result
  }

  private func verdict(_ left: Chain.Side, _ right: Chain.Side) -> Verdict {
    if let obstacle = check.obstacle(left) ?? check.obstacle(right) { return obstacle }
    guard let subject = left.expression else { return .sketch }
    var verdict: Verdict?
    for scope in NetworkScope.ofLesson(check.checker, about: subject) {
      let one = self.verdict(subject, right, scope)
      if !one.holds { return one }
      verdict = one
    }
    return verdict ?? .sketch
  }

  private func verdict(
    _ subject: Expression, _ right: Chain.Side, _ scope: NetworkScope
  ) -> Verdict {
    guard case .symbol(let symbol) = subject.kind, let node = try? scope.node(symbol),
      case .weights(let layer) = node
    else {
      return .shape(
        Diagnostic("shape.distribution", "only weights are drawn", at: subject.range))
    }
    let drawn = check.checker.network.layers[layer - 1].weights.values
    let count = Double(drawn.count)
    let mean = drawn.reduce(0, +) / count
    do throws(Diagnostic) {
      switch right.content {
      case .uniform(let low, let high):
        let (low, high) = (try scope.number(low), try scope.number(high))
        let (least, most) = (drawn.min() ?? 0, drawn.max() ?? 0)
        // The chance that none of n draws reaches within 20/n of a bound is e⁻²⁰.
        let slack = (high - low) * min(0.5, 20 / count)
        if least < low || least > low + slack {
          return refuted(least, low, layer, "smallest weight")
        }
        if most > high || most < high - slack {
          return refuted(most, high, layer, "largest weight")
        }
      case .normal(let center, let variance):
        let (center, variance) = (try scope.number(center), try scope.number(variance))
        let found = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        // Six standard errors of a sample's mean and variance.
        if abs(mean - center) > 6 * (variance / count).squareRoot() {
          return refuted(mean, center, layer, "mean")
        }
        if abs(found - variance) > 6 * variance * (2 / count).squareRoot() {
          return refuted(found, variance, layer, "variance")
        }
      case .expression, .unread, .sizes:
        return .unread(
          Diagnostic(
            "read.distribution", "this is no distribution", at: right.range,
            help: ["write U(a, b) or N(mean, variance)"]))
      }
    } catch {
      return ChainCheck.verdict(of: error)
    }
    return .verified(
      Evidence(error: 0, tolerance: 0, points: drawn.count, assumption: .anyTarget, reading: .exact)
    )
  }

  private func refuted(_ found: Double, _ said: Double, _ layer: Int, _ what: String) -> Verdict {
    .refuted(
      Counterexample(
        error: Comparison.difference([found], [said]).error, tolerance: 0,
        place: "layer \(layer), \(what)", left: found, right: said, points: 1,
        assumption: .anyTarget))
  }
}
