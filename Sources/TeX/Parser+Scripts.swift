/// Subscripts, superscripts, primes.
extension Parser {
  /// The base with all scripts that follow it; the base itself if none do.
  mutating func parseScripts(on base: Formula) -> Formula {
    var scripts = ScriptParts()
    var isAny = false
    reading: while let token = tokens.peekPastSpaces() {
      switch token.kind {
      case .superscript:
        _ = tokens.next()
        readSuperscript(token, &scripts)
      case .subscript:
        _ = tokens.next()
        let sub = parseScriptArgument(of: token)
        if let first = scripts.sub {
          tokens.report(.doubleScript("_", at: token.range, first: first.range))
        } else {
          scripts.sub = sub
        }
      case .character(let character):
        guard readUnicodeScript(character, token, &scripts) else { break reading }
      case .command(let name):
        guard case .limits(let placement)? = Command.all[name] else { break reading }
        _ = tokens.next()
        scripts.placement = placement
        continue reading
      default: break reading
      }
      isAny = true
    }
    guard isAny else { return base }
    let node = Formula.Scripts(
      base: base, sub: scripts.sub, sup: scripts.sup, primes: scripts.primes,
      placement: scripts.placement)
    return Formula(.scripts(node), at: span(from: base.range.lowerBound))
  }

  private struct ScriptParts {
    var sub: Formula?
    var sup: Formula?
    var primes = 0
    var placement = Formula.Scripts.Placement.automatic
  }

  private mutating func readSuperscript(_ sign: Token, _ scripts: inout ScriptParts) {
    let argument = parseScriptArgument(of: sign)
    if let first = scripts.sup {
      return tokens.report(.doubleScript("^", at: sign.range, first: first.range))
    }
    let primes = argument.elements.count(where: \.isPrime)
    if primes > 0, primes == argument.elements.count {
      scripts.primes += primes
    } else {
      scripts.sup = argument
    }
  }

  /// Primes and the raised and lowered signs that Unicode has: `f′`, `x²`, `aᵢ`.
  private mutating func readUnicodeScript(
    _ character: Character, _ token: Token, _ scripts: inout ScriptParts
  ) -> Bool {
    if let primes = Self.primes[character] {
      _ = tokens.next()
      if let first = scripts.sup {
        tokens.report(.doubleScript("^", at: token.range, first: first.range))
      } else {
        scripts.primes += primes
      }
      return true
    }
    if scripts.sup == nil, UnicodeScripts.raised[character] != nil {
      scripts.sup = parseRun(of: UnicodeScripts.raised)
      return true
    }
    if scripts.sub == nil, UnicodeScripts.lowered[character] != nil {
      scripts.sub = parseRun(of: UnicodeScripts.lowered)
      return true
    }
    return false
  }

  private static let primes: [Character: Int] = ["'": 1, "’": 1, "′": 1, "″": 2, "‴": 3]

  private mutating func parseRun(of table: [Character: Character]) -> Formula {
    let start = tokens.peek()?.range.lowerBound ?? tokens.end
    var elements: [Formula] = []
    while let token = tokens.peek(), case .character(let sign) = token.kind, let plain = table[sign]
    {
      _ = tokens.next()
      if plain.isDecimalDigit, case .number(let digits)? = elements.last?.kind {
        let whole = elements.removeLast().range.extended(to: token.range)
        elements.append(Formula(.number(digits + String(plain)), at: whole))
      } else if plain.isDecimalDigit {
        elements.append(Formula(.number(String(plain)), at: token.range))
      } else {
        elements.append(Formula(.symbol(SymbolTable.symbol(for: plain)), at: token.range))
      }
    }
    return Formula(.row(elements), at: span(from: start))
  }

  /// What `^` or `_` applies to.
  private mutating func parseScriptArgument(of sign: Token) -> Formula {
    parseArgument(of: sign.text, at: sign.range)
  }
}

extension Formula {
  fileprivate var isPrime: Bool {
    if case .symbol(let symbol) = kind { symbol.text == "′" } else { false }
  }
}

/// Raised and lowered signs and what they are on the line.
enum UnicodeScripts {
  static let raised = table("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵏˡᵐʲ", "0123456789+-=()niTklmj")
  static let lowered = table("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx")

  private static func table(_ signs: String, _ plain: String) -> [Character: Character] {
    Dictionary(zip(signs, plain)) { first, _ in first }
  }
}
