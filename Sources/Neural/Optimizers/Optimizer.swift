/// How a parameter follows its gradient downhill.
///
/// Every rule here acts on each number by itself, remembering at most two more for it. Rules are
/// written in `Double`; `Float` parameters are rounded once, after the step.
public protocol Optimizer: Sendable {
  /// The name a notebook uses: `adam`.
  var name: String { get }
  /// The update, in TeX, of a parameter θ with gradient g and learning rate η at step t.
  var formula: String { get }
  /// Where it was published.
  var source: String { get }
  /// How many numbers it remembers for each parameter: 0, 1 or 2.
  var memorySize: Int { get }

  /// The update of one number at one step, the step's constants worked out once.
  ///
  /// - Parameters:
  ///   - rate: the learning rate η of this step.
  ///   - step: t, counted from 1.
  func rule(rate: Double, step: Int) -> UpdateRule
}

/// Moves `parameter` by `gradient`, and brings what is remembered for it up to date.
public typealias UpdateRule =
  @Sendable (
    _ parameter: inout Double, _ gradient: Double, _ memory: inout OptimizerMemory
  ) -> Void

/// The numbers an optimizer remembers for one parameter; zero before the first step.
public struct OptimizerMemory: Sendable, Equatable {
  public var first = 0.0
  public var second = 0.0

  public init() {}
}

/// The optimizers a notebook can name.
public enum Optimizers {
  /// Every optimizer, with the parameters a notebook gets when it gives none.
  public static let all: [any Optimizer] = [
    SGD(), Momentum(), Nesterov(), RMSProp(), Adam(), AdamW(), AdaGrad(),
  ]
}
