extension Grammar {
  /// Python 3.13, The Python Language Reference, section 2.
  static let python = Grammar(
    names: ["python", "py", "python3", "pycon"],
    keywords: [
      "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
      "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
      "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ],
    constants: ["True", "False", "None", "NotImplemented", "Ellipsis"],
    declares: ["def": .function, "class": .type],
    lineComment: LineComment(mark: "#"),
    quotes: [
      Quote(open: "\"\"\"", close: "\"\"\"", spansLines: true),
      Quote(open: "'''", close: "'''", spansLines: true),
      Quote(open: "\"", close: "\""), Quote(open: "'", close: "'"),
    ],
    quotePrefixes: ["r", "b", "u", "f", "t", "rb", "br", "rf", "fr", "rt", "tr"],
    sigils: [UInt8(ascii: "@"): .attribute], operators: Set("+-*/%=<>!&|^~@:".utf8),
    hasCalls: true)

  /// The Swift Programming Language, "Lexical Structure".
  static let swift = Grammar(
    names: ["swift"],
    keywords: [
      "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case",
      "catch", "class", "consuming", "continue", "convenience", "default", "defer", "deinit", "do",
      "dynamic", "else", "enum", "extension", "fallthrough", "fileprivate", "final", "for", "func",
      "get", "guard", "if", "import", "in", "indirect", "infix", "init", "inout", "internal", "is",
      "isolated", "lazy", "let", "macro", "mutating", "nonisolated", "nonmutating", "open",
      "operator", "optional", "override", "package", "postfix", "precedencegroup", "prefix",
      "private", "protocol", "public", "repeat", "required", "rethrows", "return", "self", "Self",
      "sending", "set", "some", "static", "struct", "subscript", "super", "switch", "throw",
      "throws", "try", "typealias", "unowned", "var", "weak", "where", "while", "willSet", "didSet",
    ],
    constants: ["true", "false", "nil"],
    declares: [
      "func": .function, "class": .type, "struct": .type, "enum": .type, "protocol": .type,
      "actor": .type, "extension": .type, "typealias": .type,
    ],
    lineComment: LineComment(mark: "//"), blockComment: BlockComment(open: "/*", close: "*/"),
    quotes: [
      Quote(open: "#\"\"\"", close: "\"\"\"#", escapes: false, spansLines: true),
      Quote(open: "#\"", close: "\"#", escapes: false),
      Quote(open: "\"\"\"", close: "\"\"\"", spansLines: true, interpolates: true),
      Quote(open: "\"", close: "\"", interpolates: true), Quote(open: "`", close: "`"),
    ],
    sigils: [
      UInt8(ascii: "@"): .attribute, UInt8(ascii: "#"): .keyword,
      UInt8(ascii: "$"): .variable,
    ],
    operators: Set("+-*/%=<>!&|^~?:".utf8), hasCalls: true, capitalsAreTypes: true)

  /// YAML 1.2, chapters 6 and 7.
  static let yaml = Grammar(
    names: ["yaml", "yml"],
    constants: ["true", "false", "null", "yes", "no", "on", "off", "True", "False", "~"],
    lineComment: LineComment(mark: "#", needsBlank: true),
    quotes: [
      Quote(open: "\"", close: "\"", spansLines: true),
      Quote(open: "'", close: "'", escapes: false, spansLines: true),
    ],
    sigils: [
      UInt8(ascii: "&"): .variable, UInt8(ascii: "*"): .variable,
      UInt8(ascii: "!"): .type, UInt8(ascii: "$"): .variable,
    ],
    operators: Set("{}[],:|>-?".utf8), wordMarks: Set("-./~'\"#".utf8), keys: .plain)

  /// TeX's mathematics.
  static let tex = Grammar(
    names: ["tex", "latex", "math"],
    lineComment: LineComment(mark: "%"),
    sigils: [UInt8(ascii: "\\"): .command], operators: Set("{}[]^_&$=+-*/<>|".utf8))

  /// POSIX.1-2017, Shell Command Language, and what bash adds.
  static let shell = Grammar(
    names: ["bash", "sh", "shell", "zsh", "console", "shell-session"],
    keywords: [
      "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in",
      "local", "return", "select", "then", "until", "while",
    ],
    lineComment: LineComment(mark: "#", needsBlank: true),
    quotes: [
      Quote(open: "\"", close: "\"", spansLines: true),
      Quote(open: "'", close: "'", escapes: false, spansLines: true),
      Quote(open: "${", close: "}", escapes: false),
    ],
    sigils: [UInt8(ascii: "$"): .variable], operators: Set("|&;<>=(){}".utf8),
    wordMarks: Set("-./:+,@%~".utf8), hasCommands: true)

  /// RFC 8259.
  static let json = Grammar(
    names: ["json", "jsonc", "json5"], constants: ["true", "false", "null"],
    lineComment: LineComment(mark: "//"),
    quotes: [Quote(open: "\"", close: "\"")], operators: Set("{}[],:".utf8), keys: .quoted)
}
