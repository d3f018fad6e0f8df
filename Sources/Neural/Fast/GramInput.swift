import CKernels

/// A first layer trained through the inner products of its samples.
///
/// Where every step sees all m samples X and they have more features than there are samples, no
/// step needs the features. Descent moves the weights only within the span of the samples,
/// W = W₀ + Xᵀ C, since ∂L/∂W = Xᵀ δ; so Z = X W₀ + (X Xᵀ) C + b, and the step of C is that of δ. The
/// m × m products X Xᵀ are computed once: with 209 pictures of 12,288 numbers a step does a hundredth
/// of the work, and W is put together when it is asked for.
///
/// This is the dual form known from kernel methods (Schölkopf, Herbrich & Smola 2001, theorem 1).
/// It holds for any update that is linear in the gradients: descent, momentum, Nesterov's.
struct GramInput {
  private let samples: FastSamples
  private let count: Int
  private let features: Int
  /// X W₀, laid out as the first layer's values.
  private let start: UnsafeMutableRawPointer

  /// Whether a layer of this many inputs gains by it.
  static func pays(samples: Int, features: Int) -> Bool { samples * 2 <= features }

  /// Computes X Xᵀ, which becomes the network's `x`, and X W₀; C is the network's first weights.
  init<Scalar: Real>(
    _ network: Network<Scalar>, samples: Samples, net: FastNetwork, in arena: Arena
  ) {
    self.samples = FastSamples(samples, as: Scalar.self, in: arena)
    count = samples.count
    features = samples.features
    let layer = net.layers[0]
    start = arena.scalars(layer.size)
    let kernels = net.kernels
    let wide = kernels.padded(layer.outputs)
    withRows(net) { x, stride, scratch in
      kernels.table.pointee.dots(x, stride, x, stride, net.x, net.xStride, count, count, stride)
      let weights = scratch.scalars(features * wide)
      let sums = scratch.scalars(count * wide)
      net.copy(network.layers[0].weights, to: weights, stride: wide)
      kernels.table.pointee.product(
        x, stride, 1, weights, wide, Int32(kernel_start_zero.rawValue), nil, sums, wide, count,
        features, wide)
      kernels.table.pointee.transpose(sums, wide, start, layer.stride, count, layer.outputs)
    }
  }

  /// Z = X W₀ + (X Xᵀ) C + b.
  func preactivate(_ net: FastNetwork, _ part: SamplePart) {
    let layer = net.layers[0]
    let kernels = net.kernels.table
    let value = net.part(part, of: layer.value)
    kernels.pointee.add_bias(
      net.part(part, of: start), layer.bias, value, layer.stride, layer.outputs, part.lanes)
    kernels.pointee.product(
      layer.weights, 1, layer.weightStride, net.part(part, of: net.x), net.xStride,
      Int32(kernel_start_result.rawValue), nil, value, layer.stride, layer.outputs, layer.inputs,
      part.lanes)
  }

  /// What C moves by: δ, with a sample in a row.
  func weightGradient(_ net: FastNetwork, _ part: ParameterPart) {
    let layer = net.layers[0]
    let size = net.kernels.scalarSize
    net.kernels.table.pointee.transpose(
      layer.delta + part.first * size, layer.stride, net.gradients + part.offset * size,
      layer.weightStride, layer.outputs, part.end - part.first)
  }

  /// W = W₀ + Xᵀ C, where W₀ is given.
  func weights<Scalar: Real>(from initial: Matrix<Scalar>, net: FastNetwork) -> Matrix<Scalar> {
    let layer = net.layers[0]
    let kernels = net.kernels
    let wide = kernels.padded(layer.outputs)
    return withRows(net) { x, stride, scratch in
      let combination = scratch.scalars(count * wide)
      let weights = scratch.scalars(features * wide)
      net.copy(net.weights(ofLayer: 0) as Matrix<Scalar>, to: combination, stride: wide)
      net.copy(initial, to: weights, stride: wide)
      kernels.table.pointee.product(
        x, 1, stride, combination, wide, Int32(kernel_start_result.rawValue), nil, weights, wide,
        features, count, wide)
      return net.matrix(at: weights, rows: features, columns: layer.outputs, stride: wide)
    }
  }

  /// Gathers X with a sample in a row, for as long as `body` runs.
  private func withRows<Result>(
    _ net: FastNetwork,
    _ body: (_ x: UnsafeMutableRawPointer, _ stride: Int, _ scratch: Arena) -> Result
  ) -> Result {
    let scratch = Arena(scalarSize: net.kernels.scalarSize)
    let stride = net.kernels.padded(features)
    let x = scratch.scalars(count * stride)
    let order = scratch.values(count, of: Int32.self)
    for index in 0..<count { order[index] = Int32(index) }
    samples.gatherRows(
      UnsafePointer(order), count: count, to: x, stride: stride, kernels: net.kernels)
    return withExtendedLifetime(scratch) { body(x, stride, scratch) }
  }
}
