import CKernels

/// Plain descent, part by part, as soon as nothing needs any layer's old parameters.
extension FastNetwork {
  /// W −= η ∂L/∂W of a part, and b −= η ∂L/∂b.
  func descend(_ part: ParameterPart, rate: Double) {
    var settings = kernel_update()
    settings.rate = rate
    let offset = part.offset * kernels.scalarSize
    // The bias stands right behind the weights, in the gradients too.
    kernels.table.pointee.descend(parameters + offset, gradients + offset, settings, part.count)
  }

  func descendBias(_ index: Int, rate: Double) {
    let layer = layers[index]
    var settings = kernel_update()
    settings.rate = rate
    kernels.table.pointee.descend(layer.bias, layer.biasGradient, settings, layer.biasCount)
  }

  /// The step of a layer above the first by one sample: W −= η a δ, b −= η δ, no gradient written.
  func descendOne(_ index: Int, rate: Double) {
    let layer = layers[index]
    kernels.table.pointee.descend_one(
      layers[index - 1].output, layer.delta, layer.weights, layer.weightStride, layer.inputs,
      layer.stride, rate)
    var settings = kernel_update()
    settings.rate = rate
    kernels.table.pointee.descend(layer.bias, layer.delta, settings, layer.biasCount)
  }
}
