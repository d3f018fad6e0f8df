/// Gradient descent: straight down.
public struct SGD: Optimizer {
  public let name = "sgd"
  public let formula = #"\theta := \theta - \eta g"#
  public let source = "Robbins & Monro 1951"
  public let memorySize = 0

  public init() {}

  public func rule(rate: Double, step: Int) -> UpdateRule {
    { parameter, gradient, _ in parameter -= rate * gradient }
  }
}
