extension FastEngine {
  /// Draws dropout's factors for every hidden layer, sample by sample as `Regularization.masks`
  /// does, so that both paths drop the same units.
  func drawMasks(count: Int, using generator: inout MersenneTwister) {
    guard regularization.dropout > 0 else { return }
    if net.kernels.scalarSize == MemoryLayout<Float>.size {
      drawMasks(count: count, using: &generator, as: Float.self)
    } else {
      drawMasks(count: count, using: &generator, as: Double.self)
    }
  }

  private func drawMasks<Scalar: Real>(
    count: Int, using generator: inout MersenneTwister, as scalar: Scalar.Type
  ) {
    let keep = 1 - regularization.dropout
    let kept = Scalar(1 / keep)
    let inLanes = net.layout == .samplesInLanes
    for layer in net.layers {
      guard let mask = layer.mask?.assumingMemoryBound(to: Scalar.self) else { continue }
      let (sampleStep, unitStep) = inLanes ? (1, layer.stride) : (layer.stride, 1)
      for sample in 0..<count {
        for unit in 0..<layer.outputs {
          mask[sample * sampleStep + unit * unitStep] = generator.uniform() < keep ? kept : 0
        }
      }
    }
  }
}
