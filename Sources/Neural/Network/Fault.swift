/// Mistakes found in published code, which the reference path makes on purpose when asked.
///
/// A lesson trains with one of them to show what it costs, and that a gradient check finds it.
public enum Fault: String, Sendable, CaseIterable, Hashable {
  /// The derivative of ReLU is left out: ∂L/∂W₁ = Xᵀ (P − Y) W₂ᵀ.
  case missingMask = "missing-mask"

  /// σ′ of the last *neuron's* z stands for the whole last layer: `sigmoid_prime(z[-1])` where
  /// `zs[-1]` was meant. With a fused loss (softmax and cross-entropy) there is nothing to get
  /// wrong in this way, and an activation of whole rows is left as it is.
  case lastNeuronDerivative = "last-neuron-derivative"

  /// A hidden layer hands down ∂L/∂a Wᵀ where δ Wᵀ = (∂L/∂a ⊙ f′(z)) Wᵀ was meant: right with a
  /// single hidden layer, wrong from the second on.
  case upstreamWithoutDerivative = "upstream-without-derivative"

  /// The evaluation of a whole set takes softmax over its samples (axis 0) instead of over the
  /// classes, which changes both loss and argmax. Training is right; see `Evaluation`.
  case softmaxOverBatch = "softmax-over-batch"

  /// What is wrong, in a phrase.
  public var summary: String {
    switch self {
    case .missingMask: "the derivative of ReLU is left out of the hidden layers"
    case .lastNeuronDerivative: "σ′ is taken of the last neuron's z instead of the last layer's"
    case .upstreamWithoutDerivative:
      "a hidden layer hands down ∂L/∂a instead of δ, one derivative short"
    case .softmaxOverBatch: "softmax is taken over the samples instead of over the classes"
    }
  }

  /// The document of the lessons it was found in, counted from 1.
  public var document: Int {
    switch self {
    case .softmaxOverBatch: 1
    case .missingMask: 3
    case .upstreamWithoutDerivative: 4
    case .lastNeuronDerivative: 5
    }
  }
}
