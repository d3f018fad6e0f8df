import Diagnostics
import Markdown
import Markup
import Notebooks
import Plots

/// A run as a page: every cell as strings and node trees, numbered and cross-referenced.
public struct Report: Sendable {
  let run: Run
  let words: Words
  /// Whether the page is a lesson's: to be read in some time, and run again.
  let isLesson: Bool
  /// The notebook without its folder: the same page from any.
  private let file: SourceFile

  /// - Parameter isLesson: false for a page that the program makes of itself.
  public init(of run: Run, isLesson: Bool = true) {
    self.run = run
    self.isLesson = isLesson
    file = SourceFile(name: run.notebook.fileName, text: run.notebook.file.text)
    words = Words.of(run.notebook.frontMatter.language)
  }

  public var title: String { run.notebook.title }

  /// The page model that the templates fill in.
  func page(stylesheet: HTML) -> Page {
    let notebook = run.notebook
    var numbering = Numbering()
    var prose = ProseWriter(run: run, words: words)
    var cells = cells(numbering: &numbering, prose: &prose)
    if let notes = prose.footnotes() { cells.append(Page.Cell(prose: notes, run: nil)) }
    let source = notebook.frontMatter.source.map { ["\(words.reproduces): \($0)"] } ?? []
    let origin = Provenance(of: run)
    let facts = isLesson ? source + (origin.summary?.facts ?? []) : []
    return Page(
      language: notebook.frontMatter.language, title: title,
      subtitle: notebook.frontMatter.subtitle, facts: facts, hasFacts: !facts.isEmpty,
      banners: banners,
      contents: prose.contents, cells: cells, provenance: provenance,
      origin: isLesson ? origin.text : "",
      words: .init(contents: words.contents, skip: isLesson ? words.skip : words.skipToText),
      stylesheet: stylesheet)
  }

  private func cells(numbering: inout Numbering, prose: inout ProseWriter) -> [Page.Cell] {
    var made = directives(numbering: &numbering, prose: &prose)[...]
    return run.notebook.cells.compactMap { cell in
      switch cell {
      case .prose(let blocks): return Page.Cell(prose: prose.html(blocks), run: nil)
      case .directive:
        guard let directive = made.popFirst() ?? nil else { return nil }
        return Page.Cell(prose: nil, run: directive)
      }
    }
  }

  /// What several pictures or derivations of a page have in common.
  typealias Shared = (shapes: SharedShapes, tables: SharedTables, symbols: SymbolTexts)

  /// What every directive shows, and the prose told of their numbers: these come first, since a
  /// reference may stand before what it refers to.
  func directives(numbering: inout Numbering, prose: inout ProseWriter) -> [Page.Directive?] {
    var runs = run.cells[...]
    var directives: [Page.Directive?] = []
    var shared = (
      shapes: SharedShapes(in: run.cells.flatMap(\.drawings)), tables: SharedTables(words: words),
      symbols: SymbolTexts()
    )
    for cell in run.notebook.cells {
      switch cell {
      case .prose(let blocks): prose.number(blocks, &numbering)
      case .directive:
        guard let cellRun = runs.popFirst() else { continue }
        directives.append(directive(cellRun, numbering: &numbering, shared: &shared))
      }
    }
    for note in run.notebook.footnotes { prose.number(note.blocks, &numbering) }
    let labelled = run.cells.compactMap { cell in
      cell.cell.label.map { ($0.value, id(of: cell.cell)) }
    }
    prose.learn(numbering, cells: Dictionary(labelled, uniquingKeysWith: { first, _ in first }))
    return directives
  }

  func id(of cell: DirectiveCell) -> String {
    "cell.\(run.notebook.file.position(of: cell.range.lowerBound).line)"
  }

  private func directive(
    _ cellRun: Run.CellRun, numbering: inout Numbering, shared: inout Shared
  ) -> Page.Directive? {
    let cell = cellRun.cell
    var failure: Page.Failure?
    switch cellRun.status {
    case .ran: break
    case .failed(let diagnostic):
      failure = Page.Failure(
        word: words.cellFailed, diagnostic: diagnostic.rendered(in: file))
    case .skipped(let label):
      failure = Page.Failure(
        word: label.map(words.cellSkipped) ?? words.cellNotRun, diagnostic: nil)
    }
    guard cell.display.isIncluded || failure != nil else { return nil }
    return Page.Directive(
      section: id(of: cell),
      source: source(cell),
      outputs: outputs(cellRun, numbering: &numbering, shared: &shared),
      failure: failure)
  }

  private func source(_ cell: DirectiveCell) -> Page.Source? {
    guard cell.display.echo != .hidden else { return nil }
    let head = ["```{\(cell.name)}", cell.label?.value].compactMap(\.self).joined(separator: " ")
    let body = CodeListing.nodes(cell.body.text, language: "yaml")
    let code: [Node] = [.text("\(head)\n")] + body + [.text("```")]
    return Page.Source(
      summary: words.source, code: HTML(code), isOpen: cell.display.echo == .shown)
  }

  /// One if the text was written for other parameters, and one for each dataset that something else
  /// stands in for.
  var banners: [String] {
    var banners: [String] = []
    let changed = run.notebook.frontMatter.parameters.changed
    if !changed.isEmpty {
      banners.append(
        words.changedParameters(
          changed.map { "\($0.name) = \($0.value)" }.joined(separator: ", "),
          changed.map { "\($0.name) = \($0.declared)" }.joined(separator: ", ")))
    }
    for standIn in run.session.standIns.sorted(by: { $0.key < $1.key }).map(\.value) {
      let text = words.standIn(standIn.wanted, standIn.used)
      if !banners.contains(text) { banners.append(text) }
    }
    return banners
  }
}
