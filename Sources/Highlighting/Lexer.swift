/// Cuts a listing into tokens.
///
/// It works on bytes and cuts only beside ASCII ones, so that no character is divided; whatever it
/// does not know it leaves as text. Every reader either moves on or declines, and none looks back,
/// or ahead further than it then moves or a word reaches: hence linear time.
struct Lexer {
  private let code: String
  private let bytes: [UInt8]
  private let grammar: Grammar
  private var index = 0
  private var found: [Token] = []
  /// What the word before makes of the next one.
  private var declared: Token.Kind?
  /// Whether a command may begin here.
  private var isCommand = true
  /// Whether a key may begin here: at the start of a line or of an entry.
  private var isEntry = true

  init(_ code: String, _ grammar: Grammar) {
    self.code = code
    bytes = Array(code.utf8)
    self.grammar = grammar
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func tokens() -> [Token] {
    while index < bytes.count {
      let start = index
      let kind = next()
      if index == start { index += 1 }
      add(kind, from: start)
    }
    return found
  }

  /// Neighbours of one kind are one token.
  private mutating func add(_ kind: Token.Kind, from start: Int) {
    if let last = found.last, last.kind == kind {
      found[found.count - 1] = Token(kind: kind, range: last.range.lowerBound..<index)
    } else {
      found.append(Token(kind: kind, range: start..<index))
    }
  }

  /// Reads one token and moves past it; where it does not move, one byte is taken.
  private mutating func next() -> Token.Kind {
    let byte = bytes[index]
    if byte.isBlank { return .text }
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      (isCommand, isEntry, declared) = (true, true, nil)
      return .text
    }
    if takeComment() { return .comment }
    if let kind = takeKey() { return kind }
    if let kind = takeQuote(from: index) { return kind }
    if let kind = takeSigil() { return kind }
    if grammar.hasNumbers, takeNumber() { return .number }
    if let kind = takeWord() { return kind }
    return takeMark(byte)
  }

  private func matches(_ mark: String, at start: Int) -> Bool {
    bytes[start...].starts(with: mark.utf8)
  }
}

// MARK: - Comments and quotations

extension Lexer {
  private mutating func takeComment() -> Bool {
    if let comment = grammar.lineComment, matches(comment.mark, at: index),
      !comment.needsBlank || index == 0 || bytes[index - 1].isBlank
        || bytes[index - 1] == UInt8(ascii: "\n")
    {
      index = lineEnd(from: index)
      return true
    }
    guard let comment = grammar.blockComment, matches(comment.open, at: index) else { return false }
    var depth = 0
    while index < bytes.count {
      if matches(comment.open, at: index) {
        depth += 1
        index += comment.open.utf8.count
      } else if matches(comment.close, at: index) {
        depth -= 1
        index += comment.close.utf8.count
        if depth == 0 { break }
      } else {
        index += 1
      }
    }
    return true
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      ?? bytes.count
  }

  /// A quotation that begins at `start`, where its prefix has been seen.
  private mutating func takeQuote(from start: Int) -> Token.Kind? {
    guard let quote = grammar.quotes.first(where: { matches($0.open, at: start) }) else {
      return nil
    }
    index = end(of: quote, from: start + quote.open.utf8.count)
    (isCommand, isEntry) = (false, false)
    if quote.open == "${" { return .variable }
    guard grammar.keys == .quoted else { return .string }
    let after = bytes[index...].first { !$0.isBlank }
    return after == UInt8(ascii: ":") ? .key : .string
  }

  /// Past the closing mark, or where an unclosed quotation has to end.
  private func end(of quote: Grammar.Quote, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if matches(quote.close, at: index) { return index + quote.close.utf8.count }
      let byte = bytes[index]
      if !quote.spansLines, byte == UInt8(ascii: "\n") { return index }
      if quote.escapes, byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        let isExpression = quote.interpolates && bytes[index + 1] == UInt8(ascii: "(")
        index = isExpression ? endOfExpression(from: index + 2, quote) : index + 2
      } else {
        index += 1
      }
    }
    return bytes.count
  }

  /// Past the parenthesis that closes an expression within a string. The strings in it are taken
  /// as plain ones.
  private func endOfExpression(from start: Int, _ quote: Grammar.Quote) -> Int {
    var index = start
    var depth = 1
    var isQuoted = false
    while index < bytes.count, depth > 0 {
      switch bytes[index] {
      case UInt8(ascii: "\n") where !quote.spansLines: return index
      case UInt8(ascii: "\\") where isQuoted: index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "(") where !isQuoted: depth += 1
      case UInt8(ascii: ")") where !isQuoted: depth -= 1
      default: break
      }
      index += 1
    }
    return min(index, bytes.count)
  }
}

