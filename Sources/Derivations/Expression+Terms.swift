import Expressions

extension Expression {
  /// The expression with every term counted by its size: a − b becomes |a| + |b|.
  ///
  /// Its value is what rounding is measured by where terms cancel: 10⁻²⁰ (P − Y) is small because its
  /// terms are, Σᵢ pᵢ − 1 is small although its terms are not. A derivative counts for 1 at least,
  /// for the terms it is a sum of are not seen from outside.
  ///
  /// - Parameter isBias: whether a name stands for a bias, which only as itself may be added to a batch.
  func sized(isBias: (Symbol) -> Bool) -> Expression {
    func sized(_ part: Expression) -> Expression { part.sized(isBias: isBias) }
    func node(_ kind: Kind) -> Expression { Expression(kind, at: range) }
    func size(_ part: Expression) -> Expression {
      node(.application(.named("abs"), order: 0, [part], [:]))
    }
    switch kind {
    case .number(let value): return node(.number(abs(value)))
    case .symbol(let symbol): return isBias(symbol) ? self : size(self)
    case .negation(let body): return sized(body)
    case .binary(.subtract, let left, let right):
      return node(.binary(.add, sized(left), sized(right)))
    case .binary(.divide, let left, let right):
      return node(.binary(.divide, sized(left), size(right)))
    case .binary(.power, let base, let exponent):
      return node(.binary(.power, sized(base), exponent))
    case .binary(let sign, let left, let right)
    where [.add, .multiply, .scale].contains(sign):
      return node(.binary(sign, sized(left), sized(right)))
    case .component(let body, _):
      if case .symbol = body.kind { return size(self) }
      return mapChildren(sized)
    case .sample, .application: return size(self)
    case .derivative: return node(.binary(.add, size(self), node(.number(1))))
    case .transpose, .matrix, .tabulation: return mapChildren(sized)
    case .total(.sum, let axis, let keepsAxis, let body):
      return node(.total(.sum, axis: axis, keepsAxis: keepsAxis, sized(body)))
    case .reduction(let reduction, let binder, let body) where reduction != .minimum:
      return node(.reduction(reduction, binder, sized(body)))
    default: return self
    }
  }
}
