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

  /// The pieces at an offset, from this one to the innermost.
  public func path(to offset: Int) -> [Formula] {
    guard range.lowerBound <= offset, offset <= range.upperBound else { return [] }
    // Of two that meet at the offset the one that begins there is meant.
    let inner = children.reversed().lazy.map { $0.path(to: offset) }.first { !$0.isEmpty }
    return [self] + (inner ?? [])
  }
}
