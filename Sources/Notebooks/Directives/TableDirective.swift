import Diagnostics
import Expressions

/// `table`: values side by side, each cell an expression.
struct TableDirective: Directive {
  static let name = "table"
  static let summary = "Puts values side by side, each of them worked out from what the cells made."
  static let example = """
    ```{data} iris
    source: iris
    test: {count: 30}
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{table} results
    columns: [Part, Examples, Accuracy]
    rows:
      - [training, "count(iris.train)", "accuracy(mlp, iris.train):.1%"]
      - [test, "count(iris.test)", "accuracy(mlp, iris.test):.1%"]
    caption: The same network on what it was trained on and on what it never saw.
    ```
    """

  static let details = [
    "A cell is worked out where it calls something ('sum(v)'), says how to write its value ('s:.3f'), or "
      + "is an expression over arrays of the code above: 's', 'v[0]', 'v[0] + 1', '-s', 's > 2'. All else "
      + "is words. Words that would be an expression are written in quotes of their own: \"'s'\"."
  ]

  /// A cell is what an expression is worth, or else words.
  enum Cell: Sendable {
    case words(String)
    case query(InlineQuery)

    /// Whether it is a number as it stands, such as one that a document printed: `97.58 %`.
    fileprivate var isNumeral: Bool {
      guard case .words(let words) = self else { return false }
      let digits = words.filter { !" %,\u{A0}\u{202F}".contains($0) }
      return Double(digits.replacing("−", with: "-")) != nil
    }
  }

  let columns: [String]
  let rows: [[Cell]]

  init(_ options: Options) {
    let columns = options.required(
      "columns", .list("a list of headings", of: .text), "the headings")
    self.columns = columns
    let rows = options.required(
      "rows", .list("a list of rows", of: .list("a row", of: .tableCell)),
      "the rows, each a list of words and expressions")
    for row in rows where row.count != columns.count {
      options.report(
        Diagnostic(
          "table.row",
          "the table has \(columns.count) columns, this row has \(row.count) of them",
          at: row.first?.range ?? options.place(of: "rows")))
    }
    self.rows = rows.map { $0.map(\.value) }
  }

  var exhibits: Set<ExhibitKind> { [.table] }

  func foundations(in session: Session) -> [Foundation] {
    [.arrays, .circumstance(session.hasChangedParameters ? "other parameters" : "this run")]
  }

  func run(in session: inout Session) throws -> [Output] {
    var table: [[Table.Content]] = []
    var isIncomplete = false
    for row in rows {
      var cells: [Table.Content] = []
      for cell in row {
        switch cell {
        case .words(let words): cells.append(.text(words))
        case .query(let query):
          let answer = try query.answer(in: session)
          if !answer.isRecorded { isIncomplete = true }
          cells.append(.text(answer.text))
        }
      }
      table.append(cells)
    }
    // Numbers stand in line at the right; those that name the rows are names.
    let alignments = columns.indices.map { column in
      rows.contains { if case .query = $0[column] { true } else { false } }
        || column > 0 && rows.allSatisfy { $0[column].isNumeral }
    }
    let output = Output.table(
      Table(zip(columns, alignments).map { .init($0, $1 ? .right : .left) }, rows: table))
    guard isIncomplete else { return [output] }
    return [output, .notice(Notice(.note, session.words.notRecorded))]
  }
}

extension OptionType where Value == Located<TableDirective.Cell> {
  /// An expression if it calls something, says how to write its value, or is made of arrays of the code
  /// above; else words. Words that would be an expression are written in quotes: `"'s'"`.
  static let tableCell = OptionType(
    "words or an expression", standIn: Located(value: .words(""), range: 0..<0)
  ) { setting, context in
    guard case .text(let text, let quoted) = setting.content else { return nil }
    if let words = text.unquoted, context.scope.reads(words) != .words {
      return Located(value: .words(words), range: setting.range)
    }
    let start = setting.range.lowerBound + (quoted ? 1 : 0)
    let excerpt = SourceExcerpt(text, at: start)
    switch context.scope.reads(text) {
    case .expression: break
    case .words: return Located(value: .words(text), range: setting.range)
    case .unknown(let name):
      context.report(
        .warning(
          "table.words", "this is shown as words, since '\(name.shortened)' stands for nothing",
          at: setting.range,
          help: [
            "assign '\(name.shortened)' in a cell '{compute}' above; if words are meant, write \"'…'\""
          ]))
      return Located(value: .words(text), range: setting.range)
    }
    do throws(DiagnosticList) {
      let query = try InlineQuery(excerpt, scope: context.scope)
      context.note(query.query)
      return Located(value: .query(query), range: setting.range)
    } catch {
      error.diagnostics.forEach(context.report)
      return nil
    }
  }
}

/// How a cell of a table is read.
private enum CellReading: Equatable {
  case words, expression
  /// Words that would be an expression if this name stood for something.
  case unknown(String)
}

extension Scope {
  fileprivate func reads(_ text: String) -> CellReading {
    if text.hasCall || text.hasFormat { return .expression }
    guard let expression = try? CodeReader.expression(text) else { return .words }
    var names: [String] = []
    expression.walk { part in
      if case .symbol(let symbol) = part.kind, Compiler.constants[symbol.name] == nil {
        names.append(symbol.name)
      }
    }
    let unknown = names.filter { labels(ofArray: $0) == nil }
    guard names.count > unknown.count else { return .words }
    if case .symbol = expression.kind {
      // A name of several numbers is a heading; of a single one its value is meant.
      return names.first.flatMap { arrayShapes[$0] }?.isSingle == true ? .expression : .words
    }
    return unknown.first.map(CellReading.unknown) ?? .expression
  }
}

extension String {
  /// What stands between quotes; nil without quotes.
  fileprivate var unquoted: String? {
    guard count > 2, let first, first == last, first == "'" || first == "\"" else { return nil }
    return String(dropFirst().dropLast())
  }

  /// Whether a format stands at the end, as in `(wrong - right):.2%`.
  fileprivate var hasFormat: Bool {
    wholeMatch(of: /(?s).*[A-Za-z0-9_)\]]:,?(\.[0-9]+)?[%efgd]/) != nil
  }

  /// Whether a name stands directly before a bracket, as in `accuracy(mlp, iris)` and not in
  /// `rate (η)`.
  fileprivate var hasCall: Bool {
    zip(utf8, utf8.dropFirst()).contains { first, second in
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
      return second == UInt8(ascii: "(") && (isLetter || isDigit || first == UInt8(ascii: "_"))
    }
  }
}