// MARK: - Words, numbers and marks

extension Lexer {
  private func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || grammar.wordMarks.contains(byte)
      || (byte == UInt8(ascii: "_") && !grammar.operators.contains(byte))
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    return end
  }

  /// Whether here is the `-` before an entry of a list in YAML.
  private var isEntryMark: Bool {
    grammar.keys == .plain && bytes[index] == UInt8(ascii: "-")
      && (index + 1 >= bytes.count || bytes[index + 1].isSpace)
  }

  /// A key of YAML: up to a colon with white space after it.
  private mutating func takeKey() -> Token.Kind? {
    guard grammar.keys == .plain, isEntry, isWord(bytes[index]), !isEntryMark else { return nil }
    isEntry = false
    var end = index
    while end < bytes.count, !"\n\r,{}[]#\"'".utf8.contains(bytes[end]) {
      if bytes[end] == UInt8(ascii: ":"), end + 1 >= bytes.count || bytes[end + 1].isSpace {
        index = end
        return .key
      }
      end += 1
    }
    return nil
  }

  /// A mark and the word after it: `@main`, `$x`, `\alpha`; in TeX also `\,`.
  private mutating func takeSigil() -> Token.Kind? {
    guard let kind = grammar.sigils[bytes[index]], index + 1 < bytes.count else { return nil }
    var end = index + 1
    let isLettersOnly = kind == .command || kind == .keyword
    while end < bytes.count, bytes[end].isLetter || (!isLettersOnly && isName(bytes[end])) {
      end += 1
    }
    if end == index + 1 {
      guard bytes[index] == UInt8(ascii: "\\"), bytes[end] < 0x80, !bytes[end].isSpace else {
        return nil
      }
      end += 1
    }
    index = end
    (isCommand, isEntry) = (false, false)
    return kind
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_")
  }

  /// Digits with what may stand in a number: a point, an exponent with its sign, letters of other
  /// bases, separators. Not within a word such as `x1`.
  private mutating func takeNumber() -> Bool {
    let first = bytes[index]
    let isPoint = first == UInt8(ascii: ".") && index + 1 < bytes.count && bytes[index + 1].isDigit
    guard first.isDigit || isPoint else { return false }
    var end = index + 1
    while end < bytes.count {
      let byte = bytes[end]
      let isSign =
        (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"))
        && (bytes[end - 1] | 0x20) == UInt8(ascii: "e") && end + 1 < bytes.count
        && bytes[end + 1].isDigit
      let isFraction =
        byte == UInt8(ascii: ".") && end + 1 < bytes.count && bytes[end + 1] != UInt8(ascii: ".")
        && !bytes[end + 1].isLetter
      guard isName(byte) || isSign || isFraction else { break }
      end += 1
    }
    // A word that begins with a digit, as file names do.
    if end < bytes.count, isWord(bytes[end]), !grammar.wordMarks.isEmpty { return false }
    index = end
    (isCommand, isEntry, declared) = (false, false, nil)
    return true
  }

  private mutating func takeWord() -> Token.Kind? {
    let end = wordEnd(from: index)
    guard end > index, !isEntryMark else { return nil }
    let isShort = end - index <= 32
    let word = isShort ? text(index..<end) : ""
    if isShort, grammar.quotePrefixes.contains(word.lowercased()),
      let kind = takeQuote(from: end)
    {
      return kind
    }
    index = end
    let wasCommand = isCommand
    let role = declared
    (isCommand, isEntry, declared) = (false, false, grammar.declares[word])
    if grammar.keywords.contains(word) {
      // The word after `then` or `do` is a command again.
      isCommand = grammar.hasCommands
      return .keyword
    }
    if grammar.constants.contains(word) { return .constant }
    if let role { return role }
    if grammar.hasCommands {
      if word.hasPrefix("-"), word.utf8.count > 1 { return .key }
      return wasCommand ? .command : .text
    }
    if grammar.hasCalls, end < bytes.count, bytes[end] == UInt8(ascii: "("), !word.isEmpty,
      !(grammar.capitalsAreTypes && word.first?.isUppercase == true)
    {
      return .function
    }
    if grammar.capitalsAreTypes, word.first?.isUppercase == true { return .type }
    return .text
  }

  private mutating func takeMark(_ byte: UInt8) -> Token.Kind {
    let beginsCommand = "|&;(".utf8.contains(byte)
    isCommand = beginsCommand || (isCommand && byte == UInt8(ascii: "$"))
    isEntry = "{[,-?".utf8.contains(byte)
    index += 1
    return grammar.operators.contains(byte) ? .operator : .text
  }
}

extension UInt8 {
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  var isSpace: Bool { isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
