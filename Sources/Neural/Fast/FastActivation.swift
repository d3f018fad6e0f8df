import CKernels

/// An activation the kernels know.
enum FastActivation {
  case elementwise(code: Int32, slope: Double)
  case softmax

  /// Nil for one that exists only as a function on numbers; the reference path runs it.
  init?(_ activation: Activation) {
    func known(_ code: kernel_activation) -> FastActivation {
      .elementwise(code: Int32(code.rawValue), slope: activation.slope ?? 0)
    }
    switch activation.name {
    case Activation.linear.name: self = known(kernel_linear)
    case Activation.sigmoid.name: self = known(kernel_sigmoid)
    case Activation.tanh.name: self = known(kernel_tanh)
    case Activation.relu.name: self = known(kernel_relu)
    case Activation.softmax.name: self = .softmax
    // Only with a slope that keeps the sign can f′ be told from f.
    case Activation.leakyReLU(slope: 0).name where (activation.slope ?? -1) >= 0:
      self = known(kernel_leaky_relu)
    default: return nil
    }
  }
}

/// What happens at the outputs: activation, loss and its gradient.
enum FastOutput {
  /// a − y at once, with a loss that cannot overflow.
  case softmaxCrossEntropy
  case sigmoidCrossEntropy
  /// ∂L/∂a, then through the activation.
  case separate(loss: Int32)

  var isFused: Bool {
    if case .separate = self { false } else { true }
  }

  init?(_ activation: Activation, _ loss: Loss) {
    switch (activation, loss) {
    case (.softmax, .crossEntropy): self = .softmaxCrossEntropy
    case (.sigmoid, .binaryCrossEntropy): self = .sigmoidCrossEntropy
    case (_, .crossEntropy): self = .separate(loss: Int32(kernel_cross_entropy.rawValue))
    case (_, .binaryCrossEntropy):
      self = .separate(loss: Int32(kernel_binary_cross_entropy.rawValue))
    case (_, .quadratic): self = .separate(loss: Int32(kernel_quadratic.rawValue))
    default: return nil
    }
  }
}
