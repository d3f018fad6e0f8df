import Markup
import Notebooks
import Plots

extension Report {
  /// What one cell shows, as the templates want it; the cell's caption goes to the first table or
  /// picture that has none of its own.
  func outputs(
    _ cell: Run.CellRun, numbering: inout Numbering, shared: inout Shared
  ) -> [Page.Output] {
    var caption = cell.cell.display.caption
    return cell.outputs.compactMap { one in
      let made = output(one, of: cell, caption: caption, numbering: &numbering, shared: &shared)
      if made?.table?.caption != nil || made?.figure?.caption != nil { caption = nil }
      return made
    }
  }

  private func output(
    _ output: Notebooks.Output, of cell: Run.CellRun, caption text: String?,
    numbering: inout Numbering, shared: inout Shared
  ) -> Page.Output? {
    switch output {
    case .table(let table):
      let caption = caption(table.caption ?? text, of: cell.cell, .table, &numbering)
      let id = caption?.id ?? numbering.anchor(.table, label: cell.cell.label?.value)
      return Page.Output(table: self.table(table, id: id, caption: caption?.text, of: cell.cell))
    case .figure(let figure):
      let caption = caption(figure.caption ?? text, of: cell.cell, .figure, &numbering)
      let number = caption.map { caption in
        (String(caption.text.number.dropLast()), caption.id ?? id(of: cell.cell))
      }
      return Page.Output(
        figure: Page.Figure(
          id: caption?.id ?? numbering.anchor(.figure, label: cell.cell.label?.value),
          picture: HTML(shared.shapes.sharing(in: figure.picture.drawing)),
          caption: caption?.text,
          data: figure.picture.data.map { HTML(shared.tables.below(number, $0)) }))
    case .code(let listing) where listing.language != nil && !cell.agreements.isEmpty:
      return Page.Output(computation: computation(listing, cell.agreements))
    case .code(let listing):
      return Page.Output(
        code: Page.Code(
          html: HTML(CodeListing.block(listing.text, language: listing.language))))
    case .verdicts(let expectations):
      return Page.Output(verdicts: Page.Verdicts(items: expectations.map(verdict)))
    case .derivation(let record):
      return Page.Output(derivation: derivation(record, of: cell.cell, symbols: &shared.symbols))
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
    // The words of a table that the author wrote are the author's.
    let terms = type(of: cell.directive).name == "table" ? nil : words.terms
    let rightColumns = table.columns.enumerated().filter { $1.alignment == .right }.map {
      "r\($0.offset + 1)"
    }
    return Page.Table(
      id: id, label: table.caption ?? cell.display.caption ?? words.table, caption: caption,
      alignment: rightColumns.isEmpty ? nil : rightColumns.joined(separator: " "),
      columns: table.columns.map { terms?[$0.title] ?? $0.title },
      rows: table.rows.map { row in
        Page.Table.Row(
          cells: row.enumerated().map { index, content in
            Page.Table.Cell(content: content.html(terms), isHeader: index == 0)
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
      finding: Typography.set(words.finding(expectation.finding)))
  }
}

extension Notebooks.Table.Content {
  fileprivate func html(_ terms: Terms?) -> HTML {
    switch self {
    case .text(let text): HTML(.text(Typography.set(terms?[text] ?? text)))
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
