extension Expression {
  /// The expressions directly inside this one, in the order written.
  public var children: [Expression] {
    switch kind {
    case .number, .symbol, .index: []
    case .component(let body, _), .sample(let body, _), .negation(let body), .transpose(let body),
      .not(let body),
      .total(_, _, _, let body), .tabulation(_, _, let body):
      [body]
    case .slice(let body, let subscripts):
      [body]
        + subscripts.flatMap { part -> [Expression] in
          switch part {
          case .position(let position): [position]
          case .range(let from, let to, let step): [from, to, step].compactMap(\.self)
          }
        }
    case .binary(_, let left, let right): [left, right]
    case .derivative(let of, let by): [of, by]
    case .application(_, _, let arguments, let named):
      arguments + named.sorted { $0.key < $1.key }.map(\.value)
    case .reduction(_, let binder, let body):
      [binder.lower, binder.upper, binder.condition, body].compactMap(\.self)
    case .cases(let branches): branches.flatMap { [$0.value] + [$0.condition].compactMap(\.self) }
    case .matrix(let rows): rows.flatMap(\.self)
    }
  }

  /// The same expression with each child replaced by what `change` makes of it.
  public func mapChildren(_ change: (Expression) -> Expression) -> Expression {
    let mapped: Kind =
      switch kind {
      case .number, .symbol, .index: kind
      case .component(let body, let indices): .component(change(body), indices)
      case .sample(let body, let index): .sample(change(body), index)
      case .slice(let body, let parts):
        .slice(
          change(body),
          parts.map { part in
            switch part {
            case .position(let position): .position(change(position))
            case .range(let from, let to, let step):
              .range(from: from.map(change), to: to.map(change), step: step.map(change))
            }
          })
      case .negation(let body): .negation(change(body))
      case .binary(let sign, let left, let right): .binary(sign, change(left), change(right))
      case .transpose(let body): .transpose(change(body))
      case .application(let name, let order, let arguments, let named):
        .application(name, order: order, arguments.map(change), named.mapValues(change))
      case .reduction(let reduction, let binder, let body):
        .reduction(
          reduction,
          Binder(
            binder.index, from: binder.lower.map(change), to: binder.upper.map(change),
            where: binder.condition.map(change), at: binder.range), change(body))
      case .total(let reduction, let axis, let keeps, let body):
        .total(reduction, axis: axis, keepsAxis: keeps, change(body))
      case .derivative(let of, let by): .derivative(of: change(of), by: change(by))
      case .not(let body): .not(change(body))
      case .cases(let branches):
        .cases(branches.map { Branch(change($0.value), if: $0.condition.map(change)) })
      case .matrix(let rows): .matrix(rows.map { $0.map(change) })
      case .tabulation(let row, let column, let body):
        .tabulation(row: row, column: column, change(body))
      }
    return Expression(mapped, at: range)
  }

  /// Calls `visit` with this expression and everything inside it, outermost first.
  public func walk(_ visit: (Expression) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }

  /// The indices this expression depends on and does not bind itself.
  public var freeIndices: Set<String> {
    switch kind {
    case .index(let name): return [name]
    case .component(let body, let indices):
      var free = body.freeIndices
      for case .variable(let name) in indices { free.insert(name) }
      return free
    case .sample(let body, .variable(let name)):
      return body.freeIndices.union([name])
    case .reduction(_, let binder, let body):
      var free = body.freeIndices
      if let condition = binder.condition { free.formUnion(condition.freeIndices) }
      free.remove(binder.index)
      for bound in [binder.lower, binder.upper].compactMap(\.self) {
        free.formUnion(bound.freeIndices)
      }
      return free
    case .tabulation(let row, let column, let body):
      var free = body.freeIndices
      free.remove(row)
      if let column { free.remove(column) }
      return free
    default:
      return children.reduce(into: []) { $0.formUnion($1.freeIndices) }
    }
  }
}
