import Markup

/// Scripts, fractions, roots, brackets, accents.
extension MathMLWriter {
  func scripts(_ scripts: Formula.Scripts, in setting: Setting, room: Room) -> Node {
    let base =
      scripts.base.isOperator
      ? operatorNode(scripts.base, in: setting, room: room) : node(scripts.base, in: setting)
    let sub = scripts.sub.map { node($0, in: setting.script) }
    let sup = superscript(scripts, in: setting.script)
    let isUnderOver = scripts.isUnderOver(in: setting)
    let names =
      isUnderOver ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup")
    // Browsers would move the limits back beside a sum that is set small.
    let held = isUnderOver && !setting.isDisplay ? base.holdingLimits : base
    return switch (sub, sup) {
    case (let sub?, let sup?): .element(names.2, [:], [held, sub, sup])
    case (let sub?, nil): .element(names.0, [:], [held, sub])
    case (nil, let sup?): .element(names.1, [:], [held, sup])
    case (nil, nil): base
    }
  }

  /// Primes and superscript together.
  private func superscript(_ scripts: Formula.Scripts, in setting: Setting) -> Node? {
    guard scripts.primes > 0 else {
      return scripts.sup.map { Self.counter($0, in: setting) ?? node($0, in: setting) }
    }
    let marks = [1: "′", 2: "″", 3: "‴"][scripts.primes]
    let text = marks ?? String(repeating: "′", count: min(scripts.primes, 20))
    let sign = Node.element(
      "mo", ["class": "tex-prime", "lspace": "0", "rspace": "0"], text: text)
    // A prime is raised already in the font; raised again as a script it would float away.
    let primes = Node.element("mpadded", ["voffset": "-0.15em", "height": "0.4em"], [sign])
    guard let sup = scripts.sup else { return primes }
    return Self.single([primes] + nodes(of: sup.elements, in: setting))
  }

  /// `(n)` and `[2]` above a symbol, which count samples and layers, as one word: written sign by sign
  /// they would be half of a page's formulas.
  private static func counter(_ sup: Formula, in setting: Setting) -> Node? {
    guard setting.font == .normal, case .row(let signs) = sup.unbraced.kind, signs.count == 3,
      case .symbol(let open) = signs[0].kind, case .symbol(let close) = signs[2].kind,
      ["()", "[]"].contains(open.text + close.text)
    else { return nil }
    switch signs[1].kind {
    case .number(let digits): return .element("mtext", text: open.text + digits + close.text)
    case .symbol(let letter) where letter.isLetter:
      // Within a word a letter is slanted only if it is another character.
      return letter.text.first.flatMap { MathAlphabet.character($0, in: .italic) }.map {
        .element("mtext", text: open.text + String($0) + close.text)
      }
    default: return nil
    }
  }

  func fraction(_ fraction: Formula.Fraction, in setting: Setting) -> Node {
    let outer = fraction.style.map(setting.with) ?? setting
    let parts = [fraction.numerator, fraction.denominator].map { node($0, in: outer.fraction) }
    var whole = Node.element("mfrac", ["linethickness": fraction.hasBar ? nil : "0"], parts)
    if let style = fraction.style {
      whole = .element("mstyle", Self.attributes(of: style), [whole])
    }
    guard !fraction.open.isEmpty || !fraction.close.isEmpty else { return whole }
    return .element("mrow", [:], Self.fence(fraction.open, [whole], fraction.close))
  }

  func root(_ radicand: Formula, _ index: Formula?, in setting: Setting) -> Node {
    // The smallest root sign is taller than a letter; where it holds nothing of its height a browser
    // hangs it below the line.
    let strut: [Node] =
      radicand.isLow ? [.element("mspace", ["height": "0.68em", "depth": "0.12em"])] : []
    guard let index else {
      return .element("msqrt", [:], nodes(of: radicand.elements, in: setting) + strut)
    }
    let base = Self.single([node(radicand, in: setting)] + strut)
    return .element("mroot", [:], [base, node(index, in: setting.with(.scriptscript))])
  }

  func fenced(_ fenced: Formula.Fenced, in setting: Setting) -> Node {
    let body = nodes(
      of: fenced.body.elements, in: setting, between: Neighbours(before: .open, after: .close))
    let stretches = !fenced.body.isLow
    return .element("mrow", [:], Self.fence(fenced.open, body, fenced.close, stretches: stretches))
  }

  /// Brackets as tall as what they hold; none where the text is empty.
  ///
  /// - Parameter stretches: false leaves them as they are, for what is no taller than a letter: a
  ///   browser would take the next size.
  static func fence(
    _ open: String, _ body: [Node], _ close: String, stretches: Bool = true
  ) -> [Node] {
    func bracket(_ text: String, _ form: String) -> [Node] {
      guard !text.isEmpty else { return [] }
      // A bracket opens or closes at either end of a row by itself, stretches and needs no room.
      let isPaired = Self.paired.contains(text)
      let attributes: Attributes = [
        "form": isPaired ? nil : form, "stretchy": stretches ? (isPaired ? nil : "true") : "false",
        "lspace": isPaired ? nil : "0", "rspace": isPaired ? nil : "0",
      ]
      return [.element("mo", attributes, text: text)]
    }
    return bracket(open, "prefix") + body + bracket(close, "postfix")
  }

