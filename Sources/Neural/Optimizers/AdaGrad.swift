/// Gradients divided by the root of the sum of all their squares so far.
public struct AdaGrad: Optimizer {
  public let name = "adagrad"
  public let formula = #"""
    \begin{aligned} s &:= s + g^2 \\ \theta &:= \theta - \eta \frac{g}{\sqrt{s}+\epsilon}
    \end{aligned}
    """#
  public let source = "Duchi, Hazan & Singer 2011, section 1.1"
  public let memorySize = 1

  /// ε, which keeps the quotient finite where a gradient has been zero.
  public let epsilon: Double

  public init(epsilon: Double = 1e-10) {
    self.epsilon = epsilon
  }

  public func rule(rate: Double, step: Int) -> UpdateRule {
    { [epsilon] parameter, gradient, memory in
      memory.first += gradient * gradient
      parameter -= rate * gradient / (memory.first.squareRoot() + epsilon)
    }
  }
}
