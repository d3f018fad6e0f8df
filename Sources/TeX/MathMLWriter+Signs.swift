import Markup

/// Letters, numbers, operators, words.
extension MathMLWriter {
  /// Runs of letters in an alphabet for names (`\mathrm{softmax}`) as one word; `:=` as one sign.
  func joined(_ elements: [Formula], in setting: Setting) -> [Formula] {
    var items: [Formula] = []
    for element in elements {
      guard let last = items.last, let joint = join(last, element, in: setting) else {
        items.append(element)
        continue
      }
      items[items.count - 1] = joint
    }
    return items
  }

  private func join(_ left: Formula, _ right: Formula, in setting: Setting) -> Formula? {
    guard case .symbol(let first) = left.kind else { return nil }
    let text: String
    switch right.kind {
    case .symbol(let second) where first.isLetter && second.isLetter && setting.font.isForWords:
      text = first.text + second.text
    case .number(let digits) where first.isLetter && setting.font.isForWords:
      text = first.text + digits
    case .symbol(let second) where first.text == ":" && second.text == "=":
      text = ":="
    default: return nil
    }
    let symbol = Formula.Symbol(text, first.symbolClass)
    return Formula(.symbol(symbol), at: left.range.extended(to: right.range))
  }

  /// A variable or another sign that has no room of its own.
  func identifier(_ symbol: Formula.Symbol, in setting: Setting) -> Node {
    let text = letters(symbol.text, in: setting.font)
    // A single letter is slanted by the browser unless told otherwise.
    let isSlanted = setting.font == .normal && !symbol.isUprightByCustom
    let isUpright = !isSlanted && text == symbol.text && text.count == 1
    return .element("mi", ["mathvariant": isUpright ? "normal" : nil], text: text)
  }

  func letters(_ text: String, in font: Formula.Font) -> String {
    String(text.map { MathAlphabet.character($0, in: font) ?? $0 })
  }

  func name(_ text: String) -> Node {
    // A blank at which the name could be broken would be lost.
    let text = String(text.map { $0 == " " ? "\u{2009}" : $0 })
    return .element("mi", ["mathvariant": text.count == 1 ? "normal" : nil], text: text)
  }

  func words(_ text: String, _ font: Formula.Font) -> Node {
    // MathML drops blanks at the ends of words and folds those within.
    let text = String(text.map { $0.isWhitespace ? "\u{A0}" : $0 })
    let name: String? =
      switch font {
      case .bold: "tex-bold"
      case .italic: "tex-italic"
      case .sansSerif: "tex-sans"
      case .monospace: "tex-mono"
      default: nil
      }
    return .element("mtext", ["class": name], text: text)
  }

  /// An operator with the room TeX gives it.
  func sign(_ symbol: Formula.Symbol, in setting: Setting, room: Room) -> Node {
    let text = symbol.shown
    var attributes: Attributes = [:]
    let isSign = OperatorDictionary.signs.contains(text)
    let isPrefix = room.isPrefix && isSign
    if isSign { attributes["form"] = isPrefix ? "prefix" : room.isAtEnd ? "infix" : nil }
    if symbol.isBracket || symbol.isVerticalArrow { attributes["stretchy"] = "false" }
    // Firefox takes these for their big siblings.
    if "⊙⊕⊗".contains(text) { attributes["largeop"] = "false" }
    let usual = OperatorDictionary.room(around: text, isPrefix: isPrefix)
    if usual?.left != room.left { attributes["lspace"] = Self.em(units: room.left) }
    if usual?.right != room.right { attributes["rspace"] = Self.em(units: room.right) }
    return .element("mo", attributes, text: text)
  }
}

extension Formula.Symbol.Class {
  /// Whether it stands between two operands.
  var joinsOperands: Bool { self == .binary || self == .relation }
}

extension Formula.Font {
  /// Whether letters side by side in it are one word.
  fileprivate var isForWords: Bool {
    switch self {
    case .upright, .bold, .italic, .sansSerif, .monospace: true
    case .normal, .boldItalic, .blackboard, .calligraphic, .script, .fraktur: false
    }
  }
}

extension Formula.Symbol {
  /// As it is shown: Unicode has a minus of its own.
  fileprivate var shown: String {
    switch text {
    case "-": "−"
    case "*": "∗"
    default: text
    }
  }

  /// TeX sets capital Greek and the nabla upright, where a browser would slant them.
  fileprivate var isUprightByCustom: Bool { ("Α"..."Ω").contains(text) || text == "∇" }

  /// A bracket, which a browser would stretch to its row; TeX does so between `\left` and `\right` only.
  fileprivate var isBracket: Bool {
    symbolClass == .open || symbolClass == .close || text == "|" || text == "‖" || text == "∣"
      || text == "∥"
  }

  fileprivate var isVerticalArrow: Bool { "↑↓↕⇑⇓⇕".contains(text) }
}
