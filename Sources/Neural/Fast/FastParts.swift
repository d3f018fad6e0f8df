/// Some of a batch's samples: what a thread takes through the network at a time.
struct SamplePart {
  /// The first sample's place in the batch, and its lane.
  let first: Int
  /// How many there are; fewer than lanes, or none, at the end of a batch.
  let count: Int
  /// Lanes, whole vectors of them, where a sample is a lane.
  let lanes: Int
}

/// Some rows of one layer's weights: what a thread moves at a time.
///
/// Every number of a gradient is a sum over the batch that one thread adds up in one order, so
/// nothing depends on how many threads there are.
struct ParameterPart {
  let layer: Int
  /// The rows: inputs of the layer from `first` up to `end`.
  let first: Int
  let end: Int
  /// With the last rows goes the bias, which stands behind them.
  let hasBias: Bool
  /// Where its parameters begin, and how many there are, padding included.
  let offset: Int
  let count: Int
}

extension FastNetwork {
  /// Samples of a part: few enough for what they leave behind to stay in the second cache.
  private static let samplesOfPart = 128
  /// Far more than there are threads.
  private static let mostParts = 4096
  /// Parts of all parameters together, about: enough to even out their differences.
  private static let parameterParts = 8

  /// How many parts a batch is cut into, where its steps are shared: at least two, if there are
  /// two vectors of samples.
  static func sampleParts(lanes: Int, ofVector: Int) -> Int {
    let wanted = max(2, (lanes + samplesOfPart - 1) / samplesOfPart)
    return min(wanted, lanes / ofVector, mostParts)
  }

  /// Part `index` of a batch of `count` samples.
  func samplePart(_ index: Int, of count: Int) -> SamplePart {
    guard layout == .samplesInLanes else { return SamplePart(first: 0, count: count, lanes: 0) }
    let vectors = last.stride / kernels.lanes
    let first = vectors * index / partCount * kernels.lanes
    let end = vectors * (index + 1) / partCount * kernels.lanes
    return SamplePart(
      first: first, count: min(max(count - first, 0), end - first), lanes: end - first)
  }

  /// The parts of all parameters, the last layer's first: whole layers, or, where steps are shared,
  /// rows of about equal work.
  static func parameterParts(
    of layers: UnsafeMutableBufferPointer<FastLayer>, isShared: Bool, lanes: Int, in arena: Arena
  ) -> UnsafeBufferPointer<ParameterPart> {
    let whole = layers.reduce(0) { $0 + $1.weightCount }
    var parts: [ParameterPart] = []
    var end = layers.reduce(0) { $0 + $1.weightCount + $1.biasCount }
    for (index, layer) in layers.enumerated().reversed() {
      let start = end - layer.weightCount - layer.biasCount
      let wanted = isShared ? max(1, layer.weightCount * parameterParts / whole) : 1
      // Whole vectors of rows, so that each part's parameters start on a vector's alignment.
      let rows = ((layer.inputs + wanted - 1) / wanted + lanes - 1) / lanes * lanes
      for first in stride(from: 0, to: layer.inputs, by: rows) {
        let isLast = first + rows >= layer.inputs
        let offset = start + first * layer.weightStride
        parts.append(
          ParameterPart(
            layer: index, first: first, end: min(first + rows, layer.inputs), hasBias: isLast,
            offset: offset, count: isLast ? end - offset : rows * layer.weightStride))
      }
      end = start
    }
    let kept = UnsafeMutableBufferPointer(
      start: arena.values(parts.count, of: ParameterPart.self), count: parts.count)
    _ = kept.initialize(from: parts)
    return UnsafeBufferPointer(kept)
  }
}
