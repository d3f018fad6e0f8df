/// How a piece of a formula behaves towards its neighbours.
extension Formula {
  /// The class that its left neighbour sees; nil for a blank, which is no neighbour.
  var leadingClass: Symbol.Class? { atomClass { $0.elements.firstClass(\.leadingClass) } }

  /// The class that its right neighbour sees.
  var trailingClass: Symbol.Class? {
    atomClass { $0.elements.reversed().firstClass(\.trailingClass) }
  }

  /// - Parameter edge: the class at one end of a piece that makes no group of its own.
  private func atomClass(_ edge: (Formula) -> Symbol.Class?) -> Symbol.Class? {
    switch kind {
    case .space: nil
    case .symbol(let symbol): symbol.symbolClass
    case .operatorName: .largeOperator
    case .scripts(let scripts): scripts.base.kind == .row([]) ? .ordinary : edge(scripts.base)
    case .stack(let stack): edge(stack.base)
    case .delimiter(let delimiter): delimiter.symbolClass
    case .classified(let symbolClass, _): symbolClass
    case .style(_, let body), .color(_, let body), .font(_, let body): edge(body) ?? .ordinary
    case .fenced: .inner
    case .accent(let accent): accent.isBrace ? .largeOperator : .ordinary
    case .row, .number, .text, .fraction, .root, .table, .enclosed, .invalid: .ordinary
    }
  }

  /// Whether MathML writes it as an `mo`, perhaps with scripts around it.
  var isOperator: Bool {
    switch kind {
    case .symbol(let symbol):
      symbol.symbolClass != .ordinary || Self.ordinaryOperators.contains(symbol.text)
    case .scripts(let scripts): scripts.base.isOperator
    case .stack(let stack): stack.base.isOperator
    case .delimiter: true
    default: false
    }
  }

  /// Signs without room around them that are operators all the same.
  private static let ordinaryOperators: Set<String> = ["|", "‖", "/", "\\", "′"]

  /// Whether it is a name that is applied to what follows.
  var isFunction: Bool {
    switch kind {
    case .operatorName: true
    case .scripts(let scripts): scripts.base.isFunction
    case .stack(let stack): stack.base.isFunction
    default: false
    }
  }

  /// Whether it is no taller than a bracket on the line: letters, and letters with one script.
  var isLow: Bool {
    switch kind {
    case .row(let elements): elements.allSatisfy(\.isLow)
    case .number, .operatorName, .text, .space: true
    case .symbol(let symbol): symbol.symbolClass != .largeOperator
    case .scripts(let scripts):
      scripts.base.isLow && [scripts.sub, scripts.sup].compactMap(\.self).count < 2
        && (scripts.sub ?? scripts.sup)?.isLow ?? true
    case .font(_, let body), .color(_, let body), .classified(_, let body): body.isLow
    case .fenced(let fenced): fenced.body.isLow
    case .accent(let accent): !accent.isBrace && accent.base.isLow
    case .fraction, .root, .delimiter, .stack, .table, .style, .enclosed, .invalid: false
    }
  }

  /// Whether scripts without further word stand under and over it in display style.
  var takesLimits: Bool {
    switch kind {
    case .symbol(let symbol): symbol.symbolClass == .largeOperator && !symbol.isIntegral
    case .operatorName(let name): name.takesLimits
    case .classified(let symbolClass, _): symbolClass == .largeOperator
    default: false
    }
  }
}

extension Sequence<Formula> {
  /// The first one that is a neighbour at all. A loop, since lazy sequences work out an element twice,
  /// which doubles with every level of nesting.
  fileprivate func firstClass(_ symbolClass: (Formula) -> Formula.Symbol.Class?)
    -> Formula.Symbol.Class?
  {
    for formula in self {
      if let found = symbolClass(formula) { return found }
    }
    return nil
  }
}

extension Formula.Symbol {
  var isIntegral: Bool { ("\u{222B}"..."\u{2233}").contains(text) }
}

extension Formula.Accent {
  /// Braces and brackets, whose scripts are words under or over them.
  var isBrace: Bool { name.hasSuffix("brace") || name.hasSuffix("bracket") }
}
