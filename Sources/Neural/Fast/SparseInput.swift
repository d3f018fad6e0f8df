import CKernels

/// The first layer's products with samples listed by what is not zero.
///
/// Forward, a sample's z is a sum of weight rows. Backward, each part of a larger batch is listed by
/// feature instead, so that a weight row is read and written once a part and sums stay in registers.
struct SparseInput {
  private let samples: kernel_sparse
  /// One for each part of a batch, if batches are listed by feature.
  private let lists: UnsafeMutableBufferPointer<kernel_features>
  /// z, then δ, with a sample in a row; the layer's own buffers where they are laid out so.
  private let rows: UnsafeMutableRawPointer?
  private let rowStride: Int

  /// Up to this many samples move the weights one after the other; in a larger batch features come
  /// up again so often that listing it by feature pays.
  private static let mostByItself = 32

  /// - Parameter isFused: weights are moved without their gradient being written out.
  init<Scalar: Real>(
    _ samples: SparseSamples, features: Int, for net: FastNetwork, isFused: Bool,
    as scalar: Scalar.Type, in arena: Arena
  ) {
    let table = arena.scalars(256)
    let scalars = table.bindMemory(to: Scalar.self, capacity: 256)
    for (code, value) in samples.values.enumerated() { scalars[code] = Scalar(value) }
    self.samples = kernel_sparse(
      start: samples.start, index: samples.index, code: samples.code, table: table)
    let isListed = !isFused || net.isShared || net.capacity > Self.mostByItself
    lists = UnsafeMutableBufferPointer(
      start: arena.values(net.partCount), count: isListed ? net.partCount : 0)
    for index in lists.indices {
      let size = net.samplePart(index, of: net.capacity).count
      lists[index] = kernel_features(
        start: arena.values(features + 1),
        entry: arena.values(samples.mostEntries(inBatchOf: size)), count: features)
    }
    rowStride = net.kernels.padded(net.layers[0].outputs)
    rows = net.layout == .samplesInLanes ? arena.scalars(rowStride * net.capacity) : nil
  }

  /// z of the first layer; `following` more samples of the order may be read ahead of.
  func preactivate(
    _ net: FastNetwork, _ order: UnsafePointer<Int32>, _ part: SamplePart, following: Int
  ) {
    let layer = net.layers[0]
    let z = inRows(part, layer.value, net)
    let kernels = net.kernels.table
    kernels.pointee.sparse_product(
      samples, order + part.first, part.count, following, layer.weights, layer.weightStride,
      layer.bias, z, rowStride, rowStride)
    guard rows != nil else { return }
    kernels.pointee.transpose(
      z, rowStride, net.part(part, of: layer.value), layer.stride, part.count, layer.outputs)
  }

  /// Lays a part's δ out for what moves the weights, once it is known.
  func prepareGradient(
    _ net: FastNetwork, _ order: UnsafePointer<Int32>, _ part: SamplePart, at index: Int
  ) {
    let layer = net.layers[0]
    let kernels = net.kernels.table
    if rows != nil {
      kernels.pointee.transpose(
        net.part(part, of: layer.delta), layer.stride, inRows(part, layer.delta, net), rowStride,
        layer.outputs, part.count)
    }
    guard !lists.isEmpty else { return }
    kernels.pointee.sparse_features(samples, order + part.first, part.count, lists[index])
  }

  /// ∂L/∂W of some features.
  func weightGradient(_ net: FastNetwork, _ part: ParameterPart, count: Int) {
    let stride = net.layers[0].weightStride
    let size = net.kernels.scalarSize
    let gradient = net.gradients + part.offset * size
    // What descends from zero at the rate −1 is the sum itself.
    gradient.initializeMemory(
      as: UInt8.self, repeating: 0, count: (part.end - part.first) * stride * size)
    addLists(to: gradient, net, part, count: count, rate: -1)
  }

  /// Plain descent on the weights of some features, without their gradient being written out.
  func descend(
    _ net: FastNetwork, _ order: UnsafePointer<Int32>, _ part: ParameterPart, count: Int,
    rate: Double
  ) {
    let layer = net.layers[0]
    guard lists.isEmpty else {
      let weights = net.parameters + part.offset * net.kernels.scalarSize
      return addLists(to: weights, net, part, count: count, rate: rate)
    }
    let delta = rows ?? layer.delta
    for place in 0..<count {
      net.kernels.table.pointee.sparse_descend_one(
        samples, order[place], delta + place * rowStride * net.kernels.scalarSize, layer.weights,
        layer.weightStride, rowStride, rate)
    }
  }

  /// Takes `rate` times the listed samples' gradient from weights, or what is laid out as they are.
  private func addLists(
    to place: UnsafeMutableRawPointer, _ net: FastNetwork, _ part: ParameterPart, count: Int,
    rate: Double
  ) {
    let layer = net.layers[0]
    for (index, list) in lists.enumerated() {
      let features = kernel_features(
        start: list.start + part.first, entry: list.entry, count: part.end - part.first)
      let delta = inRows(net.samplePart(index, of: count), layer.delta, net)
      net.kernels.table.pointee.sparse_descend(
        features, samples.table, delta, rowStride, place, layer.weightStride, rowStride, rate)
    }
  }

  /// A part's z or δ with a sample in a row; `buffer` is where the layer has it.
  private func inRows(
    _ part: SamplePart, _ buffer: UnsafeMutableRawPointer, _ net: FastNetwork
  ) -> UnsafeMutableRawPointer {
    (rows ?? buffer) + part.first * rowStride * net.kernels.scalarSize
  }
}
