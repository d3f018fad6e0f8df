import CKernels

extension FastNetwork {
  /// The last layer's δ = ∂L/∂z, times `scale`.
  ///
  /// - Returns: the batch's loss, summed, where it is measured.
  func outputDelta(count: Int, scale: Double, measuring: Bool) -> Double {
    let layer = last
    let rows = layout == .samplesInLanes ? layer.outputs : count
    let valid = layout == .samplesInLanes ? count : layer.outputs
    var loss = 0.0
    withUnsafeMutablePointer(to: &loss) { loss in
      let loss = measuring ? loss : nil
      switch (output, layout) {
      case (.softmaxCrossEntropy, .samplesInLanes):
        kernels.table.pointee.softmax_loss_columns(
          layer.value, y, layer.stride, layer.outputs, count, scale, loss)
      case (.softmaxCrossEntropy, .unitsInLanes):
        kernels.table.pointee.softmax_loss_rows(
          layer.value, y, layer.stride, count, layer.outputs, scale, loss)
      case (.sigmoidCrossEntropy, _):
        kernels.table.pointee.sigmoid_loss(
          layer.value, y, layer.stride, rows, valid, scale, loss)
      case (.separate(let code), _):
        kernels.table.pointee.loss_gradient(
          code, layer.value, y, layer.delta, layer.stride, rows, valid, scale, loss)
        pull(layer, count: count)
      }
    }
    return loss
  }

  /// The loss of a forward pass, summed; the outputs are used up by it.
  func outputLoss(count: Int) -> Double {
    outputDelta(count: count, scale: 1, measuring: true)
  }

  /// δ of the layer below `index`, from that layer's δ: (δ Wᵀ) ⊙ f′(z).
  func deltaBelow(_ index: Int, count: Int) {
    let layer = layers[index]
    let below = layers[index - 1]
    switch layout {
    case .samplesInLanes:
      kernels.table.pointee.product(
        layer.weights, layer.weightStride, 1, layer.delta, layer.stride,
        Int32(kernel_start_zero.rawValue), nil, below.delta, below.stride, layer.inputs,
        layer.outputs, layer.stride)
    case .unitsInLanes:
      kernels.table.pointee.dots(
        layer.delta, layer.stride, layer.weights, layer.weightStride, below.delta, below.stride,
        count, layer.inputs, layer.stride)
    }
    if let mask = below.mask { kernels.table.pointee.multiply(below.delta, mask, below.size) }
    pull(below, count: count)
  }

  /// ∂L/∂W = aᵀ δ of one layer, from what is below it.
  func weightGradient(_ index: Int, count: Int) {
    let layer = layers[index]
    let below = index == 0 ? x : layers[index - 1].output
    let belowStride = index == 0 ? xStride : layers[index - 1].stride
    switch layout {
    case .samplesInLanes:
      kernels.table.pointee.dots(
        below, belowStride, layer.delta, layer.stride, layer.weightGradient, layer.weightStride,
        layer.inputs, layer.outputs, layer.stride)
    case .unitsInLanes:
      kernels.table.pointee.product(
        below, 1, belowStride, layer.delta, layer.stride, Int32(kernel_start_zero.rawValue), nil,
        layer.weightGradient, layer.weightStride, layer.inputs, count, layer.stride)
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
  private func pull(_ layer: FastLayer, count: Int) {
    switch (layer.activation, layout) {
    case (.elementwise(let code, let slope), _):
      kernels.table.pointee.pull(code, slope, layer.value, layer.delta, used(layer, count))
    case (.softmax, .samplesInLanes):
      kernels.table.pointee.softmax_pull_columns(
        layer.value, layer.delta, layer.stride, layer.outputs)
    case (.softmax, .unitsInLanes):
      kernels.table.pointee.softmax_pull_rows(
        layer.value, layer.delta, layer.stride, count, layer.outputs)
    }
  }
}
