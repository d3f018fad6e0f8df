extension Formula {
  /// The pieces directly within this one, in the order of the text as far as they have one.
  public var children: [Formula] {
    switch kind {
    case .number, .symbol, .operatorName, .text, .delimiter, .space, .invalid: []
    case .row(let elements): elements
    case .scripts(let scripts): [scripts.base, scripts.sub, scripts.sup].compactMap(\.self)
    case .fraction(let fraction): [fraction.numerator, fraction.denominator]
    case .root(let radicand, let index): [index, radicand].compactMap(\.self)
    case .fenced(let fenced): [fenced.body]
    case .accent(let accent): [accent.base]
    case .stack(let stack): [stack.over, stack.base, stack.under].compactMap(\.self)
    case .table(let table): table.rows.flatMap(\.cells)
    case .font(_, let body), .style(_, let body), .color(_, let body), .classified(_, let body),
      .enclosed(_, let body):
      [body]
    }
  }
}
