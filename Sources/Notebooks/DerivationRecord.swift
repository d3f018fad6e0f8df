import Derivations
import Diagnostics

/// A derivation that was checked, and whether it came out as the lesson says.
public struct DerivationRecord: Sendable {
  public let formula: SourceFormula
  public let checked: CheckedDerivation
  let expected: DerivationDirective.Expected
  /// The lesson's symbol for the targets, in TeX.
  public let target: String
  /// Whether an erratum was published somewhere; else it is a usual mistake.
  public let isPrinted: Bool
  public let correction: SourceFormula?
  public let corrected: CheckedDerivation?

  /// Whether the formula is an erratum, shown on purpose.
  public var isErratum: Bool { expected == .refuted }

  /// The steps that make a claim.
  public var claims: [CheckedStep] {
    (isErratum ? corrected : checked)?.steps.filter(\.isClaim) ?? []
  }

  /// How many steps of it, or of its correction, were verified.
  public var verifiedCount: Int { claims.filter(\.isVerified).count }

  /// What did not come out as the lesson says.
  var failures: [Diagnostic] {
    if isErratum {
      var failures = corrected.map { Self.failures(of: $0, correction ?? formula) } ?? []
      if checked.isVerified {
        failures.append(
          Diagnostic(
            "derivation.holds", "this formula was to be refuted, but every step of it holds",
            at: formula.whole, help: ["remove 'expect: refuted'"]))
      } else if !checked.isRefuted {
        failures += unreadErratum
      }
      return failures
    }
    return Self.failures(of: checked, formula)
  }

  /// Why an erratum is none yet: what could not be read is neither right nor wrong.
  private var unreadErratum: [Diagnostic] {
    let reasons = Self.failures(of: checked, formula)
    return reasons.map { reason in
      Diagnostic(
        reason.id, reason.message, at: reason.range, notes: reason.notes,
        help: reason.help + [
          "an erratum is refuted only where it was read; write it so that it can be"
        ]
      )
    }
  }

  private static func failures(of checked: CheckedDerivation, _ formula: SourceFormula)
    -> [Diagnostic]
  {
    let engine = checked.engineFaults.map {
      Diagnostic("derivation.engine", $0.words, at: formula.whole)
    }
    let text = checked.diagnostics.map { $0.moved(into: formula.excerpt) }
    return text + engine + checked.steps.compactMap { diagnostic($0, formula) }
  }

  private static func diagnostic(_ step: CheckedStep, _ formula: SourceFormula) -> Diagnostic? {
    let place = formula.excerpt.range(inFile: step.right)
    let help = step.diagnosis.map { [$0.filter { $0 != "$" }] } ?? []
    switch step.verdict {
    case .verified, .definition, .sketch: return nil
    case .shape(let diagnostic), .unread(let diagnostic):
      return diagnostic.moved(into: formula.excerpt)
    case .undefined(let why):
      return Diagnostic(
        "derivation.undefined", "this step has no value: \(why)", at: place, help: help)
    case .refuted(let counterexample):
      return Diagnostic(
        "derivation.refuted", "this step is wrong: \(counterexample.words)", at: place,
        notes: [
          .init("it was to equal this", at: formula.excerpt.range(inFile: step.left))
        ], help: help)
    }
  }
}

extension Counterexample {
  /// `at i = 2 the left side is 0.41, the right side 0.83 (relative error 0.5)`, and of sizes
  /// `there are 28 rows, not 10`
  public var words: String {
    if place == "rows" || place == "columns" {
      return "there are \(left.significant(8)) \(place), not \(right.significant(8))"
    }
    let start = place.isEmpty ? "" : "at \(place) "
    return
      "\(start)the left side is \(left.significant(5)), the right side \(right.significant(5)) "
      + "(relative error \(error.significant(2)))"
  }
}

extension EngineFault {
  fileprivate var words: String {
    "the engine's backward pass is wrong at \(gradient)[\(row), \(column)]: "
      + "\(engine.significant(5)), the forward pass alone gives \(forward.significant(5))"
  }
}

extension CheckedStep {
  /// Whether the step claims something that can be true or false.
  var isClaim: Bool {
    switch verdict {
    case .sketch, .definition: false
    case .verified, .refuted, .shape, .unread, .undefined: true
    }
  }

  var isVerified: Bool {
    if case .verified = verdict { true } else { false }
  }
}

extension SourceFormula {
  var whole: Range<Int> { excerpt.range(inFile: 0..<excerpt.text.utf8.count) }
}
