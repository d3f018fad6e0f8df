import Expressions

/// How much a check on a network of any size may take.
struct Budget {
  /// In how many directions the forward pass may be differentiated.
  let directions: Int
  /// How many operations a side may take.
  let cost: Double
  /// How many parameters the network may have.
  var parameters = Int.max

  func isExceeded(
    by sides: [Trial.Side], _ denominators: Set<Int>, _ gradients: Set<Plan.Gradient>,
    _ table: NodeTable
  ) -> Bool {
    guard table.parameterCount <= parameters else { return true }
    let own = gradients.filter {
      $0.of != table.slots[.loss] || !NetworkPoint.engineYields(table.nodes[$0.by])
    }
    let slots = denominators.union(own.map(\.by))
    let wanted = slots.reduce(0) { $0 + table.shape(table.nodes[$1]).count }
    guard wanted <= directions else { return true }
    return sides.contains { side in
      guard case .compiled(let plan, _) = side else { return false }
      return plan.cost > cost
    }
  }
}
