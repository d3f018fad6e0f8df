import CKernels

/// A first layer trained through the inner products of its samples.
///
/// Where every step sees all m samples X and they have more features than there are samples, no
/// step needs the features. Descent moves the weights only within the span of the samples,
/// W = W₀ + Xᵀ C, since ∂L/∂W = Xᵀ δ; so Z = X W₀ + (X Xᵀ) C + b, and the step of C is that of δ. The
/// m × m products X Xᵀ are computed once: with 209 pictures of 12,288 numbers a step does a sixtieth
/// of the work, and W is put together when it is asked for.
///
/// This is the dual form known from kernel methods (Schölkopf, Herbrich & Smola 2001, theorem 1).
/// It holds for any update that is linear in the gradients: descent, momentum, Nesterov's.
struct GramInput {
  /// X W₀, laid out as the first layer's values.
  private let start: UnsafeMutableRawPointer
  private let samples: Samples

  /// Whether a layer of this many inputs gains by it.
  static func pays(samples: Int, features: Int) -> Bool { samples * 2 <= features }

  /// Computes X Xᵀ, which becomes the network's `x`, and X W₀; C is the network's first weights.
  init<Scalar: Real>(
    _ network: Network<Scalar>, samples: Samples, net: FastNetwork, in arena: Arena
  ) {
    self.samples = samples
    let layer = net.layers[0]
    start = arena.scalars(layer.size)
    let x = samples.matrix(as: Scalar.self)
    net.copy(BLAS.product(x, .asStored, x, .transposed), to: net.x, stride: net.xStride)
    net.copy(
      BLAS.product(network.layers[0].weights, .transposed, x, .transposed), to: start,
      stride: layer.stride)
  }

  /// Z = X W₀ + (X Xᵀ) C + b.
  func preactivate(_ net: FastNetwork) {
    let layer = net.layers[0]
    let kernels = net.kernels.table
    kernels.pointee.add_bias(
      start, layer.bias, layer.value, layer.stride, layer.outputs, layer.stride)
    kernels.pointee.product(
      layer.weights, 1, layer.weightStride, net.x, net.xStride,
      Int32(kernel_start_result.rawValue), nil, layer.value, layer.stride, layer.outputs,
      layer.inputs, layer.stride)
  }

  /// What C moves by: δ, with a sample in a row.
  func weightGradient(_ net: FastNetwork) {
    let layer = net.layers[0]
    net.kernels.table.pointee.transpose(
      layer.delta, layer.stride, layer.weightGradient, layer.weightStride, layer.outputs,
      layer.inputs)
  }

  /// W = W₀ + Xᵀ C.
  func weights<Scalar: Real>(from start: Matrix<Scalar>, net: FastNetwork) -> Matrix<Scalar> {
    let moved = BLAS.product(
      samples.matrix(as: Scalar.self), .transposed, net.weights(ofLayer: 0))
    return start.zipped(moved, +)
  }
}
