/// What commands take.
extension Parser {
  /// A group, a command with its own arguments, or one sign.
  mutating func parseArgument(of command: String, at range: Range<Int>) -> Formula {
    let missing = Formula(.invalid(""), at: range.upperBound..<range.upperBound)
    guard enter() else { return missing }
    defer { leave() }
    guard let token = tokens.peekPastSpaces(), isArgument(token) else {
      tokens.report(.missingArgument(of: command, at: range))
      return missing
    }
    return parseNucleus(joiningDigits: false) ?? missing
  }

  /// Signs that end something or hang on something stand for no argument.
  func isArgument(_ token: Token) -> Bool {
    switch token.kind {
    case .close, .superscript, .subscript, .alignment, .character("$"): return false
    case .command(let name):
      switch Command.all[name] {
      case .right, .middle, .end, .lineBreak, .limits, .infixFraction: return false
      default: return true
      }
    default: return true
    }
  }

  /// `[…]`, if there is one.
  mutating func parseOptionalArgument() -> Formula? {
    guard let token = tokens.peekPastSpaces(), token.kind == .character("[") else { return nil }
    _ = tokens.next()
    let elements = parseRow(in: .bracket)
    if tokens.peek()?.kind == .character("]") {
      _ = tokens.next()
    } else {
      tokens.report(.unclosedBracket(at: token.range))
    }
    return Formula(.row(elements), at: span(from: token.range.lowerBound))
  }

  /// The text between braces, for names and lengths; nil, and reported, if no brace follows.
  mutating func parseName(of command: Token) -> (text: String, range: Range<Int>)? {
    guard let opening = tokens.peekPastSpaces(), opening.kind == .open else {
      tokens.report(.missingArgument(of: command.text, at: command.range))
      return nil
    }
    _ = tokens.next()
    let start = tokens.end
    var text = ""
    var depth = 0
    while let token = tokens.next() {
      if token.kind == .open { depth += 1 }
      if token.kind == .close {
        if depth == 0 { return (text, start..<max(start, token.range.lowerBound)) }
        depth -= 1
      }
      text += token.text
    }
    tokens.report(.unclosedBrace(at: opening.range))
    return nil
  }

  /// The text between brackets that follow at once, as after `\\[2pt]`.
  mutating func parseBracketedName() -> (text: String, range: Range<Int>)? {
    guard let opening = tokens.peek(), opening.kind == .character("[") else { return nil }
    _ = tokens.next()
    let start = tokens.end
    var text = ""
    while let token = tokens.next() {
      if token.kind == .character("]") { return (text, start..<max(start, token.range.lowerBound)) }
      text += token.text
    }
    tokens.report(.unclosedBracket(at: opening.range))
    return nil
  }

  /// Whether a `*` follows, which is taken.
  mutating func takeStar() -> Bool {
    guard tokens.peek()?.kind == .character("*") else { return false }
    _ = tokens.next()
    return true
  }

  /// `{…}` as a colour; black if it is none.
  mutating func parseColor(for command: Token) -> String {
    guard let name = parseName(of: command) else { return "black" }
    let text = name.text.trimmed
    if ColorName.isValid(text) { return text }
    if tokens.mayReport {
      tokens.report(.unknownColor(text, nearest: ColorName.nearest(to: text), at: name.range))
    }
    return "black"
  }

  /// A length in em; 0 if it is none.
  mutating func length(_ text: String, at range: Range<Int>) -> Double {
    guard let length = Length(text) else {
      tokens.report(.badLength(text, at: range))
      return 0
    }
    return length.em
  }
}

extension TokenStream {
  /// The next token that is not a blank; blanks before it are taken.
  mutating func peekPastSpaces() -> Token? {
    skipSpaces()
    return peek()
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
