/// Cuts a text into tokens; total and linear, nothing is an error here.
struct Lexer {
  private let text: String
  private var index: String.Index
  private var offset = 0
  private var tokens: [Token] = []

  static func tokens(of text: String) -> [Token] {
    var lexer = Lexer(text)
    while lexer.index < lexer.text.endIndex { lexer.readToken() }
    return lexer.tokens
  }

  private init(_ text: String) {
    self.text = text
    index = text.startIndex
    tokens.reserveCapacity(text.utf8.count)
  }

  private mutating func readToken() {
    let start = offset
    let character = take()
    switch character {
    case "\\": add(.command(commandName()), from: start)
    case "%": skip { !$0.isNewline }
    case "{": add(.open, from: start)
    case "}": add(.close, from: start)
    case "^": add(.superscript, from: start)
    case "_": add(.subscript, from: start)
    case "&": add(.alignment, from: start)
    case "#": add(parameter(), from: start)
    case _ where character.isWhitespace:
      skip(while: \.isWhitespace)
      add(.space, from: start)
    default: add(.character(character), from: start)
    }
    if case .command(let name)? = tokens.last?.kind, name.first?.isTeXLetter == true {
      skip(while: \.isWhitespace)
    }
  }

  /// A word of ASCII letters or one other sign.
  private mutating func commandName() -> String {
    guard let first = peek() else { return "" }
    guard first.isTeXLetter else {
      let sign = take()
      return sign.isWhitespace ? " " : String(sign)
    }
    let start = index
    skip(while: \.isTeXLetter)
    return String(text[start..<index])
  }

  private mutating func parameter() -> Token.Kind {
    guard let digit = peek(), digit.isASCII, let number = digit.wholeNumberValue, number > 0 else {
      return .character("#")
    }
    _ = take()
    return .parameter(number)
  }

  private func peek() -> Character? { index < text.endIndex ? text[index] : nil }

  private mutating func take() -> Character {
    let character = text[index]
    offset += character.utf8.count
    index = text.index(after: index)
    return character
  }

  private mutating func skip(while holds: (Character) -> Bool) {
    while let character = peek(), holds(character) { _ = take() }
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: start..<offset))
  }
}

extension Character {
  /// Whether a command's name may hold it.
  var isTeXLetter: Bool { isASCII && isLetter }
}
