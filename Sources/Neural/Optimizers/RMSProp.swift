/// Gradients divided by a running root of their mean square.
public struct RMSProp: Optimizer {
  public let name = "rmsprop"
  public let formula = #"""
    \begin{aligned} s &:= \rho s + (1-\rho) g^2 \\
    \theta &:= \theta - \eta \frac{g}{\sqrt{s}+\epsilon} \end{aligned}
    """#
  public let source = "Tieleman & Hinton 2012, lecture 6.5"
  public let memorySize = 1

  /// ρ, the share of the mean square that survives a step.
  public let decay: Double
  /// ε, which keeps the quotient finite where a gradient has been zero.
  public let epsilon: Double

  public init(decay: Double = 0.9, epsilon: Double = 1e-8) {
    self.decay = decay
    self.epsilon = epsilon
  }

  public func rule(rate: Double, step: Int) -> UpdateRule {
    { [decay, epsilon] parameter, gradient, memory in
      memory.first = decay * memory.first + (1 - decay) * gradient * gradient
      parameter -= rate * gradient / (memory.first.squareRoot() + epsilon)
    }
  }
}
