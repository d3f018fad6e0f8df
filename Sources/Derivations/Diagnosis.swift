import Expressions

/// Looks for the one change that would repair a step that fails.
struct Diagnosis {
  let check: ChainCheck
  let left: Chain.Side
  let right: Chain.Side
  /// The other sides of the chain, which tell which of the two is wrong.
  let others: [Chain.Side]

  /// More candidates than this are not tried.
  private static let most = 400

  var text: String? {
    guard let left = left.expression, let right = right.expression else { return nil }
    // The first side says what is sought; only what follows can be wrong.
    if self.left.range != check.chain.sides[0].range, isRight(left: right, wrong: left) {
      return "the left side is the wrong one"
        + (words(repairing: left, to: right).map { "; it is \($0)" } ?? "")
    }
    if let words = words(repairing: right, to: left) { return words }
    if let words = Reordering(of: right, to: left, check: check).words { return words }
    // What has an index on one side only may lack it on the other.
    let lacking = rewriter.repairs(of: left, against: right).first {
      $0.kind == .index && holds($0.result, right)
    }
    return lacking.map { "correct \($0.description), on the left side" }
  }

  private var rewriter: Rewriter {
    Rewriter(
      source: check.source, notation: check.checker.notation,
      activations: check.checker.network.layers.map(\.activation))
  }

  /// Whether another side agrees with the right side, so that the left one must be wrong.
  private func isRight(left agreed: Expression, wrong: Expression) -> Bool {
    others.compactMap(\.expression).contains { other in
      holds(other, agreed) && !holds(other, wrong)
    }
  }

  private func words(repairing wrong: Expression, to right: Expression) -> String? {
    let rewriter = rewriter
    let candidates = rewriter.repairs(of: wrong, against: right) + rewriter.all(of: wrong)
    var found: [Rewrite] = []
    for candidate in candidates.prefix(Self.most) where holds(right, candidate.result) {
      // A factor that is missing is missing in one way only, wherever it is put in.
      guard !found.contains(where: { $0.kind == candidate.kind }) else { continue }
      found.append(candidate)
      if found.count > 1 { break }
    }
    guard let first = found.first else { return nil }
    return found.count == 1
      ? "correct \(first.description)"
      : "several changes would repair it; it is correct \(first.description)"
  }

  private func holds(_ left: Expression, _ right: Expression) -> Bool {
    // Most candidates fail at the first point already.
    [1, 3].allSatisfy { points in
      let trials = Trials(check, sides: [left, right], assumption: .normalized, points: points)
      return trials.failure == nil && trials.verdict(of: 0, 1).holds
    }
  }
}
