import TeX

extension Formula {
  /// The sign this is, or hangs its scripts on.
  var sign: String? {
    switch unbraced.kind {
    case .symbol(let symbol): symbol.text
    case .delimiter(let delimiter): delimiter.text
    case .scripts(let scripts): scripts.base.sign
    case .classified(_, let body), .font(_, let body): body.sign
    default: nil
    }
  }

  /// Whether it is this sign and nothing hangs on it.
  func isSign(_ text: String) -> Bool {
    switch unbraced.kind {
    case .symbol(let symbol): symbol.text == text
    case .delimiter(let delimiter): delimiter.text == text
    default: false
    }
  }

  var isRelation: Bool {
    guard case .symbol(let symbol) = unbraced.kind else { return false }
    return ["=", "≡", "≜", "≔", ":", "←", "→", "⟵", "⟶", "↦", "∈", "∼"].contains(symbol.text)
  }

  private static let opening: Set<String> = ["(", "[", "{"]
  private static let closing: Set<String> = [")", "]", "}"]

  var opensBracket: Bool { isBracket(Self.opening) }
  var closesBracket: Bool { isBracket(Self.closing) }

  private func isBracket(_ set: Set<String>) -> Bool {
    switch kind {
    case .symbol(let symbol): set.contains(symbol.text)
    case .delimiter(let delimiter): set.contains(delimiter.text)
    case .scripts(let scripts): scripts.base.isBracket(set)
    default: false
    }
  }

  var isNumber: Bool {
    if case .number = kind { true } else { false }
  }

  /// The scripts of this formula, if it has any.
  var scripts: Scripts? {
    if case .scripts(let scripts) = kind { scripts } else { nil }
  }

  /// What the scripts hang on; the formula itself if there are none.
  var nucleus: Formula { scripts?.base ?? self }
}
