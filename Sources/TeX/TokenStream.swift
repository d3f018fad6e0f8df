import Diagnostics

/// The tokens of a formula with its macros expanded as they are reached, and what was found wrong.
///
/// Expansion is bounded: past a number of calls or of tokens put in, the stream reports once and
/// ends, so that a macro that calls itself, or doubles its argument forty times, costs nothing.
struct TokenStream {
  /// Far above what a lesson needs, reached within a few milliseconds.
  private static let mostExpansions = 2_000
  private static let mostTokensPutIn = 50_000
  /// Past this many the rest of a formula is not worth a message.
  private static let mostMistakes = 20

  private struct Frame {
    let tokens: [Token]
    var next = 0
  }

  var macros: Macros
  private(set) var mistakes: [Diagnostic] = []
  /// Whether reading was given up; no further mistake is reported.
  private(set) var isStopped = false
  /// The end of what was taken last, blanks aside.
  private(set) var end = 0
  private var frames: [Frame]
  /// Tokens that were looked at or given back, the next one last.
  private var pending: [Token] = []
  private var expansions = 0
  private var tokensPutIn = 0

  init(_ text: String, macros: Macros) {
    self.macros = macros
    frames = [Frame(tokens: Lexer.tokens(of: text))]
  }

  // MARK: Taking tokens

  /// The next token, macros expanded, blanks included.
  mutating func peek() -> Token? {
    if let token = pending.last { return token }
    guard let token = fetch() else { return nil }
    pending.append(token)
    return token
  }

  mutating func next() -> Token? {
    guard let token = pending.popLast() ?? fetch() else { return nil }
    if token.kind != .space { end = token.range.upperBound }
    return token
  }

  /// The next token as it is written, for names that are being defined.
  mutating func nextUnexpanded() -> Token? {
    guard let token = pending.popLast() ?? fetchUnexpanded() else { return nil }
    end = token.range.upperBound
    return token
  }

  /// Gives back the token that was taken last, before which the input ended at `end`.
  mutating func putBack(_ token: Token, endingAt end: Int? = nil) {
    pending.append(token)
    self.end = end ?? self.end
  }

  mutating func skipSpaces() {
    while peek()?.kind == .space { _ = next() }
  }

  // MARK: Mistakes

  mutating func report(_ mistake: Diagnostic) {
    if !isStopped, mistakes.count < Self.mostMistakes { mistakes.append(mistake) }
  }

  /// Whether there is room for one more; spares the search for a nearest name where there is not.
  var mayReport: Bool { !isStopped && mistakes.count < Self.mostMistakes }

  /// Reports and ends the input.
  mutating func stop(reporting mistake: Diagnostic) {
    report(mistake)
    isStopped = true
    frames = []
    pending = []
  }

  // MARK: Expansion

  private mutating func fetch() -> Token? {
    while let token = fetchUnexpanded() {
      guard case .command(let name) = token.kind, let definition = macros[name] else {
        return token
      }
      expand(definition, calledBy: token)
    }
    return nil
  }

  private mutating func fetchUnexpanded() -> Token? {
    guard let token = peekUnexpanded() else { return nil }
    frames[frames.count - 1].next += 1
    return token
  }

  /// Frames that are used up are dropped first, so that a call at the end of a body adds none.
  private mutating func peekUnexpanded() -> Token? {
    while let frame = frames.last {
      if frame.next < frame.tokens.count { return frame.tokens[frame.next] }
      frames.removeLast()
    }
    return nil
  }

  private mutating func expand(_ definition: Macros.Definition, calledBy call: Token) {
    var range = call.range
    var arguments: [[Token]] = []
    if let missing = definition.defaultArgument {
      let given = optionalArgument(extending: &range)
      arguments.append(given ?? missing.map { Token(kind: $0.kind, range: call.range) })
    }
    while arguments.count < definition.arity {
      guard let argument = argument(extending: &range) else {
        report(.missingArgument(of: call.text, at: call.range))
        arguments.append([])
        continue
      }
      arguments.append(argument)
    }
    var body: [Token] = []
    for token in definition.body {
      if case .parameter(let number) = token.kind, number <= arguments.count {
        body += arguments[number - 1]
      } else {
        body.append(Token(kind: token.kind, range: range))
      }
      if tokensPutIn + body.count > Self.mostTokensPutIn { break }
    }
    expansions += 1
    tokensPutIn += body.count
    guard expansions <= Self.mostExpansions, tokensPutIn <= Self.mostTokensPutIn else {
      return stop(reporting: .endlessMacro(call.text, at: range))
    }
    frames.append(Frame(tokens: body))
  }

  /// One token, or all between a pair of braces; nil at the end of the text or of a group.
  private mutating func argument(extending range: inout Range<Int>) -> [Token]? {
    skipSpacesUnexpanded()
    guard let first = peekUnexpanded(), first.kind != .close else { return nil }
    _ = fetchUnexpanded()
    guard first.kind == .open else {
      range = range.extended(to: first.range)
      return [first]
    }
    return balanced(until: .close, extending: &range)
  }

  private mutating func optionalArgument(extending range: inout Range<Int>) -> [Token]? {
    guard peekUnexpanded()?.kind == .character("[") else { return nil }
    _ = fetchUnexpanded()
    return balanced(until: .character("]"), extending: &range)
  }

  private mutating func skipSpacesUnexpanded() {
    while peekUnexpanded()?.kind == .space { _ = fetchUnexpanded() }
  }

  /// What comes before `closing` outside of braces; nil if it never comes.
  private mutating func balanced(
    until closing: Token.Kind, extending range: inout Range<Int>
  ) -> [Token]? {
    var tokens: [Token] = []
    var depth = 0
    while let token = fetchUnexpanded() {
      if depth == 0, token.kind == closing {
        range = range.extended(to: token.range)
        return tokens
      }
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
      tokens.append(token)
    }
    return nil
  }
}

extension Range<Int> {
  /// The range from this one's start to the later of both ends.
  func extended(to other: Range<Int>) -> Range<Int> {
    lowerBound..<Swift.max(upperBound, other.upperBound)
  }
}
