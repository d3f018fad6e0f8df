/// One element of a row: a nucleus with its scripts.
extension Parser {
  /// Takes at least one token; nil if that leaves nothing in the tree.
  mutating func parseElement() -> Formula? {
    guard let token = tokens.peek() else { return nil }
    switch token.kind {
    case .superscript, .subscript, .character("'"), .character("’"), .character("′"):
      let start = token.range.lowerBound
      return parseScripts(on: Formula(.row([]), at: start..<start))
    default:
      guard let nucleus = parseNucleus(joiningDigits: true) else { return nil }
      return parseScripts(on: nucleus)
    }
  }

  /// A base without its scripts; takes at least one token unless the input is at its end.
  mutating func parseNucleus(joiningDigits: Bool) -> Formula? {
    guard let token = tokens.next() else { return nil }
    let range = token.range
    switch token.kind {
    case .space: return nil
    case .open: return parseGroup(from: token)
    case .character(let character):
      return parseCharacter(character, token, joiningDigits: joiningDigits)
    case .command(let name): return parseCommand(name, token)
    case .close:
      tokens.report(.unexpectedBrace(at: range))
    case .alignment:
      tokens.report(.misplacedAlignment(at: range))
    case .superscript, .subscript:
      tokens.report(.missingArgument(of: token.text, at: range))
    case .parameter:
      tokens.report(.badParameter(token.text, arity: nil, at: range))
    }
    return Formula(.invalid(token.text), at: range)
  }

  /// What stands between a brace that was just read and its partner.
  mutating func parseGroup(from opening: Token) -> Formula {
    let elements = parseRow(in: .group)
    if tokens.peek()?.kind == .close {
      _ = tokens.next()
    } else {
      tokens.report(.unclosedBrace(at: opening.range))
    }
    return Formula(.row(elements), at: span(from: opening.range.lowerBound))
  }

  private mutating func parseCharacter(
    _ character: Character, _ token: Token, joiningDigits: Bool
  ) -> Formula? {
    if character.isDecimalDigit { return parseNumber(from: token, joining: joiningDigits) }
    if character == ".", joiningDigits, isDigit(tokens.peek()) {
      return parseNumber(from: token, joining: true)
    }
    if let root = Self.roots[character] { return parseRoot(root, from: token) }
    switch character {
    case "~": return Formula(.space(1.0 / 3), at: token.range)
    case "$", "#":
      tokens.report(.unexpectedCharacter(String(character), at: token.range))
      return Formula(.invalid(String(character)), at: token.range)
    case _ where character.isControl:
      tokens.report(.unexpectedCharacter("control character", at: token.range))
      return Formula(.invalid("\u{FFFD}"), at: token.range)
    default: return Formula(.symbol(SymbolTable.symbol(for: character)), at: token.range)
    }
  }

  private static let roots: [Character: String?] = ["√": nil, "∛": "3", "∜": "4"]

  /// `√2`, `√{x + y}`: the sign with the number, letter or group after it.
  private mutating func parseRoot(_ index: String?, from sign: Token) -> Formula? {
    guard enter() else { return nil }
    defer { leave() }
    let index = index.map { Formula(.number($0), at: sign.range) }
    guard let next = tokens.peekPastSpaces(), isArgument(next),
      let radicand = parseNucleus(joiningDigits: true)
    else {
      tokens.report(.missingArgument(of: sign.text, at: sign.range))
      return Formula(.invalid(sign.text), at: sign.range)
    }
    return Formula(
      .root(radicand: radicand, index: index), at: span(from: sign.range.lowerBound))
  }

  /// Digits with at most one point between or before them.
  private mutating func parseNumber(from first: Token, joining: Bool) -> Formula {
    var digits = first.text
    while joining, let token = tokens.peek() {
      if isDigit(token) {
        digits += token.text
        _ = tokens.next()
        continue
      }
      guard token.kind == .character("."), !digits.contains(".") else { break }
      let end = tokens.end
      _ = tokens.next()
      guard isDigit(tokens.peek()) else {
        tokens.putBack(token, endingAt: end)
        break
      }
      digits += "."
    }
    return Formula(.number(digits), at: span(from: first.range.lowerBound))
  }

  private func isDigit(_ token: Token?) -> Bool {
    guard case .character(let character)? = token?.kind else { return false }
    return character.isDecimalDigit
  }
}

extension Character {
  var isDecimalDigit: Bool { isASCII && isNumber }

  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
