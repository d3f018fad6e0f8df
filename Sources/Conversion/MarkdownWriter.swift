import Foundation
import Notebooks
import Reports

/// Writes what a run shows as Markdown, and gathers the pictures.
struct MarkdownWriter {
  /// The folder of pictures as the text names it.
  let assets: String
  private(set) var files: [String: Data] = [:]

  init(assets: String) { self.assets = assets }

  func masthead(of run: Run, banners: [String]) -> String {
    let front = run.notebook.frontMatter
    let title = "# \(MarkdownText.escaped(run.notebook.title))"
    let subtitle = front.subtitle.map { "*\(MarkdownText.escaped($0))*" }
    return ([title, subtitle].compactMap(\.self) + banners.map(Self.quote))
      .joined(separator: "\n\n")
  }

  /// A cell as blocks: its source, then everything it shows.
  mutating func blocks(of cell: Exhibits.Cell) -> [String] {
    var blocks: [String] = []
    if let source = cell.source { blocks.append(Self.source(of: cell.cell, source)) }
    for exhibit in cell.exhibits { blocks.append(block(exhibit, of: cell.cell)) }
    if let failure = cell.failure {
      blocks.append(Self.quote("**\(failure.words)**"))
      if let diagnostic = failure.diagnostic {
        blocks.append(MarkdownText.listing(diagnostic, language: nil))
      }
    }
    return blocks
  }

  private static func source(
    of cell: DirectiveCell, _ source: (name: String, isOpen: Bool)
  ) -> String {
    let head = ["{\(cell.name)}", cell.label?.value].compactMap(\.self).joined(separator: " ")
    let listing = MarkdownText.listing("# \(head)\n\(cell.body.text)", language: "yaml")
    guard !source.isOpen else { return listing }
    return "<details><summary>\(source.name)</summary>\n\n\(listing)\n\n</details>"
  }

  private mutating func block(_ exhibit: Exhibits.Exhibit, of cell: DirectiveCell) -> String {
    let caption = exhibit.caption.map { "**\($0.number)** \(MarkdownText.escaped($0.text))" }
    let anchor = exhibit.id.map(MarkdownText.anchor) ?? ""
    switch exhibit.content {
    case .table(let table):
      return anchor
        + [caption, MarkdownText.table(table)].compactMap(\.self)
        .joined(separator: "\n\n")
    case .figure(let figure):
      let names = figure.picture.names
      let words =
        cell.display.alternative ?? names?.description ?? exhibit.caption?.text
        ?? ""
      let picture = image(words, Data(figure.svg.utf8), named: "figure", ending: "svg")
      return anchor + [picture, caption].compactMap(\.self).joined(separator: "\n\n")
    case .code(let listing):
      return MarkdownText.listing(listing.text, language: listing.language)
    case .notice(let notice): return Self.quote(MarkdownText.escaped(notice.text))
    case .verdicts(let verdicts): return Self.list(verdicts)
    case .derivation(let id, let blocks):
      return (id.map(MarkdownText.anchor) ?? "") + blocks.map(Self.block).joined(separator: "\n\n")
    }
  }

  private static func block(_ formulas: Exhibits.Formulas) -> String {
    let tex = formulas.tex.trimmingCharacters(in: .whitespacesAndNewlines)
    return [
      formulas.heading.map { "**\(MarkdownText.escaped($0))**" }, "$$\n\(tex)\n$$",
      formulas.steps.isEmpty ? nil : list(formulas.steps),
    ].compactMap(\.self).joined(separator: "\n\n")
  }

  private static func list(_ verdicts: [Exhibits.Verdict]) -> String {
    verdicts.map { verdict in
      let statement = verdict.statement.isEmpty ? nil : MarkdownText.code(verdict.statement)
      let finding = verdict.finding.isEmpty ? nil : MarkdownText.words(verdict.finding)
      let rest = [statement, finding].compactMap(\.self).joined(separator: " — ")
      return "- \(verdict.sign) \(verdict.word)\(rest.isEmpty ? "" : ": \(rest)")"
    }.joined(separator: "\n")
  }

  private static func quote(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
      .joined(separator: "\n")
  }

  /// A picture of the lesson's own.
  mutating func picture(_ words: String, _ picture: LessonFolder.Picture) -> String {
    let ending = picture.mediaType.split(separator: "/").last.map { $0.prefix { $0 != "+" } }
    return image(words, Data(picture.bytes), named: "picture", ending: String(ending ?? "png"))
  }

  /// Files its bytes under the next free number and names it.
  private mutating func image(
    _ words: String, _ data: Data, named name: String, ending: String
  ) -> String {
    let number = files.keys.count { $0.hasPrefix("\(name)-") } + 1
    let file = "\(name)-\(number).\(ending)"
    files[file] = data
    return "![\(MarkdownText.escaped(words))](\(MarkdownText.address("\(assets)/\(file)")))"
  }
}
