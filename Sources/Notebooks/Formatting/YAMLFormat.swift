import Diagnostics

/// Settings in their canonical spelling, line by line as the author set them.
///
///     layers:                                     layers:
///     -   {units:  20,activation: "relu"}           - {units: 20, activation: relu}
///
/// Two blanks are one level; a list under a name is one level deeper. Order, line breaks, comments
/// and single blank lines are the author's.
struct YAMLFormat {
  /// One level of the text as it was: where its lines began, and where they begin now.
  private struct Level {
    let before: Int
    let after: Int
    let isList: Bool
  }

  /// A line without settings, which waits for the next that has some.
  private enum Waiting {
    case blank
    case comment(Range<Int>, column: Int)
  }

  private var scanner: YAMLScanner
  private var levels: [Level] = []
  private var waiting: [Waiting] = []
  private var result = ""

  private init(_ text: String) { scanner = YAMLScanner(text) }

  /// The canonical spelling, each line ended; the text as it was where it has what only a full writer of
  /// YAML could set anew (anchors, tags, names of several lines), or where it would say something else.
  ///
  /// Throws what is no YAML.
  static func formatted(_ yaml: SourceExcerpt) throws(DiagnosticList) -> String {
    let meaning = try Setting.reading(yaml, parameters: nil)
    let text = yaml.text.replacing("\r\n", with: "\n")
    var format = YAMLFormat(text)
    guard (try? format.run()) != nil,
      let written = try? Setting.reading(SourceExcerpt(format.result), parameters: nil),
      written.means(meaning)
    else { return text }
    return format.result
  }

  private mutating func run() throws(YAMLScanner.Unusual) {
    guard scanner.isUsual else { throw YAMLScanner.Unusual() }
    while !scanner.isAtEnd {
      let column = scanner.skipBlanks()
      if scanner.endLine() {
        if !result.isEmpty || !waiting.isEmpty { waiting.append(.blank) }
      } else if scanner.isAt("#") {
        waiting.append(.comment(scanner.restOfLine(), column: column))
      } else {
        try line(at: column)
      }
    }
    while case .blank = waiting.last { waiting.removeLast() }
    writeWaiting(before: nil)
  }

  /// A line with settings, and those it goes on in.
  private mutating func line(at column: Int) throws(YAMLScanner.Unusual) {
    let old = levels
    var level = level(at: column, isList: scanner.isAtDash)
    writeWaiting(before: level.after, in: old)
    result += String(repeating: " ", count: level.after)
    while scanner.isAtDash {
      let gap = scanner.skipDash()
      result += "-"
      guard !scanner.isAtLineEnd, !scanner.isAt("#") else { return endLine() }
      result += " "
      level = Level(
        before: level.before + gap, after: level.after + 2, isList: scanner.isAtDash)
      levels.append(level)
    }
    if let key = try scanner.key() {
      result += key + ":"
      scanner.skipBlanks()
      if scanner.isAtLineEnd || scanner.isAt("#") { return endLine() }
      result += " "
    }
    if scanner.isAtBlockText {
      let lines = scanner.blockText(
        inside: level.before, movedBy: level.after - level.before)
      result += lines.text
      if lines.hasBlankEnd { waiting.append(.blank) }
    } else {
      result += try scanner.value(at: level.after)
      try finishLine()
    }
  }

  private mutating func finishLine() throws(YAMLScanner.Unusual) {
    guard scanner.isAtValueEnd else { throw YAMLScanner.Unusual() }
    endLine()
  }

  /// A comment after a setting keeps its distance, in which it may stand below others.
  private mutating func endLine() {
    result += scanner.trailingComment() + "\n"
    _ = scanner.endLine()
  }

  // MARK: Levels

  private mutating func level(at column: Int, isList: Bool) -> Level {
    while let top = levels.last,
      top.before > column || (top.before == column && top.isList && !isList)
    { levels.removeLast() }
    if let top = levels.last, top.before == column, top.isList == isList { return top }
    let level = Level(
      before: column, after: levels.last.map { $0.after + 2 } ?? 0, isList: isList)
    levels.append(level)
    return level
  }

  /// Comments begin where the settings did that they stood below, or else where the next ones do.
  private mutating func writeWaiting(before next: Int?, in levels: [Level]? = nil) {
    let levels = levels ?? self.levels
    var wasBlank = false
    for line in waiting {
      switch line {
      case .blank:
        if !wasBlank { result += "\n" }
        wasBlank = true
      case .comment(let text, let column):
        let column =
          levels.last { $0.before == column }?.after ?? next
          ?? levels.last { $0.before <= column }?.after ?? 0
        result += String(repeating: " ", count: column) + scanner.text(text) + "\n"
        wasBlank = false
      }
    }
    waiting = []
  }
}
