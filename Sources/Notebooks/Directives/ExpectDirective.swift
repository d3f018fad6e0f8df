import Diagnostics

/// `expect`: statements that must hold for the run to succeed.
struct ExpectDirective: Directive {
  static let name = "expect"
  static let summary = "States what must hold; the run fails where it does not."
  static let content = ContentRule.content("one statement a line")
  static let example = """
    ```{data} flower
    generate: flower
    seed: 1
    ```

    ```{expect}
    count(flower) == 400
    0.1 + 0.2 ≈ 0.3
    ```
    """

  let statements: [ExpectedStatement]
  /// Whether the statements also hold for data that stands in for what was not found.
  let holdsForStandIns: Bool
  /// What the run would have to be for the statements to be meant for it, if it is another one.
  private let otherwise: String?

  init(_ options: Options) {
    holdsForStandIns = options.value(
      "stand-in", .flag, default: false,
      "whether the statements are also checked on data that stands in for what was not found")
    let target = options.value(
      "for", .target, default: .any, shown: "any",
      "the parameters that the statements are meant for: 'declared', all as the front matter has "
        + "them, or values, as {steps: 2000}")
    otherwise = target.mismatch(with: options.context.parameters, options.report)
    statements = ExpectedStatement.read(options)
  }

  func foundations(in session: Session) -> [Foundation] {
    [.arrays, .circumstance(otherwise ?? "this run")]
  }

  func run(in session: inout Session) throws -> [Output] {
    [.verdicts(statements.map { verdict($0, in: session) })]
  }

  private func verdict(_ statement: ExpectedStatement, in session: Session) -> Expectation {
    if let otherwise {
      return Expectation(
        statement: statement.text, verdict: .notChecked, finding: "meant for \(otherwise)",
        range: statement.range)
    }
    if !holdsForStandIns, let standIn = session.standIn(among: statement.labels) {
      return Expectation(
        statement: statement.text, verdict: .notChecked,
        finding: "meant for \(standIn.wanted), which was not found", range: statement.range)
    }
    do throws(DiagnosticList) {
      let result = try statement.evaluate(in: session)
      return Expectation(
        statement: statement.text, verdict: result.holds ? .held : .failed,
        finding: result.finding, range: statement.range)
    } catch {
      return Expectation(
        statement: statement.text, verdict: .failed,
        finding: error.diagnostics.map(\.message).joined(separator: "; "), range: statement.range)
    }
  }
}

/// The runs that statements are meant for.
private enum Target: Sendable {
  case any
  /// Every parameter has the value that the front matter declares.
  case declared
  /// These parameters have these values.
  case values([NamePair])

  /// What the parameters would have to be, `steps = 2000`; nil where they are so.
  func mismatch(
    with parameters: Parameters, _ report: (Diagnostic) -> Void
  ) -> String? {
    let wanted: [(name: String, value: String)]
    switch self {
    case .any: wanted = []
    case .declared: wanted = parameters.values.map { ($0.name, $0.declared) }
    case .values(let pairs):
      for pair in pairs where parameters[pair.name] == nil {
        report(
          Diagnostic(
            "parameter.unknown", "this notebook has no parameter '\(pair.name.shortened)'",
            at: pair.nameRange,
            help: NearestName.help(for: pair.name, in: parameters.names, called: "parameters")))
      }
      wanted = pairs.map { ($0.name, $0.value) }
    }
    return wanted.first { !Parameters.areEqual(parameters[$0.name] ?? "", $0.value) }
      .map { "\($0.name) = \($0.value)" }
  }
}

extension OptionType where Value == Target {
  fileprivate static let target = OptionType<Target>.named("word", [("declared", .declared)])
    .or(OptionType<[NamePair]>.pairs) { .values($0) }
}
