/// Gradient descent with a velocity that remembers earlier gradients.
public struct Momentum: Optimizer {
  public let name = "momentum"
  public let formula =
    #"\begin{aligned} v &:= \mu v - \eta g \\ \theta &:= \theta + v \end{aligned}"#
  public let source = "Polyak 1964; Sutskever, Martens, Dahl & Hinton 2013, eq. 1–2"
  public let memorySize = 1

  /// μ, the share of the velocity that survives a step.
  public let momentum: Double

  public init(momentum: Double = 0.9) {
    self.momentum = momentum
  }

  public func rule(rate: Double, step: Int) -> UpdateRule {
    { [momentum] parameter, gradient, memory in
      memory.first = momentum * memory.first - rate * gradient
      parameter += memory.first
    }
  }
}
