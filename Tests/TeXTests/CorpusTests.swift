import Markup
import Testing

@testable import TeX

@Suite("Formulas of published documents")
struct CorpusTests {
  static let documents = ["000", "002", "003", "004"]

  @Test("every formula is read without a word of complaint", arguments: documents)
  func read(document: String) throws {
    let cases = try GoldenFile(document, in: "Corpus").cases
    #expect(cases.count >= 19)
    for formula in cases {
      let parsed = ParsedFormula(parsing: formula.input)
      #expect(parsed.diagnostics.isEmpty, "\(document):\(formula.heading)")
      #expect(!parsed.mathML(isDisplay: true).html.contains("merror"))
    }
  }

  @Test("every piece lies within the piece that holds it", arguments: documents)
  func ranges(document: String) throws {
    for formula in try GoldenFile(document, in: "Corpus").cases {
      let parsed = ParsedFormula(parsing: formula.input)
      #expect(parsed.formula.isWellNested, "\(document):\(formula.heading)")
    }
  }
}

extension Formula {
  /// The formulas directly within.
  var children: [Formula] {
    switch kind {
    case .row(let elements): elements
    case .scripts(let scripts): [scripts.base, scripts.sub, scripts.sup].compactMap(\.self)
    case .fraction(let fraction): [fraction.numerator, fraction.denominator]
    case .root(let radicand, let index): [radicand, index].compactMap(\.self)
    case .fenced(let fenced): [fenced.body]
    case .accent(let accent): [accent.base]
    case .stack(let stack): [stack.base, stack.over, stack.under].compactMap(\.self)
    case .table(let table): table.rows.flatMap(\.cells)
    case .font(_, let body), .style(_, let body), .color(_, let body), .classified(_, let body),
      .enclosed(_, let body):
      [body]
    case .number, .symbol, .operatorName, .text, .delimiter, .space, .invalid: []
    }
  }

  var isWellNested: Bool {
    children.allSatisfy { child in
      range.lowerBound <= child.range.lowerBound && child.range.upperBound <= range.upperBound
        && child.isWellNested
    }
  }
}
