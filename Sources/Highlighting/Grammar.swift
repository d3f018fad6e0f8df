/// What a language's words and marks look like: as much of it as colouring needs.
struct Grammar: Sendable {
  /// A text between marks.
  struct Quote: Sendable {
    let open: String
    let close: String
    /// Whether a backslash takes the next character along.
    var escapes = true
    var spansLines = false
    /// Whether `\(` begins an expression, in which there may be quotes again.
    var interpolates = false
  }

  struct LineComment: Sendable {
    let mark: String
    /// Whether it begins only at the start of a line or after a blank, as `#` does in a shell.
    var needsBlank = false
  }

  struct BlockComment: Sendable {
    let open: String
    let close: String
  }

  /// What stands before a colon and names what comes after it.
  enum Keys: Sendable {
    case none
    /// A quoted string with a colon after it.
    case quoted
    /// A word or several at the beginning of a line or of an entry, with a colon and a blank.
    case plain
  }

  /// As they stand after a fence.
  let names: [String]
  var keywords: Set<String> = []
  /// Words that stand for a value.
  var constants: Set<String> = []
  /// Words after which something is named, and what.
  var declares: [String: Token.Kind] = [:]
  var lineComment: LineComment?
  var blockComment: BlockComment?
  /// Of two that begin alike, the longer first.
  var quotes: [Quote] = []
  /// Letters that may stand right before a quote and belong to it.
  var quotePrefixes: Set<String> = []
  /// What a mark makes of the word after it: `@main`, `$name`, `\alpha`.
  var sigils: [UInt8: Token.Kind] = [:]
  var operators: Set<UInt8> = []
  /// What a word may contain besides letters, digits and `_`.
  var wordMarks: Set<UInt8> = []
  var hasNumbers = true
  /// Whether a name with a parenthesis after it is coloured as a function.
  var hasCalls = false
  var capitalsAreTypes = false
  /// Whether the first word of a line, or after a pipe, is coloured as a command.
  var hasCommands = false
  var keys = Keys.none

  static let all = [python, swift, yaml, tex, shell, json]

  private static let byName: [String: Grammar] = {
    var table: [String: Grammar] = [:]
    for grammar in all { for name in grammar.names { table[name] = grammar } }
    return table
  }()

  static func named(_ name: String) -> Grammar? { byName[name.lowercased()] }
}
