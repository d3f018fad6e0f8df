import Expressions

extension Expression {
  /// The parts whose sign decides between two branches of this expression: a − b of `max(a, b)`, x of
  /// |x|, a − b of `a > b`.
  ///
  /// A formula that is wrong on one side of its kink looks right as long as no point lies there, so
  /// both signs of each part have to be met. A comparison of indices has no kink.
  var kinkedParts: [Expression] {
    var found: [Expression] = []
    walk { part in
      switch part.kind {
      case .application(.named(let name), _, let arguments, _):
        switch (name, arguments.count) {
        case ("max", 2), ("min", 2), ("maximum", 2), ("minimum", 2):
          found.append(arguments[0].less(arguments[1]))
        case (_, 1):
          guard let kinks = ElementFunction.named(name)?.kinks else { return }
          for kink in kinks {
            found.append(arguments[0].less(Expression(.number(kink), at: part.range)))
          }
        default: return
        }
      case .binary(.less, let left, let right), .binary(.lessOrEqual, let left, let right),
        .binary(.greater, let left, let right), .binary(.greaterOrEqual, let left, let right):
        if !left.countsIndices, !right.countsIndices { found.append(left.less(right)) }
      default: return
      }
    }
    return found.filter { $0.dependsOnValues }
  }

  private func less(_ other: Expression) -> Expression {
    Expression(.binary(.subtract, self, other), at: range)
  }

  private var countsIndices: Bool {
    if case .index = kind { return true }
    return children.contains { $0.countsIndices }
  }

  private var dependsOnValues: Bool {
    if case .symbol = kind { return true }
    return children.contains { $0.dependsOnValues }
  }
}

extension Trial {
  /// Whether every one of these parts is positive at some point and negative at another. One that
  /// cannot be evaluated by itself asks for nothing.
  func seesBothSides(of parts: [Expression]) -> Bool {
    parts.allSatisfy { part in
      var compiler = Compiler(scope: scope)
      guard let plan = try? compiler.compile(part), plan.denominators.isEmpty,
        plan.gradients.isEmpty
      else { return true }
      var ranges: [(place: Int, count: Int)] = []
      for (name, place) in compiler.free.sorted(by: { $0.key < $1.key }) {
        guard let count = compiler.range(of: name) else { return true }
        ranges.append((place, count))
      }
      let values = points.flatMap {
        $0.values(of: plan, over: ranges, placeCount: compiler.placeCount).elements
      }
      return values.contains { $0 > 0 } && values.contains { $0 < 0 }
    }
  }
}
