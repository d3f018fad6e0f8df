import Diagnostics

/// Environments: rows of cells.
extension Parser {
  /// `\begin{aligned} … \end{aligned}`, the `\begin` having been read.
  mutating func parseEnvironment(_ begin: Token) -> Formula.Kind? {
    guard let name = parseName(of: begin) else { return .invalid(begin.text) }
    let heading = span(of: begin)
    let text = name.text.trimmed
    let environment = Formula.Environment(rawValue: text)
    if environment == nil { reportUnknown(text, at: name.range) }
    let columns = parseColumns(of: environment, begin)
    let table = parseRows(
      environment ?? .aligned, columns: columns, limit: environment?.widest(columns))
    guard let end = tokens.peek(), isCommand(end, .end) else {
      tokens.report(.unclosedEnvironment(text, at: heading))
      return .table(table)
    }
    _ = tokens.next()
    if let closing = parseName(of: end), closing.text.trimmed != text {
      tokens.report(
        .mismatchedEnd(closing.text.trimmed, expected: text, at: span(of: end), opened: heading))
    }
    return environment == nil ? .invalid("\\begin{\(text)}") : .table(table)
  }

  mutating func unexpectedEnd(_ token: Token) -> Formula.Kind {
    let name = parseName(of: token)?.text.trimmed ?? ""
    tokens.report(.unexpectedEnd(name, at: span(of: token)))
    return .invalid("\\end{\(name)}")
  }

  /// `\substack{k = 1 \\ k \ne i}`
  mutating func parseSubstack(_ token: Token) -> Formula.Kind {
    guard let opening = tokens.peekPastSpaces(), opening.kind == .open else {
      tokens.report(.missingArgument(of: token.text, at: token.range))
      return .invalid(token.text)
    }
    _ = tokens.next()
    let table = parseRows(.substack, columns: [], limit: 1, within: .group)
    if tokens.peek()?.kind == .close {
      _ = tokens.next()
    } else {
      tokens.report(.unclosedBrace(at: opening.range))
    }
    return .table(table)
  }

  private mutating func reportUnknown(_ name: String, at range: Range<Int>) {
    let names = Formula.Environment.allCases.map(\.rawValue)
    let nearest = NearestName.nearest(to: name, in: names)
    tokens.report(.unknownEnvironment(name, nearest: nearest, at: range))
  }

  /// The arguments that some environments have after their name.
  private mutating func parseColumns(
    of environment: Formula.Environment?, _ begin: Token
  ) -> [Formula.Column] {
    switch environment {
    case .array:
      _ = parseBracketedName()
      guard let name = parseName(of: begin) else { return [] }
      let letters = name.text.filter { !$0.isWhitespace }
      let columns = letters.compactMap { Formula.Column(rawValue: String($0)) }
      if columns.count < letters.count || columns.isEmpty {
        tokens.report(.badColumns(name.text, at: name.range))
      }
      return columns
    case .alignat, .alignatStarred, .alignedat:
      _ = parseName(of: begin)
      return []
    case .aligned, .gathered, .split:
      _ = parseBracketedName()
      return []
    default: return []
    }
  }

  /// Rows up to `\end`, or to the brace around a `\substack`.
  private mutating func parseRows(
    _ environment: Formula.Environment, columns: [Formula.Column], limit: Int?,
    within context: Context = .cell
  ) -> Formula.Table {
    let outer = marks
    defer { marks = outer }
    var rows: [Formula.Row] = []
    var lines = takeLines()
    while true {
      marks = LineMarks()
      let start = tokens.peekPastSpaces()?.range.lowerBound ?? tokens.end
      let cells = parseCells(environment, limit: limit, within: context)
      let end = tokens.peek()
      let range = span(from: start)
      let isBreak = end.map { isCommand($0, .lineBreak) } ?? false
      let space = isBreak ? takeLineBreak() : 0
      let isEmpty = cells.allSatisfy(\.elements.isEmpty) && marks.tag == nil && marks.label == nil
      guard isBreak || !(cells.count == 1 && isEmpty) else { break }
      rows.append(
        Formula.Row(
          cells: cells, range: range, tag: marks.tag, label: marks.label,
          isUnnumbered: marks.isUnnumbered, linesAbove: lines, spaceBelow: space))
      lines = 0
      guard isBreak else { break }
      lines = takeLines()
    }
    return Formula.Table(environment, rows: rows, columns: columns, linesBelow: lines)
  }

  private mutating func parseCells(
    _ environment: Formula.Environment, limit: Int?, within context: Context
  ) -> [Formula] {
    var cells: [Formula] = []
    while true {
      let start = tokens.peekPastSpaces()?.range.lowerBound ?? tokens.end
      let elements = parseRow(in: .cell, closedBy: context)
      cells.append(Formula(.row(elements), at: span(from: start)))
      guard let token = tokens.peek(), token.kind == .alignment else { return cells }
      _ = tokens.next()
      if let limit, cells.count >= limit {
        tokens.report(.tooManyColumns(environment.rawValue, limit: limit, at: token.range))
      }
    }
  }

  /// `\\`, `\\*`, `\\[2pt]`; the extra room in em.
  private mutating func takeLineBreak() -> Double {
    _ = tokens.next()
    _ = takeStar()
    guard let name = parseBracketedName() else { return 0 }
    return length(name.text, at: name.range)
  }

  private mutating func takeLines() -> Int {
    var lines = 0
    while let token = tokens.peekPastSpaces(), isCommand(token, .horizontalLine) {
      _ = tokens.next()
      lines += 1
    }
    return lines
  }
}

extension Formula.Environment {
  /// How many cells a row may have; nil if any number.
  fileprivate func widest(_ columns: [Formula.Column]) -> Int? {
    switch self {
    case .equation, .equationStarred, .gather, .gatherStarred, .gathered, .multline,
      .multlineStarred, .substack:
      1
    case .cases, .dcases, .rcases, .split: 2
    case .array: max(1, columns.count { $0 != .line })
    default: nil
    }
  }
}