  /// Those that MathML Core's operator dictionary knows by one form only.
  private static let paired: Set<String> = [
    "(", ")", "[", "]", "{", "}", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉",
  ]

  func delimiter(_ delimiter: Formula.Delimiter, room: Room) -> Node {
    // The sizes of \big to \Bigg are 8.5, 11.5, 14.5 and 17.5 pt of height at 10 pt, and as much depth
    // as makes them symmetric (The TeXbook, appendix B).
    let size: String? =
      switch delimiter.size {
      case .fitting: nil
      case .big: "1.2em"
      case .large: "1.8em"
      case .larger: "2.4em"
      case .largest: "3em"
      }
    let attributes: Attributes = [
      "stretchy": "true", "symmetric": "true", "minsize": size, "maxsize": size,
      "lspace": Self.em(units: room.left), "rspace": Self.em(units: room.right),
    ]
    return .element("mo", attributes, text: delimiter.text)
  }

  func accent(_ accent: Formula.Accent, in setting: Setting) -> Node {
    let base = node(accent.base, in: setting)
    // A line is drawn as a border: fonts have no stretchy one for every browser.
    if accent.name == "overline" || accent.name == "underline" || accent.name == "underbar" {
      let name = accent.isUnder ? "tex-underline" : "tex-overline"
      return .element("mrow", ["class": name], [base])
    }
    // Room beside a mark, which arrows and what is no operator have of their own, would part letters.
    let isVector = accent.name == "vec"
    let room = accent.isStretchy || isVector || accent.mark.count > 1 ? "0" : nil
    let mark = Node.element(
      "mo",
      [
        "class": accent.isStretchy ? nil : isVector ? "tex-vec" : "tex-mark",
        "stretchy": accent.isStretchy ? "true" : "false", "lspace": room, "rspace": room,
      ], text: accent.mark)
    // Without the attributes `accent` and `accentunder`: with them Chromium lets marks touch the
    // letter and miscounts the width of a brace.
    return .element(accent.isUnder ? "munder" : "mover", [:], [base, mark])
  }

  func stack(_ stack: Formula.Stack, in setting: Setting, room: Room) -> Node {
    let isArrow = stack.isLabelledArrow
    let base =
      stack.base.isOperator
      ? operatorNode(stack.base, in: setting, room: room).stretching(isArrow)
      : node(stack.base, in: setting)
    func small(_ formula: Formula) -> Node {
      let label = node(formula, in: setting.script)
      // An arrow is longer than its label on either side.
      return isArrow ? .element("mrow", [:], [Self.space(0.4), label, Self.space(0.6)]) : label
    }
    return switch (stack.under.map(small), stack.over.map(small)) {
    case (let under?, let over?): .element("munderover", [:], [base, under, over])
    case (let under?, nil): .element("munder", [:], [base, under])
    case (nil, let over?): .element("mover", [:], [base, over])
    case (nil, nil): base
    }
  }

  func styled(_ style: Formula.Style, _ body: Formula, in setting: Setting) -> Node {
    let nodes = nodes(of: body.elements, in: setting.with(style))
    return .element("mstyle", Self.attributes(of: style), nodes)
  }

  private static func attributes(of style: Formula.Style) -> Attributes {
    switch style {
    case .display: ["displaystyle": "true", "scriptlevel": "0"]
    case .text: ["displaystyle": "false", "scriptlevel": "0"]
    case .script: ["displaystyle": "false", "scriptlevel": "1"]
    case .scriptscript: ["displaystyle": "false", "scriptlevel": "2"]
    }
  }

  func enclosed(_ enclosure: Formula.Enclosure, _ body: Formula, in setting: Setting) -> Node {
    let nodes = nodes(of: body.elements, in: setting)
    func row(_ name: String) -> Node { .element("mrow", ["class": name], nodes) }
    let hidden = Node.element("mphantom", [:], nodes)
    return switch enclosure {
    case .box: row("tex-box")
    case .cancel: row("tex-cancel")
    case .backCancel: row("tex-bcancel")
    case .crossCancel: row("tex-xcancel")
    case .phantom: hidden
    case .horizontalPhantom: .element("mpadded", ["height": "0", "depth": "0"], [hidden])
    case .verticalPhantom: .element("mpadded", ["width": "0"], [hidden])
    case .smash: .element("mpadded", ["height": "0", "depth": "0"], nodes)
    }
  }
}

extension Formula.Scripts {
  fileprivate func isUnderOver(in setting: MathMLWriter.Setting) -> Bool {
    if case .accent(let accent) = base.kind, accent.isBrace { return true }
    return switch placement {
    case .underOver: true
    case .beside: false
    case .automatic: setting.isDisplay && base.takesLimits
    }
  }
}

extension Formula.Stack {
  fileprivate var isLabelledArrow: Bool {
    guard case .symbol(let symbol) = base.kind else { return false }
    return "→←↔⇒⇐↦".contains(symbol.text)
  }
}

extension Node {
  /// An operator whose limits stay under and over it.
  fileprivate var holdingLimits: Node { with("movablelimits", "false") }

  fileprivate func stretching(_ isStretchy: Bool) -> Node {
    isStretchy ? with("stretchy", "true") : self
  }

  private func with(_ name: String, _ value: String) -> Node {
    guard case .element(var element) = self, element.name == "mo" else { return self }
    element.attributes[name] = value
    return .element(element)
  }
}
