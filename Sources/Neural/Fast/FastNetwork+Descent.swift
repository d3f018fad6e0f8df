import CKernels

/// Plain descent, layer by layer, as soon as nothing needs a layer's parameters any more.
extension FastNetwork {
  /// W −= η ∂L/∂W and b −= η ∂L/∂b of one layer.
  func descend(_ index: Int, rate: Double) {
    let layer = layers[index]
    var settings = kernel_update()
    settings.rate = rate
    // The bias stands right behind the weights, in the gradients too.
    kernels.table.pointee.descend(
      layer.weights, layer.weightGradient, settings, layer.weightCount + layer.biasCount)
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
