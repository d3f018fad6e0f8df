import CKernels

extension FastNetwork {
  /// The last layer's δ = ∂L/∂z, times `scale`.
  ///
  /// - Returns: the samples' loss, summed, where it is measured.
  func outputDelta(_ part: SamplePart, scale: Double, measuring: Bool) -> Double {
    let layer = last
    let (rows, width) = extent(of: layer, part)
    let valid = layout == .samplesInLanes ? part.count : layer.outputs
    let (value, y) = (self.part(part, of: layer.value), self.part(part, of: y))
    var loss = 0.0
    withUnsafeMutablePointer(to: &loss) { loss in
      let loss = measuring ? loss : nil
      switch (output, layout) {
      case (.softmaxCrossEntropy, .samplesInLanes):
        kernels.table.pointee.softmax_loss_columns(
          value, y, layer.stride, layer.outputs, width, valid, scale, loss)
      case (.softmaxCrossEntropy, .unitsInLanes):
        kernels.table.pointee.softmax_loss_rows(
          value, y, layer.stride, rows, layer.outputs, scale, loss)
      case (.sigmoidCrossEntropy, _):
        kernels.table.pointee.sigmoid_loss(
          value, y, layer.stride, rows, width, valid, scale, loss)
      case (.separate(let code), _):
        kernels.table.pointee.loss_gradient(
          code, value, y, self.part(part, of: layer.delta), layer.stride, rows, width, valid, scale,
          loss)
        pull(layer, part)
      }
    }
    return loss
  }

  /// The loss of a forward pass, summed; the outputs are used up by it.
  func outputLoss(_ part: SamplePart) -> Double {
    outputDelta(part, scale: 1, measuring: true)
  }

  /// δ of the layer below `index`, from that layer's δ: (δ Wᵀ) ⊙ f′(z).
  func deltaBelow(_ index: Int, _ part: SamplePart) {
    let layer = layers[index]
    let below = layers[index - 1]
    let (delta, deltaBelow) = (self.part(part, of: layer.delta), self.part(part, of: below.delta))
    switch layout {
    case .samplesInLanes:
      kernels.table.pointee.product(
        layer.weights, layer.weightStride, 1, delta, layer.stride,
        Int32(kernel_start_zero.rawValue), nil, deltaBelow, below.stride, layer.inputs,
        layer.outputs, part.lanes)
    case .unitsInLanes:
      kernels.table.pointee.dots(
        delta, layer.stride, layer.weights, layer.weightStride, deltaBelow, below.stride,
        part.count, layer.inputs, layer.stride)
    }
    if let mask = below.mask {
      let (rows, width) = extent(of: below, part)
      kernels.table.pointee.multiply(
        deltaBelow, self.part(part, of: mask), deltaBelow, below.stride, rows, width)
    }
    pull(below, part)
  }

  /// ∂L/∂W = aᵀ δ, from what is below, of some rows of a layer's weights.
  func weightGradient(_ part: ParameterPart, count: Int) {
    let layer = layers[part.layer]
    let below = part.layer == 0 ? x : layers[part.layer - 1].output
    let belowStride = part.layer == 0 ? xStride : layers[part.layer - 1].stride
    let gradient = gradients + part.offset * kernels.scalarSize
    let rows = part.end - part.first
    switch layout {
    case .samplesInLanes:
      kernels.table.pointee.dots(
        below + part.first * belowStride * kernels.scalarSize, belowStride, layer.delta,
        layer.stride, gradient, layer.weightStride, rows, layer.outputs, layer.stride)
    case .unitsInLanes:
      kernels.table.pointee.product(
        below + part.first * kernels.scalarSize, 1, belowStride, layer.delta, layer.stride,
        Int32(kernel_start_zero.rawValue), nil, gradient, layer.weightStride, rows, count,
        layer.stride)
    }
  }

  /// ∂L/∂b = Σ δ of one layer.
  func biasGradient(_ index: Int, count: Int) {
    let layer = layers[index]
    switch layout {
    case .samplesInLanes:
      kernels.table.pointee.row_sums(
        layer.delta, layer.stride, layer.biasGradient, layer.outputs, layer.stride)
    case .unitsInLanes:
      kernels.table.pointee.column_sums(
        layer.delta, layer.stride, layer.biasGradient, count, layer.stride)
    }
  }

  /// δ ← δ ⊙ f′(z), or the softmax's product with its Jacobian.
  private func pull(_ layer: FastLayer, _ part: SamplePart) {
    let (value, delta) = (self.part(part, of: layer.value), self.part(part, of: layer.delta))
    let (rows, width) = extent(of: layer, part)
    switch (layer.activation, layout) {
    case (.elementwise(let code, let slope), _):
      kernels.table.pointee.pull(code, slope, value, delta, layer.stride, rows, width)
    case (.softmax, .samplesInLanes):
      kernels.table.pointee.softmax_pull_columns(
        value, delta, layer.stride, layer.outputs, part.lanes)
    case (.softmax, .unitsInLanes):
      kernels.table.pointee.softmax_pull_rows(
        value, delta, layer.stride, part.count, layer.outputs)
    }
  }
}
