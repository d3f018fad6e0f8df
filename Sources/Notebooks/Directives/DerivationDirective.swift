import Derivations
import Diagnostics
import Neural
import TeX

/// `derivation`: a chain of equalities in TeX, each step evaluated against the network.
struct DerivationDirective: Directive {
  static let name = "derivation"
  static let summary = "Checks every step of a derivation against the network it speaks of."
  static let content = ContentRule.content("TeX")
  static let example = #"""
    ```{network} mlp
    input: 4
    layers:
      - {units: 5, activation: relu}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{notation}
    network: mlp
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, h_l: preactivation, a_l: activation, P: output, L: loss}
    ```

    ```{derivation} dW1
    \begin{aligned}
    \frac{\partial L}{\partial W_1}
      &= X^T \frac{\partial L}{\partial h_1} \\
      &= X^T \left( (P - Y) W_2^T \odot 1[h_1 > 0] \right)
    \end{aligned}
    ```
    """#

  enum Expected: String, Sendable, CaseIterable {
    case verified
    /// An erratum shown on purpose.
    case refuted
  }

  let expected: Expected
  let notation: LabelReference?
  let check: DerivationChecker.Options
  private let target: String
  /// The whole formula.
  let formula: SourceFormula
  /// Whether an erratum was published somewhere.
  let isPrinted: Bool
  /// What an erratum should have been.
  let correction: SourceFormula?

  init(_ options: Options) {
    expected = options.value(
      "expect", .choice("verdict"), default: .verified, shown: "verified",
      "verified, or refuted for an erratum that is shown on purpose")
    notation = options.scope.notation(options)
    target = notation.flatMap(options.scope.notation(of:))?.targetSymbol ?? "y"
    var check = DerivationChecker.Options()
    check.assumption = options.value(
      "assume", .assumption, default: .anyTarget, shown: "nothing",
      "what is known of the targets: normalized or one-hot")
    check.points = options.value(
      "points", .integer("an integer from 3 to 100", in: 3...100), default: check.points,
      "the number of random points")
    check.tolerance = options.value(
      "tolerance", .positiveNumber, default: check.tolerance, "of the relative error")
    check.condition = options.optional("where", .text, #"a condition on the indices: i \neq j"#)
    check.sketches = Set(
      options.value(
        "sketch", .list("a list of lines", of: OptionType<Int>.positive), default: [],
        shown: "none", "lines that are shown, not claimed"))
    self.check = check
    isPrinted = options.value(
      "printed", .flag, default: true,
      "false: the wrong formula is a usual mistake, which no document printed")
    correction = options.optional(
      "correct", .tex, "what an erratum should have been; it is checked, too")
    formula = SourceFormula(options.content ?? SourceExcerpt(""))
    for source in [formula, correction].compactMap(\.self) {
      for diagnostic in source.parsed.diagnostics {
        options.report(diagnostic.moved(into: source.excerpt))
      }
    }
    if formula.excerpt.text.allSatisfy(\.isWhitespace) {
      options.report(
        Diagnostic(
          "derivation.empty", "this derivation has no formula", at: options.place(of: ""),
          help: ["write TeX after a line '---', or as the whole body"]))
    }
    if correction != nil, expected == .verified {
      options.report(
        Diagnostic(
          "derivation.correction", "a formula that is verified needs no correction",
          at: options.place(of: "correct"), help: ["add 'expect: refuted'"]))
    }
  }

  /// What it defines, later formulas of the notation know.
  var changes: [String] { [notation?.name].compactMap(\.self) }

  /// What is wrong with the formula that can be known before anything runs; learns what it defines.
  func staticDiagnostics(_ checker: inout DerivationChecker) -> [Diagnostic] {
    guard expected == .verified else { return [] }
    return checker.staticDiagnostics(formula.parsed, options: check).map {
      $0.moved(into: formula.excerpt)
    }
  }

  var exhibits: Set<ExhibitKind> { [.equation] }

  func run(in session: inout Session) throws -> [Output] {
    guard let notation, case .notation(var live) = session[notation.name] else {
      throw CellFailure(
        "derivation.notation", "there is no notation above this derivation",
        help: ["bind its symbols in a cell '{notation}'"])
    }
    let checked = live.checker.check(formula.parsed, options: check)
    // What an erratum defines is wrong; later formulas stand on its correction.
    var after = live.checker
    let corrected = correction.map { after.check($0.parsed, options: check) }
    if expected == .verified || correction != nil {
      live.checker = after
      session[notation.name] = .notation(live)
    }
    return [.derivation(record(checked, corrected: corrected))]
  }

  /// The verdicts beside the formulas they are about.
  func record(_ checked: CheckedDerivation, corrected: CheckedDerivation?) -> DerivationRecord {
    DerivationRecord(
      formula: formula, checked: checked, expected: expected, target: target, isPrinted: isPrinted,
      correction: correction, corrected: corrected)
  }
}

/// A formula with the place it was written.
public struct SourceFormula: Sendable {
  public let parsed: ParsedFormula
  public let excerpt: SourceExcerpt

  init(_ excerpt: SourceExcerpt) {
    self.excerpt = excerpt
    parsed = ParsedFormula(parsing: excerpt.text)
  }

  /// The text of a part.
  func text(_ range: Range<Int>) -> String { excerpt.excerpt(range).text }
}

extension OptionType where Value == SourceFormula {
  static let tex = OptionType("a formula in TeX", standIn: SourceFormula(SourceExcerpt(""))) {
    setting, _ in
    guard case .text(let text, _) = setting.content else { return nil }
    return SourceFormula(SourceExcerpt(text, at: setting.range.lowerBound))
  }
}

extension OptionType where Value == Assumption {
  static let assumption = OptionType.named(
    "assumption",
    [("nothing", Assumption.anyTarget), ("normalized", .normalized), ("one-hot", .oneHot)])
}
