import Diagnostics

/// What each kind of command makes of what follows it.
extension Parser {
  mutating func parseCommand(_ name: String, _ token: Token) -> Formula? {
    guard let command = Command.all[name] else { return unknown(name, token) }
    return parse(command, token).map { Formula($0, at: span(from: token.range.lowerBound)) }
  }

  private mutating func unknown(_ name: String, _ token: Token) -> Formula {
    if tokens.mayReport {
      let nearest = nearestCommand(to: name)
      tokens.report(.unknownCommand(token.text, nearest: nearest, at: token.range))
    }
    return Formula(.invalid(token.text), at: token.range)
  }

  /// Names that begin as the wrong one does, in the same case, come first: `\Delt` is `\Delta`.
  /// For a single sign or letter any other would do, so none is named.
  private func nearestCommand(to name: String) -> String? {
    guard name.count > 1 else { return nil }
    let all = tokens.macros.names + Command.words
    let alike = all.filter { $0.first == name.first }
    return NearestName.nearest(to: name, in: alike + all.filter { $0.first != name.first })
  }

  private mutating func parse(_ command: Command, _ token: Token) -> Formula.Kind? {
    switch command {
    case .symbol(let symbol): return .symbol(symbol)
    case .operatorName(let name): return .operatorName(name)
    case .space(let width): return .space(width)
    case .prime: return .symbol(Formula.Symbol("′", .ordinary))
    case .accent(let mark):
      let base = argument(of: token)
      return .accent(
        Formula.Accent(
          String(token.text.dropFirst()), mark: mark.text, isUnder: mark.isUnder,
          isStretchy: mark.isStretchy, base: base))
    case .font(let font): return .font(font, argument(of: token))
    case .text(let font): return parseText(font, of: token)
    case .classified(let symbolClass): return .classified(symbolClass, argument(of: token))
    case .enclosed(let enclosure): return .enclosed(enclosure, argument(of: token))
    case .fraction(let form):
      let numerator = argument(of: token)
      return .fraction(form.fraction(numerator, over: argument(of: token)))
    case .root:
      let index = parseOptionalArgument()
      return .root(radicand: argument(of: token), index: index)
    case .overset, .underset, .stackrel, .labelledArrow: return parseStack(command, token)
    case .operatorNameArgument: return parseOperatorName(token)
    case .colored:
      let color = parseColor(for: token)
      return .color(color, argument(of: token))
    case .horizontalSpace: return parseSpace(token)
    case .modulo(let form): return parseModulo(form, token)
    case .not: return parseNegation(token)
    case .sized(let size, let symbolClass): return parseSized(size, symbolClass, token)
    case .left: return parseFence(token)
    case .begin: return parseEnvironment(token)
    case .substack: return parseSubstack(token)
    case .infixFraction:
      tokens.report(.secondInfix(token.text, at: token.range))
      return .invalid(token.text)
    case .style, .fontSwitch, .colorSwitch:
      // In a row these take all that follows; here they stand as an argument without braces.
      return misplaced(token, belongs: "in a group: {\(token.text) …}")
    case .right: return unexpectedRight(token)
    case .middle: return misplaced(token, belongs: "between \\left and \\right")
    case .end: return unexpectedEnd(token)
    case .lineBreak:
      tokens.report(.misplacedLineBreak(at: token.range))
      return .invalid(token.text)
    case .horizontalLine: return misplaced(token, belongs: "at the beginning of a row")
    case .limits: return misplaced(token, belongs: "after a large operator such as \\sum")
    case .tag, .label, .noTag, .define, .declareOperator, .ignored:
      performSilently(command, token)
      return nil
    case .unsupported(let instead):
      tokens.report(.unsupportedCommand(token.text, instead: instead, at: token.range))
      return .invalid(token.text)
    }
  }

  mutating func argument(of command: Token) -> Formula {
    parseArgument(of: command.text, at: command.range)
  }

  private mutating func misplaced(_ token: Token, belongs: String) -> Formula.Kind {
    tokens.report(.misplacedCommand(token.text, belongs: belongs, at: token.range))
    return .invalid(token.text)
  }

