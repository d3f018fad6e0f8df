/// Words within formulas.
extension Parser {
  /// `\text{für alle $x$}`: words, or a row of words and formulas.
  mutating func parseText(_ font: Formula.Font, of command: Token) -> Formula.Kind {
    guard enter() else { return .text("", font) }
    defer { leave() }
    guard let opening = tokens.peekPastSpaces(), opening.kind == .open else {
      return parseBareText(font, of: command)
    }
    _ = tokens.next()
    var pieces = TextPieces(font: font)
    var nesting = 0
    while let token = tokens.next() {
      if token.kind == .close, nesting == 0 {
        return pieces.finished
      }
      if token.kind == .open { nesting += 1 }
      if token.kind == .close { nesting -= 1 }
      readText(token, into: &pieces)
    }
    tokens.report(.unclosedBrace(at: opening.range))
    return pieces.finished
  }

  /// `\text a`: one sign.
  private mutating func parseBareText(_ font: Formula.Font, of command: Token) -> Formula.Kind {
    guard let token = tokens.peek(), case .character(let character) = token.kind else {
      tokens.report(.missingArgument(of: command.text, at: command.range))
      return .text("", font)
    }
    _ = tokens.next()
    return .text(String(character), font)
  }

  private mutating func readText(_ token: Token, into pieces: inout TextPieces) {
    switch token.kind {
    case .open, .close: break
    case .character("~"): pieces.add("\u{A0}", at: token.range)
    case .character("$"):
      let elements = parseRow(in: .dollars)
      if tokens.peek()?.kind == .character("$") {
        _ = tokens.next()
      } else {
        tokens.report(.unclosedDollar(at: token.range))
      }
      pieces.add(Formula(.row(elements), at: span(of: token)))
    case .command(let name): readTextCommand(name, token, into: &pieces)
    default: pieces.add(token.text, at: token.range)
    }
  }

  private mutating func readTextCommand(
    _ name: String, _ token: Token, into pieces: inout TextPieces
  ) {
    switch Command.all[name] {
    case .text(let font):
      let kind = parseText(font, of: token)
      pieces.add(Formula(kind, at: span(of: token)))
    case .space(let width): pieces.add(width > 0 ? " " : "", at: token.range)
    case .symbol(let symbol) where name.first?.isTeXLetter != true || symbol.symbolClass == .inner:
      pieces.add(symbol.text, at: token.range)
    case .ignored: break
    case nil:
      if let formula = parseCommand(name, token) { pieces.add(formula) }
    default:
      tokens.report(.commandInText(token.text, at: token.range))
      pieces.add(token.text, at: token.range)
    }
  }
}

/// Words and formulas as they come, words run together.
private struct TextPieces {
  let font: Formula.Font
  private var pieces: [Formula] = []
  private var words = ""
  private var range = 0..<0

  init(font: Formula.Font) { self.font = font }

  mutating func add(_ text: String, at place: Range<Int>) {
    range = words.isEmpty ? place : range.extended(to: place)
    words += text
  }

  mutating func add(_ formula: Formula) {
    flush()
    pieces.append(formula)
  }

  var finished: Formula.Kind {
    if pieces.isEmpty { return .text(words, font) }
    var all = self
    all.flush()
    return .row(all.pieces)
  }

  private mutating func flush() {
    if !words.isEmpty { pieces.append(Formula(.text(words, font), at: range)) }
    words = ""
  }
}
