import CKernels

extension FastNetwork {
  /// z, then a = f(z), of every layer from `first` on. The last keeps its z where the output is
  /// fused with the loss.
  func forward(from first: Int, count: Int) {
    for index in first..<layers.count {
      preactivate(index, count: count)
      activate(index, count: count)
    }
  }

  /// z = W a + b of one layer.
  func preactivate(_ index: Int, count: Int) {
    let layer = layers[index]
    let below = index == 0 ? x : layers[index - 1].output
    let belowStride = index == 0 ? xStride : layers[index - 1].stride
    switch layout {
    case .samplesInLanes:
      kernels.table.pointee.product(
        layer.weights, 1, layer.weightStride, below, belowStride,
        Int32(kernel_start_rows.rawValue), layer.bias, layer.value, layer.stride, layer.outputs,
        layer.inputs, layer.stride)
    case .unitsInLanes:
      kernels.table.pointee.product(
        below, belowStride, 1, layer.weights, layer.weightStride,
        Int32(kernel_start_columns.rawValue), layer.bias, layer.value, layer.stride, count,
        layer.inputs, layer.stride)
    }
  }

  /// a = f(z) in place, and what dropout leaves of it.
  func activate(_ index: Int, count: Int) {
    if index == layers.count - 1 && output.isFused { return }
    let layer = layers[index]
    switch (layer.activation, layout) {
    case (.elementwise(let code, let slope), _):
      kernels.table.pointee.activate(code, slope, layer.value, used(layer, count))
    case (.softmax, .samplesInLanes):
      kernels.table.pointee.softmax_columns(layer.value, layer.stride, layer.outputs)
    case (.softmax, .unitsInLanes):
      kernels.table.pointee.softmax_rows(layer.value, layer.stride, count, layer.outputs)
    }
    if let mask = layer.mask, let dropped = layer.dropped {
      dropped.copyMemory(from: layer.value, byteCount: layer.size * kernels.scalarSize)
      kernels.table.pointee.multiply(dropped, mask, layer.size)
    }
  }

  /// How many of a forward pass's samples were classified rightly.
  func hits(
    labels: UnsafePointer<Int32>, order: UnsafePointer<Int32>, count: Int
  ) -> Int {
    let layer = last
    switch layout {
    case .samplesInLanes:
      return kernels.table.pointee.hits_columns(
        layer.value, layer.stride, layer.outputs, hitThreshold, labels, order, count)
    case .unitsInLanes:
      return kernels.table.pointee.hits_rows(
        layer.value, layer.stride, layer.outputs, hitThreshold, labels, order, count)
    }
  }

  /// What a single output's value is above where it says yes: a > ½, told by z where a is not made.
  private var hitThreshold: Double {
    switch output {
    case .sigmoidCrossEntropy: 0
    case .softmaxCrossEntropy: -.infinity
    case .separate: 0.5
    }
  }

  /// The scalars of a layer's values that `count` samples fill.
  func used(_ layer: FastLayer, _ count: Int) -> Int {
    layout == .samplesInLanes ? layer.size : count * layer.stride
  }
}
