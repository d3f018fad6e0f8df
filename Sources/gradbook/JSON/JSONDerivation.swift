import Derivations
import Diagnostics
import Notebooks

/// A derivation with a verdict for each of its steps.
struct JSONDerivation: Encodable {
  let isErratum: Bool
  let steps: [Step]
  /// The steps of what an erratum should have been.
  let correction: [Step]

  struct Step: Encodable {
    let kind: String
    let verdict: String
    let place: JSONPlace
    let error: JSONNumber?
    let points: Int?
    let assumption: String?
    let finding: String?
    let diagnosis: String?
  }

  init(_ record: DerivationRecord, in file: SourceFile) {
    isErratum = record.isErratum
    steps = record.checked.steps.map { Step($0, of: record.formula, in: file) }
    if let checked = record.corrected, let formula = record.correction {
      correction = checked.steps.map { Step($0, of: formula, in: file) }
    } else {
      correction = []
    }
  }
}

extension JSONDerivation.Step {
  init(_ step: CheckedStep, of formula: SourceFormula, in file: SourceFile) {
    var (error, points, assumption, finding) = (Double?.none, Int?.none, String?.none, String?.none)
    switch step.verdict {
    case .verified(let evidence):
      (error, points) = (evidence.error, evidence.points)
      assumption = evidence.assumption.description
    case .refuted(let counterexample):
      (error, points, finding) = (counterexample.error, counterexample.points, counterexample.words)
      assumption = counterexample.assumption.description
    case .shape(let diagnostic), .unread(let diagnostic): finding = diagnostic.message
    case .undefined(let why): finding = why
    case .definition, .sketch: break
    }
    self.init(
      kind: step.kind.rawValue, verdict: step.verdict.word,
      place: JSONPlace(formula.excerpt.range(inFile: step.right), in: file),
      error: error.map(JSONNumber.init), points: points, assumption: assumption, finding: finding,
      diagnosis: step.diagnosis.map { $0.filter { $0 != "$" } })
  }
}
