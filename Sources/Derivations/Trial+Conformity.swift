import Diagnostics
import Expressions

/// Whether two sides can be equal at all: their free indices and their shapes.
extension Trial {
  func freeIndexMismatch(
    _ a: (plan: Plan, expression: Expression), _ b: (plan: Plan, expression: Expression)
  ) -> Diagnostic? {
    let (left, right) = (Set(a.plan.freeIndices.keys), Set(b.plan.freeIndices.keys))
    guard left != right, !a.expression.isConstant, !b.expression.isConstant else { return nil }
    // In ∂z_i/∂w_{ij} = a_j the index i only says that both speak of one unit.
    let onlyLeft = left.subtracting(right).subtracting(a.expression.pairedIndices).sorted()
    let onlyRight = right.subtracting(left).subtracting(b.expression.pairedIndices).sorted()
    guard !onlyLeft.isEmpty || !onlyRight.isEmpty else { return nil }
    let (name, side) = onlyRight.first.map { ($0, "right") } ?? (onlyLeft.first ?? "", "left")
    let what =
      name == Compiler.sampleIndex
      ? "the \(side) side depends on the sample, the other does not"
      : "the index '\(name)' is free on the \(side) side only"
    return Diagnostic(
      "shape.free", what, at: (side == "right" ? b : a).expression.range)
  }

  func shapeMismatch(
    _ a: (plan: Plan, expression: Expression), _ b: (plan: Plan, expression: Expression)
  ) -> Diagnostic? {
    let (left, right) = (a.plan.shape, b.plan.shape)
    if left.axes == right.axes || (left.isSingle && right.isSingle) { return nil }
    if left.isJacobian || right.isJacobian {
      if left.axes.filter({ $0 > 1 }) == right.axes.filter({ $0 > 1 }) { return nil }
      let isPlain = left.isJacobian ? !right.isJacobian : true
      if isPlain, left.isJacobian != right.isJacobian { return nil }
    } else if a.expression.isZero || b.expression.isZero {
      return nil
    }
    return sidesDiffer(left, right, at: b.expression.range)
  }

  func sidesDiffer(
    _ left: TensorShape, _ right: TensorShape, at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic("shape.sides", "the left side is \(left), the right side \(right)", at: range)
  }
}

extension Expression {
  /// Whether it is a number, whatever the network: `1`, `\frac{1}{2}`.
  var isConstant: Bool {
    switch kind {
    case .symbol, .index, .component, .derivative: false
    default: children.allSatisfy(\.isConstant)
    }
  }

  /// The indices that occur above and below in one derivative: i in ∂z_i/∂w_{ij}.
  var pairedIndices: Set<String> {
    var paired: Set<String> = []
    walk { part in
      guard case .derivative(let of, let by) = part.kind else { return }
      paired.formUnion(of.freeIndices.intersection(by.freeIndices))
    }
    return paired
  }

  var isZero: Bool {
    if case .number(0) = kind { true } else { false }
  }
}
