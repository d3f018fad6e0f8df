/// One piece of the input as TeX reads it.
struct Token: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// `\frac` without its backslash; a control sign such as `\,` is the command `,`, a backslash at
    /// the very end the command without a name.
    case command(String)
    case character(Character)
    /// A run of blanks and line ends.
    case space
    case open, close
    case superscript, `subscript`
    /// `&`
    case alignment
    /// `#1` to `#9`
    case parameter(Int)
  }

  let kind: Kind
  /// In UTF-8 bytes of the formula; what a macro put in has the range of its call.
  var range: Range<Int>

  /// As it is written.
  var text: String {
    switch kind {
    case .command(let name): "\\\(name)"
    case .character(let character): String(character)
    case .space: " "
    case .open: "{"
    case .close: "}"
    case .superscript: "^"
    case .subscript: "_"
    case .alignment: "&"
    case .parameter(let number): "#\(number)"
    }
  }
}

extension [Token] {
  var text: String { map(\.text).joined() }
}
