import Markup
import Notebooks
import TeX

extension Report {
  /// Code beside the formula of each value and what the engine says of it, line by line.
  func computation(_ listing: Listing, _ agreements: [Agreement]) -> Page.Computation {
    let lines = CodeListing.lines(of: listing.text, language: listing.language)
    var rows: [Page.Computation.Row] = []
    var code: [[Node]] = []
    var offset = 0
    var isApart = false
    for (line, text) in zip(
      lines, listing.text.split(separator: "\n", omittingEmptySubsequences: false))
    {
      let end = offset + text.utf8.count
      defer { offset = end + 1 }
      if code.isEmpty, text.allSatisfy(\.isWhitespace) {
        isApart = !rows.isEmpty
        continue
      }
      code.append(line)
      // A statement may go on over several lines.
      if agreements.contains(where: {
        $0.statement.lowerBound <= end && end < $0.statement.upperBound
      }) {
        continue
      }
      let agreement = agreements.first { (offset...end).contains($0.statement.upperBound) }
      rows.append(row(code, agreement, isApart: isApart))
      code = []
      isApart = false
    }
    return Page.Computation(
      formulaHead: words.formula, codeHead: words.code, engineHead: words.engineColumn, rows: rows)
  }

  private func row(
    _ code: [[Node]], _ agreement: Agreement?, isApart: Bool
  ) -> Page.Computation.Row {
    Page.Computation.Row(
      isApart: isApart,
      formula: agreement?.formula.map { tex in
        HTML(.element(ParsedFormula(parsing: tex).formula.mathMLInCell))
      },
      code: HTML(Array(code.joined(separator: [.text("\n")]))), verdict: agreement.map(verdict))
  }

  private func verdict(_ agreement: Agreement) -> Page.Verdict {
    Page.Verdict(
      kind: agreement.holds ? "held" : "failed", sign: agreement.holds ? "✓" : "✗",
      word: agreement.holds ? words.agrees : words.differs, statement: agreement.name,
      finding: Typography.set(
        agreement.difference
          ?? "\(agreement.shape), \(words.relativeError) \(agreement.error.significant(2))"))
  }
}
