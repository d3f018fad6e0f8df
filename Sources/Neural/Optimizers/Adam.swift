import Glibc

/// Running means of the gradient and of its square, freed of their bias towards zero.
public struct Adam: Optimizer {
  public let name = "adam"
  public let formula = #"""
    \begin{aligned} m &:= \beta_1 m + (1-\beta_1) g \\ v &:= \beta_2 v + (1-\beta_2) g^2 \\
    \theta &:= \theta - \eta \frac{m / (1-\beta_1^t)}{\sqrt{v / (1-\beta_2^t)}+\epsilon}
    \end{aligned}
    """#
  public let source = "Kingma & Ba 2015, algorithm 1"
  public let memorySize = 2

  /// β₁, the share of the mean that survives a step.
  public let beta1: Double
  /// β₂, the share of the mean square that survives a step.
  public let beta2: Double
  /// ε, which keeps the quotient finite where a gradient has been zero.
  public let epsilon: Double

  public init(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  public func rule(rate: Double, step: Int) -> UpdateRule {
    let firstBias = 1 - pow(beta1, Double(step))
    let secondBias = 1 - pow(beta2, Double(step))
    return { [beta1, beta2, epsilon] parameter, gradient, memory in
      memory.first = beta1 * memory.first + (1 - beta1) * gradient
      memory.second = beta2 * memory.second + (1 - beta2) * gradient * gradient
      parameter -=
        rate * (memory.first / firstBias)
        / ((memory.second / secondBias).squareRoot() + epsilon)
    }
  }
}
