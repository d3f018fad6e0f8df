import CKernels

/// A network laid out for training: parameters, gradients and activations in one arena.
///
/// Where a batch is large, a sample is a lane: activations are `[units × batch]`, so that every
/// function is computed for 8 or 16 samples at once however narrow the layer is, and weights are
/// read one by one. Where it is small, a unit is a lane: activations are `[batch × units]`, and
/// weights are read by rows.
struct FastNetwork {
  enum Layout {
    case samplesInLanes
    case unitsInLanes
  }

  /// From this many samples on, lanes are better filled with samples than with units.
  static let fewestSamplesInLanes = 6

  let kernels: Kernels
  let layout: Layout
  /// The most samples a step sees.
  let capacity: Int
  let layers: UnsafeMutableBufferPointer<FastLayer>
  let output: FastOutput
  /// Threads share its steps.
  let isShared: Bool
  /// How many parts a batch's samples are cut into.
  let partCount: Int
  let parameterParts: UnsafeBufferPointer<ParameterPart>

  /// All parameters, W₁ b₁ W₂ b₂ …, and all gradients; `parameterCount` scalars, padding included.
  let parameters: UnsafeMutableRawPointer
  let gradients: UnsafeMutableRawPointer
  let parameterCount: Int

  /// The batch: features and targets, laid out as activations are.
  let x: UnsafeMutableRawPointer
  let xStride: Int
  let y: UnsafeMutableRawPointer

  /// Owns every pointer above.
  let arena: Arena

  /// What the layout is made for.
  struct Needs {
    var capacity: Int
    /// Weights of the first layer are read by rows.
    var readsFirstWeightsByRows = false
    /// The first layer's inputs, where they are not the network's own.
    var inputs: Int?
    /// Features are gathered into `x`.
    var gathersInput = true
    var dropsOut = false
    var computesGradients = true
    /// Steps are so long that threads share them.
    var isShared = false
  }

  /// Nil where an activation or the loss is not among the kernels.
  init?<Scalar: Real>(
    _ network: Network<Scalar>, for needs: Needs, in arena: Arena, kernels: Kernels
  ) {
    guard let last = network.layers.last, let output = FastOutput(last.activation, network.loss)
    else { return nil }
    let activations = network.layers.compactMap { FastActivation($0.activation) }
    guard activations.count == network.layers.count else { return nil }
    let layout: Layout =
      needs.capacity < Self.fewestSamplesInLanes ? .unitsInLanes : .samplesInLanes

    var sizes: [(stride: Int, count: Int, bias: Int)] = []
    for (index, layer) in network.layers.enumerated() {
      let inputs = index == 0 ? needs.inputs ?? layer.inputs : layer.inputs
      let byRows = layout == .unitsInLanes || index == 0 && needs.readsFirstWeightsByRows
      let stride = byRows ? kernels.padded(layer.outputs) : layer.outputs
      sizes.append((stride, kernels.padded(inputs * stride), kernels.padded(layer.outputs)))
    }
    let parameterCount = sizes.reduce(0) { $0 + $1.count + $1.bias }
    let parameters = arena.scalars(parameterCount)
    let gradients = needs.computesGradients ? arena.scalars(parameterCount) : parameters

    var offset = 0
    let layers = UnsafeMutableBufferPointer(
      start: arena.values(network.layers.count, of: FastLayer.self), count: network.layers.count)
    let inLanes = kernels.padded(needs.capacity)
    for (index, layer) in network.layers.enumerated() {
      let size = sizes[index]
      let stride = layout == .samplesInLanes ? inLanes : kernels.padded(layer.outputs)
      let count = stride * (layout == .samplesInLanes ? layer.outputs : needs.capacity)
      let drops = needs.dropsOut && index < network.layers.count - 1
      let value = arena.scalars(count)
      // A fused output's gradient takes the place of its z.
      let sharesDelta =
        !needs.computesGradients || index == network.layers.count - 1 && output.isFused
      layers[index] = FastLayer(
        inputs: index == 0 ? needs.inputs ?? layer.inputs : layer.inputs, outputs: layer.outputs,
        activation: activations[index], weightStride: size.stride, weightCount: size.count,
        biasCount: size.bias, weights: parameters + offset,
        bias: parameters + offset + size.count * kernels.scalarSize,
        weightGradient: gradients + offset,
        biasGradient: gradients + offset + size.count * kernels.scalarSize, stride: stride,
        size: count, value: value, delta: sharesDelta ? value : arena.scalars(count),
        mask: drops ? arena.scalars(count) : nil, dropped: drops ? arena.scalars(count) : nil)
      offset += (size.count + size.bias) * kernels.scalarSize
    }

    isShared = needs.isShared && layout == .samplesInLanes
    partCount = isShared ? Self.sampleParts(lanes: inLanes, ofVector: kernels.lanes) : 1
    parameterParts = Self.parameterParts(
      of: layers, isShared: isShared, lanes: kernels.lanes, in: arena)
    let inputs = layers[0].inputs
    xStride = layout == .samplesInLanes ? inLanes : kernels.padded(inputs)
    let rows = layout == .samplesInLanes ? inputs : needs.capacity
    x = arena.scalars(needs.gathersInput ? xStride * rows : 0)
    y = arena.scalars(layers[layers.count - 1].size)
    self.kernels = kernels
    self.layout = layout
    self.capacity = needs.capacity
    self.layers = layers
    self.output = output
    self.parameters = parameters
    self.gradients = gradients
    self.parameterCount = parameterCount
    self.arena = arena
  }

  var last: FastLayer { layers[layers.count - 1] }
}
