import Markup
import Notebooks
import Plots

extension Report {
  /// What one cell shows, as the templates want it; the cell's caption goes to the first table or
  /// picture that has none of its own.
  func outputs(
    _ cell: Run.CellRun, numbering: inout Numbering, shapes: inout SharedShapes
  ) -> [Page.Output] {
    var caption = cell.cell.display.caption
    return cell.outputs.compactMap { one in
      let made = output(one, of: cell, caption: caption, numbering: &numbering, shapes: &shapes)
      if made?.table?.caption != nil || made?.figure?.caption != nil { caption = nil }
      return made
    }
  }

  private func output(
    _ output: Notebooks.Output, of cell: Run.CellRun, caption text: String?,
    numbering: inout Numbering, shapes: inout SharedShapes
  ) -> Page.Output? {
    switch output {
    case .table(let table):
      let caption = caption(table.caption ?? text, of: cell.cell, .table, &numbering)
      let id = caption?.id ?? numbering.anchor(.table, label: cell.cell.label?.value)
      return Page.Output(table: self.table(table, id: id, caption: caption?.text, of: cell.cell))
    case .figure(let figure):
      let caption = caption(figure.caption ?? text, of: cell.cell, .figure, &numbering)
      return Page.Output(
        figure: Page.Figure(
          id: caption?.id ?? numbering.anchor(.figure, label: cell.cell.label?.value),
          picture: HTML(shapes.sharing(in: figure.picture.drawing)),
          caption: caption?.text,
          data: figure.picture.data.map { HTML($0) }))
    case .code(let listing) where listing.language != nil && !cell.agreements.isEmpty:
      return Page.Output(computation: computation(listing, cell.agreements))
    case .code(let listing):
      return Page.Output(
        code: Page.Code(
          html: HTML(CodeListing.block(listing.text, language: listing.language))))
    case .verdicts(let expectations):
      return Page.Output(verdicts: Page.Verdicts(items: expectations.map(verdict)))
    case .derivation(let record):
      return Page.Output(derivation: derivation(record, of: cell.cell))
    case .derived(let derived):
      return Page.Output(derivation: self.derived(derived, of: cell.cell))
    case .agreements:
      // They stand beside the lines of the code.
      return nil
    case .notice(let notice):
      return Page.Output(
        notice: Page.Notice(kind: notice.kind.rawValue, text: notice.text))
    }
  }

  private func caption(
    _ text: String?, of cell: DirectiveCell, _ kind: Numbering.Kind, _ numbering: inout Numbering
  ) -> (id: String?, text: Page.Caption)? {
    let note = standInNote(cell)
    guard
      let text = text.map({ [$0, note].compactMap(\.self).joined(separator: " ") })
        ?? (kind == .figure ? note : nil)
    else { return nil }
    let entry = numbering.next(kind, label: cell.label?.value)
    return (entry.id, Page.Caption(number: "\(name(of: kind)) \(entry.number).", text: text))
  }

  /// What a picture of data that stands in for other data says below itself.
  private func standInNote(_ cell: DirectiveCell) -> String? {
    let labels = cell.needs + [cell.label?.value].compactMap(\.self)
    return labels.compactMap { run.session.standIns[$0] }.first.map {
      words.standInNote($0.wanted, $0.used)
    }
  }

  func name(of kind: Numbering.Kind) -> String {
    switch kind {
    case .figure: words.figure
    case .table: words.table
    case .equation: words.equation
    }
  }

  private func table(
    _ table: Notebooks.Table, id: String?, caption: Page.Caption?, of cell: DirectiveCell
  ) -> Page.Table {
    Page.Table(
      id: id, label: table.caption ?? cell.display.caption ?? words.table, caption: caption,
      columns: table.columns.map { .init(title: $0.title, alignment: $0.alignment.rawValue) },
      rows: table.rows.map { row in
        Page.Table.Row(
          cells: zip(row, table.columns).enumerated().map { index, pair in
            Page.Table.Cell(
              content: pair.0.html, alignment: pair.1.alignment.rawValue, isHeader: index == 0)
          })
      })
  }

  private func verdict(_ expectation: Expectation) -> Page.Verdict {
    let (sign, word) =
      switch expectation.verdict {
      case .held: ("✓", words.held)
      case .failed: ("✗", words.failed)
      case .notChecked: ("–", words.notChecked)
      }
    return Page.Verdict(
      kind: expectation.verdict.rawValue, sign: sign, word: word, statement: expectation.statement,
      finding: expectation.finding)
  }
}

extension Notebooks.Table.Content {
  var html: HTML {
    switch self {
    case .text(let text): HTML(.text(text))
    case .nodes(let nodes): HTML(nodes)
    }
  }
}

extension Run.CellRun {
  /// The pictures of a cell, without their data.
  var drawings: [Node] {
    outputs.compactMap { output in
      if case .figure(let figure) = output { figure.picture.drawing } else { nil }
    }
  }

  /// What its code computed beside the engine's own.
  fileprivate var agreements: [Agreement] {
    outputs.flatMap { output -> [Agreement] in
      if case .agreements(let agreements) = output { agreements } else { [] }
    }
  }
}
