/// Adam with weight decay beside the gradient instead of inside it.
///
/// The decay falls on every parameter, biases too, as in the paper.
public struct AdamW: Optimizer {
  public let name = "adamw"
  public let formula = #"""
    \begin{aligned} m &:= \beta_1 m + (1-\beta_1) g \\ v &:= \beta_2 v + (1-\beta_2) g^2 \\
    \theta &:= \theta - \eta \left( \frac{m / (1-\beta_1^t)}{\sqrt{v / (1-\beta_2^t)}+\epsilon}
    + \lambda \theta \right) \end{aligned}
    """#
  public let source = "Loshchilov & Hutter 2019, algorithm 2"
  public let memorySize = 2

  /// The rule for the gradient.
  public let adam: Adam
  /// λ, the share of a parameter that a step of rate one takes away.
  public let decay: Double

  public init(adam: Adam = Adam(), decay: Double = 0.01) {
    self.adam = adam
    self.decay = decay
  }

  public func rule(rate: Double, step: Int) -> UpdateRule {
    let follow = adam.rule(rate: rate, step: step)
    return { [decay] parameter, gradient, memory in
      let shrinkage = rate * decay * parameter
      follow(&parameter, gradient, &memory)
      parameter -= shrinkage
    }
  }
}
