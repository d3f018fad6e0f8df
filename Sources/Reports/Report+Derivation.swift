import Derivations
import Markup
import Notebooks
import TeX

extension Report {
  /// A derivation with a verdict beside each line; an erratum beside its correction.
  func derivation(
    _ record: DerivationRecord, of cell: DirectiveCell, symbols: inout SymbolTexts
  ) -> Page.Derivation {
    var blocks: [Page.Derivation.Block] = []
    let heading = record.isErratum ? (record.isPrinted ? words.asPrinted : words.wrong) : nil
    blocks.append(block(record.formula, record.checked, of: record, heading: heading))
    if let correction = record.correction, let corrected = record.corrected {
      blocks.append(block(correction, corrected, of: record, heading: words.corrected))
    }
    var shapes = Shapes()
    shapes.add(record.checked, in: record.formula.parsed, symbols: &symbols)
    if let correction = record.correction, let corrected = record.corrected {
      shapes.add(corrected, in: correction.parsed, symbols: &symbols)
    }
    return Page.Derivation(
      id: id(ofDerivation: cell), isErratum: record.isErratum, blocks: blocks,
      shapes: shapes.items.isEmpty
        ? nil : .init(word: words.shapes, items: shapes.items, setting: shapes.setting))
  }

  /// The passes that the program wrote, each line with the shape of its left side.
  func derived(_ derived: AutomaticDerivation, of cell: DirectiveCell) -> Page.Derivation {
    let parsed = ParsedFormula(parsing: derived.tex)
    let cells = parsed.formula.alignment.map { parsed.mathMLCells(of: $0) } ?? []
    let rows = zip(cells, derived.lines).map { math, line in
      var verdicts = line.checked.steps.map { verdict($0, target: "y") }
      if let first = verdicts.first {
        verdicts[0] = first.adding(HTML(.text("\(words.shapes): \(line.shape)")))
      }
      return Page.Derivation.Row(cells: math.map { HTML(.element($0)) }, verdicts: verdicts)
    }
    return Page.Derivation(
      id: id(ofDerivation: cell), isErratum: false,
      blocks: [.init(heading: nil, rows: rows)], shapes: nil)
  }

  /// Where a link to the derivation leads, unless an equation of the prose has this label.
  private func id(ofDerivation cell: DirectiveCell) -> String? {
    let id = cell.label.map { ExhibitKind.equation.anchor(of: $0.value) }
    return id.flatMap { run.notebook.equations[$0] == nil ? $0 : nil }
  }

  private func block(
    _ source: SourceFormula, _ checked: CheckedDerivation, of record: DerivationRecord,
    heading: String?
  ) -> Page.Derivation.Block {
    func verdict(_ step: CheckedStep) -> Page.Derivation.Verdict {
      self.verdict(step, target: record.target)
    }
    let parsed = source.parsed
    var steps = checked.shownSteps
    var rows: [Page.Derivation.Row] = []
    if let table = parsed.formula.alignment {
      let cells = parsed.mathMLCells(of: table)
      let widest = cells.map(\.count).max() ?? 1
      for (row, math) in zip(table.rows, cells) {
        let own = steps.filter { row.range.contains($0.right.lowerBound) }
        steps.removeAll { row.range.contains($0.right.lowerBound) }
        let padding = [HTML](repeating: .nothing, count: widest - math.count)
        rows.append(
          .init(cells: math.map { HTML(.element($0)) } + padding, verdicts: own.map(verdict)))
      }
    } else {
      rows.append(
        .init(
          cells: [HTML(.element(parsed.formula.mathMLInCell))],
          verdicts: steps.map(verdict)))
      steps = []
    }
    if var last = rows.popLast() {
      last.verdicts += steps.map(verdict)
      rows.append(last)
    }
    return .init(heading: heading, rows: rows)
  }

  private func verdict(_ step: CheckedStep, target: String) -> Page.Derivation.Verdict {
    .init(
      kind: step.verdict.word, sign: Self.sign(of: step.verdict),
      word: Self.html(verdict(on: step, target: target)),
      details: remarks(on: step).map(Self.html), isOpen: !step.verdict.holds)
  }

