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
    let wanted = options.value(
      "for", .pairs, default: [], shown: "any",
      "the values of parameters that the statements are meant for, as {steps: 2000}")
    let parameters = options.context.parameters
    for pair in wanted where parameters[pair.name] == nil {
      options.report(
        Diagnostic(
          "parameter.unknown", "this notebook has no parameter '\(pair.name.shortened)'",
          at: pair.nameRange,
          help: NearestName.help(for: pair.name, in: parameters.names, called: "parameters")))
    }
    otherwise = wanted.first { parameters[$0.name] != $0.value }.map { "\($0.name) = \($0.value)" }
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
