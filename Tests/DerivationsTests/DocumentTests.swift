import Derivations
import Testing

@Suite("The published formulas")
struct DocumentTests {
  static let all =
    PublishedFormula.mnistOneByOne + PublishedFormula.iris
    + PublishedFormula.mnistLayers + PublishedFormula.mnistQuadratic + PublishedFormula.cats

  @Test("are judged as printed", arguments: all)
  func printed(_ formula: PublishedFormula) {
    let checked = formula.check(formula.tex)
    let words = checked.steps.map(\.verdict.word)
    if let expected = formula.verdicts {
      #expect(words == expected, "\(checked.summary)")
    } else {
      #expect(checked.isVerified, "\(checked.summary)")
    }
  }

  @Test("hold when corrected", arguments: all.filter { $0.corrected != nil })
  func corrected(_ formula: PublishedFormula) {
    let checked = formula.check(formula.corrected ?? "")
    #expect(checked.isVerified, "\(checked.summary)")
  }
}

extension CheckedDerivation {
  /// Every verdict in a line, for a failing test to show.
  var summary: String {
    (diagnostics.map(\.message) + engineFaults.map(\.description)
      + steps.map { "\($0.kind.rawValue): \($0.verdict) \($0.diagnosis ?? "")" })
      .joined(separator: "\n")
  }
}
