import Expressions
import Synchronization

/// The points at which formulas are checked, made once for each kind of question.
final class PointStore: Sendable {
  struct Key: Hashable {
    let sizes: TwinSizes
    /// Whether the sizes are the lesson's, so that ∂L/∂W may have to come from the engine.
    let isOwn: Bool
    let layout: Notation.Layout
    let open: [NetworkNode]
    let assumption: Assumption
    let count: Int
  }

  /// What has to be known at a point for the sides of a chain to be evaluated.
  struct Wanted: Hashable {
    /// The tensors by which is differentiated.
    let denominators: Set<Int>
    /// The derivatives of single numbers.
    let gradients: Set<Plan.Gradient>
    /// Whether symbols stand for gradients.
    let namesGradients: Bool
  }

  private struct Question: Hashable {
    let key: Key
    let wanted: Wanted
  }

  /// More answers than this are not kept.
  private static let mostAnswers = 200
  /// For networks with more than `manyParameters`, where an answer takes megabytes.
  private static let mostLargeAnswers = 12
  private static let manyParameters = 20_000

  private let twins: TwinNetworks
  private let reduction: Notation.Reduction
  private let known = Mutex<[Key: [NetworkPoint]]>([:])
  private let answers = Mutex<[Question: [Valuation]]>([:])

  private let faults = Mutex<[EngineFault]?>(nil)

  init(twins: TwinNetworks, reduction: Notation.Reduction) {
    self.twins = twins
    self.reduction = reduction
  }

  /// What an audit of the engine finds, made when it is first asked for: what can be known without
  /// values does not need it.
  func faults(_ audit: EngineAudit) -> [EngineFault] {
    faults.withLock { known in
      let found = known ?? audit.faults()
      known = found
      return found
    }
  }

  func valuations(_ key: Key, table: NodeTable, _ wanted: Wanted) -> [Valuation] {
    guard key.count > 0 else { return [] }
    let question = Question(key: key, wanted: wanted)
    if let found = answers.withLock({ $0[question] }) { return found }
    let made = points(key, table: table).map { $0.valuation(wanted) }
    let isLarge = table.parameterCount > Self.manyParameters
    let most = isLarge ? Self.mostLargeAnswers : Self.mostAnswers
    answers.withLock {
      if $0.count >= most { $0 = [:] }
      $0[question] = made
    }
    return made
  }

  private func points(_ key: Key, table: NodeTable) -> [NetworkPoint] {
    if let found = known.withLock({ $0[key] }) { return found }
    let made = twins.points(
      count: key.count, table: table, reduction: reduction, assumption: key.assumption,
      seed: UInt64(key.sizes.widths.count), trustsEngine: key.isOwn)
    known.withLock {
      if $0.count >= Self.mostAnswers { $0 = [:] }
      $0[key] = made
    }
    return made
  }
}
