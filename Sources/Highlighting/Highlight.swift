import Markup

/// A listing as spans that a style sheet can colour: `hl-keyword`, `hl-string`, `hl-comment` and so
/// on, one class for each `Token.Kind`.
///
///     highlight("x = 1  # one", as: "python")
///     x = <span class="hl-number">1</span>  <span class="hl-comment"># one</span>
///
/// The text of the spans is the text of the listing, to the byte. A language that is not known is
/// shown as it is. The time is linear in the length.
///
/// - Parameter language: a name as it stands after a fence: `python`, `swift`, `yaml`, `tex`,
///   `bash`, `json`, or one of their other names.
public func highlight(_ code: String, as language: String) -> [Node] {
  guard let grammar = Grammar.named(language), !code.isEmpty else {
    return code.isEmpty ? [] : [.text(code)]
  }
  var lexer = Lexer(code, grammar)
  var nodes: [Node] = []
  for token in lexer.tokens() {
    let text = lexer.text(token.range)
    nodes.append(
      token.kind == .text
        ? .text(text) : .element("span", ["class": token.kind.cssClass], text: text))
  }
  return nodes
}

/// The languages that are coloured, each by its first name.
public let languages = Grammar.all.map(\.names[0])

/// A stretch of a listing that is of one kind.
struct Token: Equatable {
  enum Kind: String, CaseIterable {
    case text, keyword, constant, number, string, comment, function, type, attribute, variable
    case key, command, `operator`

    var cssClass: String { "hl-\(rawValue)" }
  }

  let kind: Kind
  let range: Range<Int>
}
