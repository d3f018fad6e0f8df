import Synchronization

/// The points at which formulas are checked, made once for each kind of question.
final class PointStore: Sendable {
  struct Key: Hashable {
    let depth: Int
    let batch: Int
    let layout: Notation.Layout
    let open: [NetworkNode]
    let assumption: Assumption
    let count: Int
  }

  private let twins: TwinNetworks
  private let reduction: Notation.Reduction
  private let known = Mutex<[Key: [NetworkPoint]]>([:])

  init(twins: TwinNetworks, reduction: Notation.Reduction) {
    self.twins = twins
    self.reduction = reduction
  }

  func points(_ key: Key, table: NodeTable) -> [NetworkPoint] {
    if let found = known.withLock({ $0[key] }) { return found }
    let made = twins.points(
      count: key.count, table: table, reduction: reduction, assumption: key.assumption,
      seed: 1 + UInt64(key.depth))
    known.withLock { $0[key] = made }
    return made
  }
}
