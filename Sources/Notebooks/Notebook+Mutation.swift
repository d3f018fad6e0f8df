import Derivations

extension Notebook {
  /// Mutates every formula that is claimed to be right, corrections of errata included.
  ///
  /// - Returns: what became of the mutants, and how many right formulas were rejected unchanged.
  public func mutated() -> (report: MutationReport, rejected: Int) {
    var report = MutationReport()
    var rejected = 0
    DerivationReader.forEachDerivation(of: cells, drawsWeights: true) {
      derivation, checker in
      let claimed = derivation.expected == .verified ? derivation.formula : derivation.correction
      guard let claimed else { return }
      var trial = checker
      let checked = trial.check(claimed.parsed, options: derivation.check)
      rejected += checked.steps.filter { !$0.verdict.holds }.count
      report = report + checker.mutate(claimed.parsed, options: derivation.check)
    }
    return (report, rejected)
  }
}
