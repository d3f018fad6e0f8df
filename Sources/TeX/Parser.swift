import Diagnostics

/// Reads tokens into the tree, by recursive descent of bounded depth; total on any input.
struct Parser {
  /// Deeper than any formula a person writes, and shallow enough for the stack of any thread.
  private static let deepest = 100

  /// What a row is read within, and so what ends it.
  enum Context {
    case formula, group, bracket, fence, cell, dollars
  }

  /// Marks on the line that is being read, of a table or of the whole formula.
  struct LineMarks {
    var tag: Formula.Tag?
    var label: Formula.Label?
    var isUnnumbered = false
  }

  var tokens: TokenStream
  var marks = LineMarks()
  /// How many of each kind are open around the place that is being read: a `}` that nobody waits
  /// for is a mistake of its own, one that somebody waits for ends what is inside.
  private var open: [Context: Int] = [:]
  private var depth = 0

  init(_ text: String, macros: Macros) {
    tokens = TokenStream(text, macros: macros)
  }

  mutating func parseFormula(ofLength length: Int) -> Formula {
    let elements = parseRow(in: .formula)
    return Formula(.row(elements), at: 0..<length)
  }

  // MARK: Rows

  /// Everything up to what ends a row in this context, which is left to be read.
  ///
  /// - Parameter outer: what closes the cells of a table: `\end`, or the brace of a `\substack`.
  mutating func parseRow(in context: Context, closedBy outer: Context? = nil) -> [Formula] {
    open[context, default: 0] += 1
    if let outer, outer != context { open[outer, default: 0] += 1 }
    defer {
      open[context, default: 0] -= 1
      if let outer, outer != context { open[outer, default: 0] -= 1 }
    }
    return readRow(in: context, afterInfix: false)
  }

  private mutating func readRow(in context: Context, afterInfix: Bool) -> [Formula] {
    guard enter() else { return [] }
    defer { leave() }
    var elements: [Formula] = []
    while let token = tokens.peek() {
      if ends(token, context) { break }
      if case .command(let name) = token.kind, let command = Command.all[name],
        readToEnd(command, token, in: context, afterInfix: afterInfix, &elements)
      {
        break
      }
      if let element = parseElement() { elements.append(element) }
    }
    return elements
  }

  /// Commands that concern all that follows in the row, or all that came before; returns whether it
  /// was one, and so the row is at its end.
  private mutating func readToEnd(
    _ command: Command, _ token: Token, in context: Context, afterInfix: Bool,
    _ elements: inout [Formula]
  ) -> Bool {
    let wrap: (Formula) -> Formula.Kind
    switch command {
    case .style(let style):
      _ = tokens.next()
      wrap = { .style(style, $0) }
    case .fontSwitch(let font):
      _ = tokens.next()
      wrap = { .font(font, $0) }
    case .colorSwitch:
      _ = tokens.next()
      let color = parseColor(for: token)
      wrap = { .color(color, $0) }
    case .infixFraction(let form) where !afterInfix:
      _ = tokens.next()
      let start = elements.first?.range.lowerBound ?? token.range.lowerBound
      let above = Formula(.row(elements), at: start..<max(start, token.range.lowerBound))
      let below = restOfRow(in: context, afterInfix: true)
      elements = [Formula(.fraction(form.fraction(above, over: below)), at: span(from: start))]
      return true
    default: return false
    }
    let body = restOfRow(in: context, afterInfix: afterInfix)
    elements.append(Formula(wrap(body), at: span(from: token.range.lowerBound)))
    return true
  }

  private mutating func restOfRow(in context: Context, afterInfix: Bool) -> Formula {
    let start = tokens.end
    let elements = readRow(in: context, afterInfix: afterInfix)
    return Formula(.row(elements), at: span(from: start))
  }

  /// Whether a token ends a row in this context, by itself or because something further out waits
  /// for it.
  private func ends(_ token: Token, _ context: Context) -> Bool {
    switch token.kind {
    case .close: return isOpen(.group)
    case .character("]"): return context == .bracket
    case .character("$"): return isOpen(.dollars)
    case .alignment: return (context == .cell || context == .fence) && isOpen(.cell)
    case .command(let name):
      switch Command.all[name] {
      case .right: return isOpen(.fence)
      case .middle: return context == .fence
      case .end: return isOpen(.cell)
      case .lineBreak: return (context == .cell || context == .fence) && isOpen(.cell)
      default: return false
      }
    default: return false
    }
  }

  private func isOpen(_ context: Context) -> Bool { open[context, default: 0] > 0 }

  // MARK: Depth

  /// Goes one level down; false if that is too deep, and then the input is at its end.
  mutating func enter() -> Bool {
    depth += 1
    guard depth > Self.deepest else { return true }
    depth -= 1
    let here = tokens.peek()?.range ?? tokens.end..<tokens.end
    tokens.stop(reporting: .nestedTooDeeply(limit: Self.deepest, at: here))
    return false
  }

  mutating func leave() { depth -= 1 }

  /// From a start to the end of what was taken last.
  func span(from start: Int) -> Range<Int> { start..<max(start, tokens.end) }
}

extension Command.FractionForm {
  func fraction(_ numerator: Formula, over denominator: Formula) -> Formula.Fraction {
    Formula.Fraction(
      numerator, over: denominator, hasBar: hasBar, style: style, open: open, close: close)
  }
}

extension ParsedFormula {
  /// Reads TeX; total, and bounded in time and memory on any input.
  ///
  /// - Parameters:
  ///   - text: what stands between the dollars.
  ///   - macros: the commands that the lesson has defined so far.
  public init(parsing text: String, macros: Macros = Macros()) {
    var parser = Parser(text, macros: macros)
    formula = parser.parseFormula(ofLength: text.utf8.count)
    source = text
    tag = parser.marks.tag
    label = parser.marks.label
    diagnostics = parser.tokens.mistakes
    self.macros = parser.tokens.macros
  }

  /// The text of a piece of this formula.
  public func source(of range: Range<Int>) -> Substring {
    let utf8 = source.utf8
    let lower = max(0, min(range.lowerBound, utf8.count))
    let upper = max(lower, min(range.upperBound, utf8.count))
    let start = utf8.index(utf8.startIndex, offsetBy: lower)
    return source[start..<utf8.index(start, offsetBy: upper - lower)]
  }
}
