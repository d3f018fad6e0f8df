import Derivations
import TeX
import Testing

@Suite("Mutants of the verified formulas")
struct MutationTests {
  @Test("are refuted unless they say the same, at least 99 of 100")
  func share() {
    var whole = MutationReport()
    for formula in DocumentTests.all {
      // A formula that holds as printed, else its correction: true ones, of which none is rejected.
      for tex in [formula.verdicts == nil ? formula.tex : nil, formula.corrected].compactMap(\.self)
      {
        var checker = formula.document.checker()
        var options = DerivationChecker.Options()
        options.condition = formula.condition
        if let definition = formula.definition { _ = checker.check(definition) }
        whole = whole + checker.mutate(ParsedFormula(parsing: tex), options: options)
      }
    }
    let survivors = whole.survivors.map { "\($0.formula): \($0.change) (\($0.reason))" }
    print(
      "mutants: \(whole.mutants) of \(whole.steps) steps, refuted \(whole.refuted), "
        + "equivalent \(whole.equivalent), survivors \(whole.survivors.count), "
        + "true formulas rejected \(whole.rejected)")
    #expect(whole.rejected == 0)
    #expect(whole.unread == 0)
    #expect(whole.share >= 0.99, "\(survivors.joined(separator: "\n"))")
    #expect(whole.steps > 100)
  }
}
