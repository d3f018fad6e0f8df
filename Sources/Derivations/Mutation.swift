import Expressions
import TeX

/// What became of the mutants of a derivation: each is the right side of a verified step with one
/// mistake put in, and the check must refute every one that does not say the same as before.
public struct MutationReport: Sendable {
  /// A mutant that the check took for right.
  public struct Survivor: Sendable {
    /// The step's right side, in TeX.
    public let formula: String
    /// What was changed.
    public let change: String
    /// Why it may have survived.
    public let reason: String
  }

  /// Steps that were verified, and so mutated.
  public internal(set) var steps = 0
  /// Steps of the formula as it stands that were not verified: true formulas rejected, if all are true.
  public internal(set) var rejected = 0
  /// Steps and mutants that could not be read, which count in nothing else.
  public internal(set) var unread = 0
  public internal(set) var refuted = 0
  /// Mutants whose values are those of the original, for any targets and on other twins: no mistake.
  public internal(set) var equivalent = 0
  public internal(set) var survivors: [Survivor] = []

  public init() {}

  /// Mutants that say something else.
  public var mutants: Int { refuted + survivors.count }
  /// The share of them that was refuted.
  public var share: Double { mutants == 0 ? 1 : Double(refuted) / Double(mutants) }

  public static func + (left: MutationReport, right: MutationReport) -> MutationReport {
    var sum = left
    sum.steps += right.steps
    sum.rejected += right.rejected
    sum.unread += right.unread
    sum.refuted += right.refuted
    sum.equivalent += right.equivalent
    sum.survivors += right.survivors
    return sum
  }
}

extension DerivationChecker {
  /// Puts one mistake after the other into each verified step of a formula and checks it again.
  public mutating func mutate(
    _ parsed: ParsedFormula, options: Options = Options()
  ) -> MutationReport {
    var report = MutationReport()
    var options = options
    options.diagnoses = false
    var reader = FormulaReader(notation: notation)
    reader.definedNames = definitions.names
    let condition = options.condition.flatMap {
      try? reader.condition(ParsedFormula(parsing: $0).formula)
    }
    for chain in reader.chains(of: parsed.formula) where chain.relations.first == .equals {
      let check = ChainCheck(
        chain: chain, checker: self, options: options, condition: condition,
        source: parsed.source)
      guard !check.isUpdate else { continue }
      var sides = chain.sides
      if let definition = check.run().definition {
        definitions.add(definition)
        reader.definedNames = definitions.names
        sides.removeFirst()
      }
      for (left, right) in zip(sides, sides.dropFirst()) {
        guard let leftSide = left.expression, let rightSide = right.expression else {
          report.unread += 1
          continue
        }
        switch check.verdict(leftSide, rightSide) {
        case .verified(let evidence):
          report = report + check.mutants(of: rightSide, against: leftSide, evidence)
        case .unread: report.unread += 1
        case .refuted, .shape, .undefined: report.rejected += 1
        case .definition, .sketch: break
        }
      }
    }
    return report
  }
}

extension ChainCheck {
  fileprivate func mutants(
    of right: Expression, against left: Expression, _ evidence: Evidence
  ) -> MutationReport {
    var report = MutationReport()
    report.steps = 1
    let rewriter = Rewriter(
      source: source, notation: checker.notation,
      activations: checker.network.layers.map(\.activation))
    // A mutant alone may not show whether one sample is meant or a batch; the step does.
    var check = self
    check.samples =
      Trials(self, sides: [left, right], assumption: .anyTarget, points: 0).isEach ? .each : .all
    for mutant in rewriter.all(of: right) {
      // Most mutants fail at the first point already.
      let survives = [1, pointCount].allSatisfy { points in
        let trials = Trials(
          check, sides: [left, mutant.result], assumption: evidence.assumption, points: points)
        return trials.failure == nil && trials.verdict(of: 0, 1).holds
      }
      guard survives else {
        report.refuted += 1
        continue
      }
      // Other points, other twins' sizes being the same: a mutant that still agrees is the original.
      let again = Trials(check, sides: [right, mutant.result], assumption: .anyTarget, points: 7)
      if again.verdict(of: 0, 1).holds {
        report.equivalent += 1
      } else {
        report.survivors.append(
          MutationReport.Survivor(
            formula: rewriter.text(right), change: mutant.description,
            reason: "the same for \(evidence.assumption.description)"))
      }
    }
    return report
  }
}
