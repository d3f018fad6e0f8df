import Diagnostics

/// `\newcommand` and its kin.
extension Parser {
  /// `\newcommand{\name}[2][default]{replacement}`
  mutating func parseDefinition(_ definer: Command.Definer, _ command: Token) {
    _ = takeStarUnexpanded()
    guard let (name, range) = parseDefinedName() else {
      return tokens.report(.badDefinition(by: command.text, at: command.range))
    }
    var arity = 0
    var defaultArgument: [Token]?
    if let count = takeBrackets() {
      guard let count = Int(count.text), (0...9).contains(count) else {
        return tokens.report(.badDefinition(by: command.text, at: command.range))
      }
      arity = count
      if arity > 0 { defaultArgument = takeBrackets() }
    }
    guard let body = takeBraces() else {
      return tokens.report(.badDefinition(by: command.text, at: command.range))
    }
    for case .parameter(let number) in body.map(\.kind) where number > arity {
      let place = body.first { $0.kind == .parameter(number) }?.range ?? command.range
      return tokens.report(.badParameter("#\(number)", arity: arity, at: place))
    }
    let definition = Macros.Definition(arity: arity, defaultArgument: defaultArgument, body: body)
    define(name, as: definition, definer, at: range)
  }

  /// `\DeclareMathOperator*{\name}{text}`
  mutating func parseOperatorDeclaration(_ command: Token) {
    let star = takeStarUnexpanded()
    guard let (name, range) = parseDefinedName(), let text = takeBraces() else {
      return tokens.report(.badDefinition(by: command.text, at: command.range))
    }
    let place = command.range
    let opening = [Token(kind: .command("operatorname"), range: place)] + (star.map { [$0] } ?? [])
    let body =
      opening + [Token(kind: .open, range: place)] + text + [Token(kind: .close, range: place)]
    define(name, as: Macros.Definition(arity: 0, defaultArgument: nil, body: body), .new, at: range)
  }

  private mutating func define(
    _ name: String, as definition: Macros.Definition, _ definer: Command.Definer,
    at range: Range<Int>
  ) {
    let exists = tokens.macros[name] != nil || Command.all[name] != nil
    switch definer {
    case .new where exists:
      tokens.report(.commandExists("\\\(name)", at: range))
    case .renew where !exists:
      if tokens.mayReport {
        let nearest = NearestName.nearest(to: name, in: tokens.macros.names)
        tokens.report(.unknownCommand("\\\(name)", nearest: nearest, at: range))
      }
    case .provide where exists: break
    default: tokens.macros.define(name, as: definition)
    }
  }

  /// `\name` or `{\name}`, which is not expanded.
  private mutating func parseDefinedName() -> (name: String, range: Range<Int>)? {
    guard let first = nextUnexpandedPastSpaces() else { return nil }
    if case .command(let name) = first.kind { return (name, first.range) }
    guard first.kind == .open, let inner = nextUnexpandedPastSpaces() else {
      tokens.putBack(first)
      return nil
    }
    guard case .command(let name) = inner.kind, nextUnexpandedPastSpaces()?.kind == .close else {
      tokens.putBack(inner)
      tokens.putBack(first)
      return nil
    }
    return (name, inner.range)
  }

  private mutating func takeStarUnexpanded() -> Token? {
    guard let token = tokens.nextUnexpanded() else { return nil }
    if token.kind == .character("*") { return token }
    tokens.putBack(token)
    return nil
  }

  private mutating func takeBrackets() -> [Token]? {
    take(from: .character("["), to: .character("]"))
  }

  private mutating func takeBraces() -> [Token]? { take(from: .open, to: .close) }

  /// What stands between two signs, braces within it in pairs; nil if the first one does not follow.
  private mutating func take(from opening: Token.Kind, to closing: Token.Kind) -> [Token]? {
    guard let first = nextUnexpandedPastSpaces() else { return nil }
    guard first.kind == opening else {
      tokens.putBack(first)
      return nil
    }
    var taken: [Token] = []
    var depth = 0
    while let token = tokens.nextUnexpanded() {
      if depth == 0, token.kind == closing { return taken }
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
      taken.append(token)
    }
    return nil
  }

  private mutating func nextUnexpandedPastSpaces() -> Token? {
    while let token = tokens.nextUnexpanded() {
      if token.kind != .space { return token }
    }
    return nil
  }
}
