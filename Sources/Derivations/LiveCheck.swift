import Expressions
import Neural

/// Tries what held on the twins once more on the lesson's own network and some of its data.
struct LiveCheck {
  private let trials: [Trial]
  private let isAsked: Bool
  private let isTooLarge: Bool

  /// A lesson's network has sizes of its own and values far from one, so rounding weighs more.
  private static let tolerance = 1e-6
  /// Samples taken where a formula speaks of a batch.
  private static let mostSamples = 3
  /// Directions in which the forward pass is differentiated, at most.
  private static let mostDirections = 400
  /// Operations of one side at one point, at most.
  private static let costliest = 3e6

  init(_ check: ChainCheck, sides: [Expression?]) {
    guard let data = check.checker.data, check.options.points > 0 else {
      (trials, isAsked, isTooLarge) = ([], false, false)
      return
    }
    isAsked = true
    let questions = Trials(check, sides: sides, assumption: .oneHot, points: 0)
    guard let first = questions.first else {
      (trials, isTooLarge) = ([], false)
      return
    }
    let network = check.checker.network
    // Twins may be deeper than the network where layers are letters; then the letters change too.
    guard first.scope.table.depth == network.layers.count else {
      (trials, isTooLarge) = ([], false)
      return
    }
    let isOne = first.scope.table.batch == 1
    let samples = isOne ? 1 : min(Self.mostSamples, data.input.rows)
    let table = NodeTable(
      widths: [network.inputs] + network.layers.map(\.outputs), batch: samples,
      layout: check.checker.notation.layout, open: first.scope.table.open)
    var random = SplitMix(seed: 17)
    var open: [NetworkNode: [Double]] = [:]
    for node in table.open {
      open[node] = (0..<table.shape(node).count).map { _ in random.uniform(0.2, 1.2) }
    }
    guard
      let point = try? NetworkPoint(
        network: network, input: data.input.firstRows(samples),
        target: data.target.firstRows(samples), table: table,
        reduction: check.checker.notation.reduction, open: open,
        trustsEngine: true)
    else {
      (trials, isTooLarge) = ([], false)
      return
    }
    var isTooLarge = false
    trials = questions.all.compactMap { question in
      var scope = NetworkScope(
        notation: check.checker.notation, table: table, activations: question.scope.activations,
        layers: question.scope.layers, arguments: question.scope.arguments)
      scope.defaultLayer = question.scope.defaultLayer
      let trial = Trial(
        scope: scope, sides: question.expressions, condition: question.givenCondition,
        points: { [point.valuation($0)] },
        label: question.label,
        budget: .init(
          directions: Self.mostDirections, cost: Self.costliest))
      if trial.isOverBudget { isTooLarge = true }
      return trial.isOverBudget ? nil : trial
    }
    self.isTooLarge = isTooLarge
  }

  /// The verdict with what the network itself says about it.
  func confirming(_ verdict: Verdict, of left: Int, _ right: Int) -> Verdict {
    guard isAsked, case .verified(var evidence) = verdict else { return verdict }
    var largest = 0.0
    for trial in trials {
      switch trial.verdict(
        of: left, right, tolerance: Self.tolerance, assumption: evidence.assumption)
      {
      case .verified(let live): largest = max(largest, live.error)
      case .refuted(let counterexample):
        return .refuted(counterexample.seen(on: "the lesson's own network"))
      case .shape(let diagnostic) where diagnostic.id == "expression.large":
        evidence.live = .tooLarge
        return .verified(evidence)
      // A saturated network has zeros where a logarithm is taken, and kinks; the twins have not.
      default: return verdict
      }
    }
    if isTooLarge {
      evidence.live = .tooLarge
    } else if !trials.isEmpty {
      evidence.live = .agreed(largest)
    }
    return .verified(evidence)
  }
}

extension Matrix where Scalar == Double {
  /// The first rows, or all if there are fewer.
  fileprivate func firstRows(_ count: Int) -> Matrix {
    let kept = min(count, rows)
    return Matrix(rows: kept, columns: columns, values: Array(values.prefix(kept * columns)))
  }
}
