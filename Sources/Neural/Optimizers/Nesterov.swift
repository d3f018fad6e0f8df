/// Momentum that looks ahead: the gradient is taken where the velocity will have led.
///
/// Written, as is usual, for the looked-ahead parameters themselves, so that the network's own
/// gradient is the one to use.
public struct Nesterov: Optimizer {
  public let name = "nesterov"
  public let formula =
    #"\begin{aligned} v &:= \mu v - \eta g \\ \theta &:= \theta + \mu v - \eta g \end{aligned}"#
  public let source = "Nesterov 1983; Bengio, Boulanger-Lewandowski & Pascanu 2013, eq. 7"
  public let memorySize = 1

  /// μ, the share of the velocity that survives a step.
  public let momentum: Double

  public init(momentum: Double = 0.9) {
    self.momentum = momentum
  }

  public func rule(rate: Double, step: Int) -> UpdateRule {
    { [momentum] parameter, gradient, memory in
      memory.first = momentum * memory.first - rate * gradient
      parameter += momentum * memory.first - rate * gradient
    }
  }
}
