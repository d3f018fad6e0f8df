import CKernels

extension FastNetwork {
  /// z, then a = f(z), of every layer from `first` on. The last keeps its z where the output is
  /// fused with the loss.
  func forward(from first: Int, _ part: SamplePart) {
    for index in first..<layers.count {
      preactivate(index, part)
      activate(index, part)
    }
  }

  /// z = W a + b of one layer.
  func preactivate(_ index: Int, _ part: SamplePart) {
    let layer = layers[index]
    let below = self.part(part, of: index == 0 ? x : layers[index - 1].output)
    let belowStride = index == 0 ? xStride : layers[index - 1].stride
    let value = self.part(part, of: layer.value)
    switch layout {
    case .samplesInLanes:
      kernels.table.pointee.product(
        layer.weights, 1, layer.weightStride, below, belowStride,
        Int32(kernel_start_rows.rawValue), layer.bias, value, layer.stride, layer.outputs,
        layer.inputs, part.lanes)
    case .unitsInLanes:
      kernels.table.pointee.product(
        below, belowStride, 1, layer.weights, layer.weightStride,
        Int32(kernel_start_columns.rawValue), layer.bias, value, layer.stride, part.count,
        layer.inputs, layer.stride)
    }
  }

  /// a = f(z) in place, and what dropout leaves of it.
  func activate(_ index: Int, _ part: SamplePart) {
    if index == layers.count - 1 && output.isFused { return }
    let layer = layers[index]
    let value = self.part(part, of: layer.value)
    let (rows, width) = extent(of: layer, part)
    switch (layer.activation, layout) {
    case (.elementwise(let code, let slope), _):
      kernels.table.pointee.activate(code, slope, value, layer.stride, rows, width)
    case (.softmax, .samplesInLanes):
      kernels.table.pointee.softmax_columns(value, layer.stride, layer.outputs, part.lanes)
    case (.softmax, .unitsInLanes):
      kernels.table.pointee.softmax_rows(value, layer.stride, part.count, layer.outputs)
    }
    if let mask = layer.mask, let dropped = layer.dropped {
      kernels.table.pointee.multiply(
        value, self.part(part, of: mask), self.part(part, of: dropped), layer.stride, rows, width)
    }
  }

  /// How many of a forward pass's samples were classified rightly; 0 where there are no classes.
  func hits(
    labels: UnsafePointer<Int32>?, order: UnsafePointer<Int32>, _ part: SamplePart
  ) -> Int {
    guard let labels else { return 0 }
    let layer = last
    let value = self.part(part, of: layer.value)
    let order = order + part.first
    switch layout {
    case .samplesInLanes:
      return kernels.table.pointee.hits_columns(
        value, layer.stride, layer.outputs, hitThreshold, labels, order, part.count)
    case .unitsInLanes:
      return kernels.table.pointee.hits_rows(
        value, layer.stride, layer.outputs, hitThreshold, labels, order, part.count)
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

  /// Where a part's numbers begin in a buffer of the batch's.
  func part(_ part: SamplePart, of buffer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    buffer + part.first * kernels.scalarSize
  }

  /// A part's rows in a layer's buffers, and how much of each.
  func extent(of layer: FastLayer, _ part: SamplePart) -> (rows: Int, width: Int) {
    layout == .samplesInLanes ? (layer.outputs, part.lanes) : (part.count, layer.stride)
  }

  /// The scalars of a layer's values that `count` samples fill.
  func used(_ layer: FastLayer, _ count: Int) -> Int {
    layout == .samplesInLanes ? layer.size : count * layer.stride
  }
}