  /// Commands that show nothing where they stand.
  private mutating func performSilently(_ command: Command, _ token: Token) {
    switch command {
    case .tag:
      let isBare = takeStar()
      guard let name = parseName(of: token) else { return }
      marks.tag = Formula.Tag(name.text.trimmed, isBare: isBare, at: span(of: token))
    case .label:
      guard let name = parseName(of: token) else { return }
      marks.label = Formula.Label(name.text.trimmed, at: name.range)
    case .noTag: marks.isUnnumbered = true
    case .define(let definer): parseDefinition(definer, token)
    case .declareOperator: parseOperatorDeclaration(token)
    default: break
    }
  }

  func span(of token: Token) -> Range<Int> { span(from: token.range.lowerBound) }

  private mutating func parseStack(_ command: Command, _ token: Token) -> Formula.Kind {
    if case .labelledArrow(let sign) = command {
      let under = parseOptionalArgument()
      let over = argument(of: token)
      let arrow = Formula(.symbol(Formula.Symbol(sign, .relation)), at: token.range)
      return .stack(Formula.Stack(base: arrow, over: over, under: under))
    }
    let small = argument(of: token)
    let base = argument(of: token)
    switch command {
    case .underset: return .stack(Formula.Stack(base: base, under: small))
    case .stackrel:
      let stack = Formula(.stack(Formula.Stack(base: base, over: small)), at: span(of: token))
      return .classified(.relation, stack)
    default: return .stack(Formula.Stack(base: base, over: small))
    }
  }

  /// `\operatorname{ReLU}`; a name with more in it than letters, spaces and signs is set upright as it is.
  private mutating func parseOperatorName(_ token: Token) -> Formula.Kind {
    let takesLimits = takeStar()
    let body = argument(of: token)
    if let name = body.operatorText {
      return .operatorName(Formula.OperatorName(name, takesLimits: takesLimits))
    }
    let upright = Formula(.font(.upright, body), at: body.range)
    return .classified(.largeOperator, upright)
  }

  /// `\hspace{1em}`, and `\kern3mu`, whose length ends with its unit.
  private mutating func parseSpace(_ token: Token) -> Formula.Kind {
    _ = takeStar()
    if tokens.peekPastSpaces()?.kind == .open {
      guard let name = parseName(of: token) else { return .space(0) }
      return .space(length(name.text, at: name.range))
    }
    let start = tokens.peek()?.range.lowerBound ?? tokens.end
    var text = ""
    while text.count < 16, let next = tokens.peek(), case .character(let character) = next.kind,
      character.isLetter || character.isNumber || character == "." || character == "-"
    {
      _ = tokens.next()
      text.append(character)
      if Length(text) != nil { break }
    }
    return .space(length(text, at: span(from: start)))
  }

  private mutating func parseModulo(_ form: Command.Modulo, _ token: Token) -> Formula.Kind {
    let name = Formula(
      .operatorName(Formula.OperatorName("mod", takesLimits: false)), at: token.range)
    if form == .binary { return .classified(.binary, name) }
    let gap = Formula(.space(1), at: token.range)
    let thin = Formula(.space(1.0 / 6), at: token.range)
    let body = [name, thin, argument(of: token)]
    guard form == .parenthesized else { return .row([gap] + body) }
    let open = Formula(.symbol(Formula.Symbol("(", .open)), at: token.range)
    let close = Formula(.symbol(Formula.Symbol(")", .close)), at: token.range)
    return .row([gap, open] + body + [close])
  }

  /// `\not=`, `\not\in`: the sign with a stroke through it.
  private mutating func parseNegation(_ token: Token) -> Formula.Kind {
    let operand = argument(of: token).unbraced
    guard case .symbol(let symbol) = operand.kind else {
      if case .invalid = operand.kind { return operand.kind }
      return misplaced(token, belongs: "before a relation such as = or \\in")
    }
    return .symbol(Formula.Symbol(symbol.text.negated, .relation))
  }
}

extension Formula {
  /// What `\operatorname` shows for its argument; nil if that is more than a name.
  fileprivate var operatorText: String? {
    switch kind {
    case .row(let elements):
      let parts = elements.compactMap(\.operatorText)
      return parts.count == elements.count && !parts.isEmpty ? parts.joined() : nil
    case .symbol(let symbol) where "-*:/.".contains(symbol.text): return symbol.text
    case .space(let width): return width > 0 ? " " : ""
    default: return plainName
    }
  }
}

extension String {
  /// The sign with a stroke, as one character where Unicode has it.
  fileprivate var negated: String {
    switch self {
    case "→": "↛"
    case "⇒": "⇏"
    case "∃": "∄"
    default: self + "\u{338}"
    }
  }
}