  /// The word for a verdict with all that it holds under, in words with TeX between dollars: what a step
  /// needs stands on its line, where paper shows it.
  func verdict(on step: CheckedStep, target: String) -> String {
    let word = words.verdict(step.verdict.word)
    guard case .verified(let evidence) = step.verdict else { return word }
    var conditions: [String] = []
    if evidence.reading == .diagonal { conditions.append(words.onDiagonal) }
    if evidence.tolerance > DerivationChecker.Options().tolerance {
      conditions.append(words.within(evidence.tolerance.short))
    }
    switch evidence.assumption {
    case .anyTarget: break
    case .normalized: conditions.append(words.ifTrue(#"$\sum \#(target) = 1$"#))
    case .oneHot: conditions.append(words.ifTrue(words.isOneHot("$\(target)$")))
    }
    return ([word] + conditions).joined(separator: words.space)
  }

  /// What was found out about a step, in words with TeX between dollars.
  func remarks(on step: CheckedStep) -> [String] {
    var details: [String] = []
    if step.kind == .endToEnd { details.append(words.endToEnd) }
    switch step.verdict {
    case .verified(let evidence):
      details.append(
        "\(words.points): \(evidence.points); \(words.relativeError) \(evidence.error.short)")
      if case .agreed(let error) = evidence.live {
        details.append("\(words.onOwnData): \(words.relativeError) \(error.short)")
      }
      if evidence.reading == .diagonal { details.append(words.diagonal) }
    case .refuted(let counterexample): details.append(counterexample.words)
    case .shape(let diagnostic), .unread(let diagnostic):
      details.append(diagnostic.message)
      details += diagnostic.help
    case .undefined(let why): details.append(why)
    case .definition, .sketch: break
    }
    if let diagnosis = step.diagnosis { details.append(diagnosis) }
    return details
  }

  /// Words with TeX between dollars.
  private static func html(_ words: String) -> HTML {
    let parts = words.split(separator: "$", omittingEmptySubsequences: false)
    return HTML(
      parts.enumerated().map { index, part in
        index.isMultiple(of: 2)
          ? .text(Typography.set(String(part)))
          : .element(ParsedFormula(parsing: String(part)).mathML(isDisplay: false))
      })
  }

  static func sign(of verdict: Verdict) -> String {
    switch verdict {
    case .verified: "✓"
    case .refuted, .shape: "✗"
    case .unread, .undefined: "?"
    case .definition: "≔"
    case .sketch: "…"
    }
  }
}

extension CheckedDerivation {
  /// The first side against the last is worth a word only where the steps between them hide something:
  /// where one of them fails, that the whole does is no news.
  var shownSteps: [CheckedStep] {
    let isTold = steps.contains { $0.kind != .endToEnd && $0.verdict.fails }
    return steps.filter { $0.kind != .endToEnd || !$0.verdict.holds && !isTold }
  }
}

extension Verdict {
  /// Whether the step was found to be wrong.
  fileprivate var fails: Bool {
    switch self {
    case .refuted, .shape: true
    case .verified, .definition, .sketch, .unread, .undefined: false
    }
  }
}

/// Symbols as they are set: a lesson's derivations are about the same few.
struct SymbolTexts {
  private var known: [String: HTML] = [:]

  /// A lesson has the same macros everywhere, so that the text of a symbol tells what it looks like.
  mutating func html(of tex: String, macros: Macros) -> HTML {
    if let html = known[tex] { return html }
    let formula = ParsedFormula(parsing: tex, macros: macros).formula
    let html = HTML(.element(formula.mathML(isDisplay: false)))
    known[tex] = html
    return html
  }
}

/// The symbols of a derivation, each once, by their shapes on the points where it was checked.
private struct Shapes {
  private(set) var items: [Page.Derivation.Shape] = []
  private(set) var setting: String?
  private var seen: Set<String> = []

  /// Adds the symbols that are new; the formula and its correction have most in common.
  mutating func add(
    _ checked: CheckedDerivation, in parsed: ParsedFormula, symbols: inout SymbolTexts
  ) {
    if !checked.setting.isEmpty { setting = checked.setting }
    for symbol in checked.shapes {
      let text = String(parsed.source(of: symbol.range))
      guard seen.insert(text).inserted else { continue }
      let math = symbols.html(of: text, macros: parsed.macros)
      let shape = Typography.set(symbol.shape)
      if let known = items.firstIndex(where: { $0.shape == shape }) {
        items[known].symbols += [HTML(trusted: ", "), math]
      } else {
        items.append(.init(symbols: [math], shape: shape))
      }
    }
  }
}

extension Double {
  /// Two significant digits: `3.1e-16`.
  fileprivate var short: String { significant(2) }
}
