/// The commands that are one sign, and the class of every sign that may also be typed directly.
///
/// Classes after The TeXbook, appendix F, and `unicode-math`'s table. In a line the last word is the
/// sign, those before it are its names; a sign alone is one that is only typed.
enum SymbolTable {
  struct Row: Sendable {
    let name: String
    let symbol: Formula.Symbol
  }

  static let rows: [Row] = tables.flatMap { symbolClass, table in
    table.split(separator: "\n").flatMap { line in
      let words = line.split(separator: " ").map(String.init)
      let symbol = Formula.Symbol(words[words.count - 1], symbolClass)
      return words.dropLast().map { Row(name: $0, symbol: symbol) }
    }
  }

  /// The class of a sign that has one other than ordinary or the same by any name.
  private static let classes: [String: Formula.Symbol.Class] = {
    var classes: [String: Formula.Symbol.Class] = [:]
    for (symbolClass, table) in tables {
      for line in table.split(separator: "\n") {
        guard let sign = line.split(separator: " ").last.map(String.init) else { continue }
        if classes[sign] == nil { classes[sign] = symbolClass }
      }
    }
    return classes
  }()

  /// Signs that are another spelling of one in the tables.
  private static let aliases: [String: String] = [
    "−": "-", "∗": "*", "·": "⋅", "•": "∙", "∕": "/", "⁄": "/", "µ": "μ", "∆": "Δ", "〈": "⟨",
    "〉": "⟩", "（": "(", "）": ")", "，": ",", "＝": "=", "＋": "+", "：": ":", "；": ";",
  ]

  /// The symbol for a sign as typed.
  static func symbol(for character: Character) -> Formula.Symbol {
    let typed = String(character)
    let text = aliases[typed] ?? typed
    return Formula.Symbol(text, classes[text] ?? .ordinary)
  }

  private static let tables: [(Formula.Symbol.Class, String)] = [
    (.ordinary, greek), (.ordinary, ordinary), (.largeOperator, largeOperators),
    (.binary, binaries), (.relation, relations), (.relation, arrows), (.open, opening),
    (.close, closing), (.punctuation, punctuation), (.inner, dots),
  ]
}
