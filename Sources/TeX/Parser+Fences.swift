/// Brackets that grow.
extension Parser {
  /// `\left( … \right)`
  mutating func parseFence(_ left: Token) -> Formula.Kind {
    let open = parseDelimiter(after: left)
    let elements = parseFenceBody()
    let body = Formula(
      .row(elements), at: span(from: elements.first?.range.lowerBound ?? tokens.end))
    guard let right = tokens.peek(), isCommand(right, .right) else {
      let before = tokens.peek()?.text
      tokens.report(.unclosedLeft(open, before: before, at: left.range))
      return .fenced(Formula.Fenced(open, body, ""))
    }
    _ = tokens.next()
    return .fenced(Formula.Fenced(open, body, parseDelimiter(after: right)))
  }

  private mutating func parseFenceBody() -> [Formula] {
    var elements: [Formula] = []
    while true {
      elements += parseRow(in: .fence)
      guard let token = tokens.peek(), isCommand(token, .middle) else { return elements }
      _ = tokens.next()
      let text = parseDelimiter(after: token)
      let delimiter = Formula.Delimiter(text, size: .fitting, symbolClass: .open)
      elements.append(Formula(.delimiter(delimiter), at: span(of: token)))
    }
  }

  mutating func parseSized(
    _ size: Formula.Delimiter.Size, _ symbolClass: Formula.Symbol.Class?, _ token: Token
  ) -> Formula.Kind {
    let text = parseDelimiter(after: token)
    let own = text.first.map { SymbolTable.symbol(for: $0).symbolClass } ?? .ordinary
    return .delimiter(Formula.Delimiter(text, size: size, symbolClass: symbolClass ?? own))
  }

  mutating func unexpectedRight(_ token: Token) -> Formula.Kind {
    tokens.report(.unexpectedRight(token.text, at: token.range))
    let text = parseDelimiter(after: token)
    return .symbol(Formula.Symbol(text, .close))
  }

  func isCommand(_ token: Token, _ command: Command) -> Bool {
    guard case .command(let name) = token.kind else { return false }
    return Command.all[name] == command
  }

  /// A bracket that can grow; empty for `.`, and after a mistake.
  private mutating func parseDelimiter(after command: Token) -> String {
    let token = tokens.peekPastSpaces()
    if let token, let delimiter = delimiter(token) {
      _ = tokens.next()
      return delimiter
    }
    tokens.report(
      .missingDelimiter(after: command.text, found: token?.text, at: token?.range ?? command.range))
    return ""
  }

  private func delimiter(_ token: Token) -> String? {
    let text: String
    switch token.kind {
    case .character(let character): text = SymbolTable.symbol(for: character).text
    case .command(let name):
      guard case .symbol(let symbol)? = Command.all[name] else { return nil }
      text = symbol.text
    default: return nil
    }
    switch text {
    case ".": return ""
    case "<": return "⟨"
    case ">": return "⟩"
    case "∣": return "|"
    case "∥": return "‖"
    default: return Self.delimiters.contains(text) ? text : nil
    }
  }

  private static let delimiters: Set<String> = [
    "(", ")", "[", "]", "{", "}", "|", "‖", "/", "\\", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉", "⟦", "⟧",
    "⟮", "⟯", "↑", "↓", "↕", "⇑", "⇓", "⇕",
  ]
}
