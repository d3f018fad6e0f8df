import Diagnostics

/// What became of a notebook: for each cell what it shows, and what went wrong.
public struct Run: Sendable {
  public let notebook: Notebook
  public let cells: [CellRun]
  /// What `{eval}` stands for, by the offset of its content in the file.
  public let inlineValues: [Int: InlineValue]
  /// Everything found while running, in the order of the file.
  public let diagnostics: [Diagnostic]
  /// The files that datasets were read from: their names without folders, and their SHA-256.
  public let dataFiles: [(name: String, digest: String)]
  /// The state at the end.
  public let session: Session

  /// Whether every cell ran and every expectation held.
  public var succeeded: Bool { !diagnostics.contains { $0.severity == .error } }

  /// One directive and what came of it.
  public struct CellRun: Sendable {
    public let cell: DirectiveCell
    public let status: Status
    public let outputs: [Output]
    public let seconds: Double
    /// Whether it was taken from an earlier run; nil where nothing is kept.
    public var keeping: Keeping?
  }

  public enum Status: Sendable {
    case ran
    case failed(Diagnostic)
    /// Skipped since the cell of this label failed or was skipped itself; nil: since the run was to
    /// stop at its first failure.
    case skipped(because: String?)
  }

  public enum InlineValue: Sendable {
    case value(String)
    /// Its label's cell failed, or the value does not exist.
    case missing
  }
}

extension Run {
  /// The statements of all `expect` cells.
  public var expectations: [Expectation] {
    cells.flatMap(\.outputs).flatMap { output -> [Expectation] in
      if case .verdicts(let expectations) = output { expectations } else { [] }
    }
  }

  /// How many expectations held, failed and were not checked.
  public var counts: (held: Int, failed: Int, notChecked: Int) {
    func count(_ verdict: Expectation.Verdict) -> Int {
      expectations.filter { $0.verdict == verdict }.count
    }
    return (count(.held), count(.failed), count(.notChecked))
  }
}

extension Run {
  /// The derivations of the lesson.
  public var derivations: [DerivationRecord] {
    cells.flatMap(\.outputs).compactMap { output in
      if case .derivation(let record) = output { record } else { nil }
    }
  }

  /// How many steps of derivations claim something, and how many of those were verified. Of an erratum
  /// its correction counts.
  public var verifiedSteps: (verified: Int, claimed: Int) {
    derivations.reduce((0, 0)) { ($0.0 + $1.verifiedCount, $0.1 + $1.claims.count) }
  }

  /// How many wrong formulas are shown on purpose.
  public var errata: Int { derivations.filter(\.isErratum).count }

  /// The loss of the first training run that recorded one; no points if there is none.
  public var firstLossCurve: LossCurve {
    let labels = cells.filter { $0.cell.directive is TrainDirective }.compactMap(
      \.cell.label?.value)
    return labels.compactMap { session.curves[$0] }.first { !$0.values.isEmpty } ?? LossCurve()
  }
}
