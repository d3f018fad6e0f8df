import Derivations
import Markdown
import Notebooks

/// What a run shows, piece by piece and numbered as on its page: for documents of another kind.
public struct Exhibits: Sendable {
  /// In the order of `run.cells`.
  public let cells: [Cell]
  /// What must be said first, such as that other data stand in for those of the lesson.
  public let banners: [String]
  private let prose: ProseWriter

  /// What one directive shows.
  public struct Cell: Sendable {
    public let cell: DirectiveCell
    public let exhibits: [Exhibit]
    public let isRun: Bool
    /// Why the cell shows nothing, and the diagnostic if it failed itself.
    public let failure: Failure?
    /// What its source is called, and whether a page shows it at once; nil if not at all.
    public let source: (name: String, isOpen: Bool)?
  }

  public struct Failure: Sendable {
    public let words: String
    public let diagnostic: String?
  }

  /// One thing on show.
  public struct Exhibit: Sendable {
    public let content: Content
    /// Where references lead; nil if none can.
    public let id: String?
    /// `Figure 3.` and the words; nil if it has no caption.
    public let caption: Caption?
    /// As it stands in a page, without what surrounds it.
    public let html: String
  }

  public struct Caption: Sendable {
    public let number: String
    public let text: String
  }

  public enum Content: Sendable {
    case table(Notebooks.Table)
    case figure(Figure)
    case code(Listing)
    case verdicts([Verdict])
    case derivation(id: String?, [Formulas])
    case notice(Notice)
  }

  /// `✓`, `held` or `verified`, the statement (of a step there is none), and what was found.
  public struct Verdict: Sendable {
    public let sign: String
    public let word: String
    public let statement: String
    public let finding: String
  }

  /// Lines of mathematics in TeX and a verdict for each step.
  public struct Formulas: Sendable {
    /// What an erratum says over itself, and over its correction.
    public let heading: String?
    public let tex: String
    public let steps: [Verdict]
  }

  init(
    of report: Report, rendering: (Page.Output) throws(TemplateError) -> String
  ) throws(TemplateError) {
    var numbering = Numbering()
    var prose = ProseWriter(run: report.run, words: report.words)
    let directives = report.directives(numbering: &numbering, prose: &prose)
    var cells: [Cell] = []
    for (run, shown) in zip(report.run.cells, directives) {
      var exhibits: [Exhibit] = []
      for (output, page) in zip(run.outputs, shown?.outputs ?? []) {
        let caption = page.table?.caption ?? page.figure?.caption
        exhibits.append(
          Exhibit(
            content: report.content(output, page), id: page.table?.id ?? page.figure?.id,
            caption: caption.map { Caption(number: $0.number, text: $0.text) },
            html: try rendering(page)))
      }
      cells.append(
        Cell(
          cell: run.cell, exhibits: exhibits, isRun: run.isRun,
          failure: shown?.failure.map { Failure(words: $0.word, diagnostic: $0.diagnostic) },
          source: shown?.source.map { ($0.summary, $0.isOpen) }))
    }
    self.cells = cells
    self.banners = report.banners
    self.prose = prose
  }

  /// What `@fig-loss` stands for, and the identifier it leads to.
  public func text(of reference: Markdown.Reference) -> (text: String, target: String?) {
    prose.text(of: reference)
  }

  /// The number of a displayed formula.
  public func number(of formula: Formula) -> Int? {
    prose.number(ofEquationAt: formula.tex.offset(inFile: 0))
  }
}

extension Run.CellRun {
  fileprivate var isRun: Bool {
    if case .skipped = status { false } else { true }
  }
}

extension Report {
  fileprivate func content(
    _ output: Notebooks.Output, _ page: Page.Output
  ) -> Exhibits.Content {
    switch output {
    case .table(let table): .table(table)
    case .figure(let figure): .figure(figure)
    case .code(let listing): .code(listing)
    case .notice(let notice): .notice(notice)
    case .verdicts, .agreements:
      .verdicts(
        (page.verdicts?.items ?? []).map {
          .init(sign: $0.sign, word: $0.word, statement: $0.statement, finding: $0.finding)
        })
    case .derivation(let record):
      .derivation(id: page.derivation?.id, formulas(of: record, page.derivation?.blocks ?? []))
    case .derived(let derived):
      .derivation(
        id: page.derivation?.id,
        [
          .init(
            heading: nil, tex: derived.tex,
            steps: derived.lines.flatMap(\.checked.steps).map { verdict($0, target: "y") })
        ])
    }
  }

  private func formulas(
    of record: DerivationRecord, _ blocks: [Page.Derivation.Block]
  ) -> [Exhibits.Formulas] {
    let written = [(record.formula, record.checked)]
    let corrected = zip([record.correction], [record.corrected]).compactMap { formula, checked in
      formula.flatMap { formula in checked.map { (formula, $0) } }
    }
    return zip(written + corrected, blocks).map { pair, block in
      .init(
        heading: block.heading, tex: pair.0.excerpt.text,
        steps: pair.1.shownSteps.map { verdict($0, target: record.target) })
    }
  }

  private func verdict(_ step: CheckedStep, target: String) -> Exhibits.Verdict {
    .init(
      sign: Self.sign(of: step.verdict), word: verdict(on: step, target: target), statement: "",
      finding: remarks(on: step).joined(separator: "; "))
  }
}

extension Templates {
  /// Everything a report shows, each piece rendered by its template.
  public func exhibits(of report: Report) throws(TemplateError) -> Exhibits {
    try Exhibits(of: report) { output throws(TemplateError) in try html(of: output) }
  }

  private func html(of output: Page.Output) throws(TemplateError) -> String {
    let parts: [(part: (any PagePart)?, template: String)] = [
      (output.table, "table"), (output.figure, "figure"), (output.code, "code"),
      (output.computation, "computation"), (output.verdicts, "verdicts"),
      (output.notice, "notice"), (output.derivation, "derivation"),
    ]
    for (part, template) in parts {
      guard let part else { continue }
      let html = try render(part, template)
      // Outside a page there is no style sheet to set formulas in cells in display style.
      return ["derivation", "computation"].contains(template)
        ? html.replacing("<math>", with: "<math displaystyle=\"true\">") : html
    }
    return ""
  }
}
