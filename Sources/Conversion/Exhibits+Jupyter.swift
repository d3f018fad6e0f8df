import Notebooks
import Reports

extension Exhibits.Cell {
  /// What the cell shows, each with plain text beside for a reader that knows nothing richer.
  var jupyterOutputs: [JupyterOutput] {
    var outputs = exhibits.flatMap(\.jupyterOutputs)
    if let failure {
      if let diagnostic = failure.diagnostic {
        let lines = diagnostic.split(separator: "\n", omittingEmptySubsequences: false)
        let message = lines.first.map { $0.dropFirst("error: ".count) } ?? ""
        outputs.append(
          .error(
            name: failure.words, message: String(message), trace: lines.map(String.init)))
      } else {
        outputs.append(.stream(failure.words + "\n"))
      }
    }
    return outputs
  }
}

extension Exhibits.Exhibit {
  fileprivate var jupyterOutputs: [JupyterOutput] {
    guard case .figure(let figure) = content else {
      return [.display(["text/html": html, "text/plain": plainText])]
    }
    let picture = JupyterOutput.display(["image/svg+xml": figure.svg, "text/plain": plainText])
    // A picture alone has no place for its caption.
    guard let caption else { return [picture] }
    return [
      picture,
      .display([
        "text/markdown": "**\(caption.number)** \(MarkdownText.escaped(caption.text))",
        "text/plain": "\(caption.number) \(caption.text)",
      ]),
    ]
  }

  private var plainText: String {
    switch content {
    case .table(let table): table.plainText
    case .figure(let figure):
      figure.picture.names.map { "\($0.title): \($0.description)" }
        ?? figure.picture.drawing.plainText
    case .code(let listing): listing.text
    case .notice(let notice): notice.text
    case .verdicts(let verdicts): verdicts.map(\.plainText).joined(separator: "\n")
    case .derivation(_, let blocks):
      blocks.map { block in
        ([block.heading, block.tex].compactMap(\.self) + block.steps.map(\.plainText))
          .joined(separator: "\n")
      }.joined(separator: "\n\n")
    }
  }
}

extension Exhibits.Verdict {
  /// `✓ held  accuracy(net, test) > 0.9  0.97`
  var plainText: String {
    ["\(sign) \(word)", statement, finding].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

extension Notebooks.Table {
  /// The table in columns of characters, numbers to the right.
  var plainText: String {
    let grid = [columns.map(\.title)] + rows.map { $0.map(\.plainText) }
    let widths = columns.indices.map { column in grid.map { $0[column].count }.max() ?? 0 }
    return grid.map { row in
      columns.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return columns[column].alignment == .right ? padding + row[column] : row[column] + padding
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
