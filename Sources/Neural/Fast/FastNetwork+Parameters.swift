extension FastNetwork {
  /// Takes over a network's parameters. The first layer's weights are left alone if `skipsFirst`.
  func load<Scalar: Real>(_ network: Network<Scalar>, skipsFirstWeights: Bool = false) {
    precondition(MemoryLayout<Scalar>.size == kernels.scalarSize, "parameters of another precision")
    for (index, layer) in network.layers.enumerated() {
      let place = layers[index]
      copy(layer.bias, to: place.bias, stride: place.biasCount)
      if index == 0 && skipsFirstWeights { continue }
      copy(layer.weights, to: place.weights, stride: place.weightStride)
    }
  }

  /// A layer's weights, `[inputs × outputs]`.
  func weights<Scalar: Real>(ofLayer index: Int) -> Matrix<Scalar> {
    let layer = layers[index]
    return matrix(
      at: layer.weights, rows: layer.inputs, columns: layer.outputs, stride: layer.weightStride)
  }

  /// A layer's bias, `[1 × outputs]`.
  func bias<Scalar: Real>(ofLayer index: Int) -> Matrix<Scalar> {
    matrix(
      at: layers[index].bias, rows: 1, columns: layers[index].outputs,
      stride: layers[index].biasCount)
  }

  /// Lays a matrix out at a place in the arena.
  func copy<Scalar: Real>(
    _ matrix: Matrix<Scalar>, to place: UnsafeMutableRawPointer, stride: Int
  ) {
    // The arena's memory holds plain scalars; it was taken with room for `rows · stride` of them.
    let scalars = place.assumingMemoryBound(to: Scalar.self)
    matrix.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      for row in 0..<matrix.rows {
        (scalars + row * stride).update(from: start + row * matrix.columns, count: matrix.columns)
      }
    }
  }

  /// A matrix laid out at a place in memory.
  func matrix<Scalar: Real>(
    at place: UnsafeRawPointer, rows: Int, columns: Int, stride: Int
  ) -> Matrix<Scalar> {
    precondition(MemoryLayout<Scalar>.size == kernels.scalarSize, "parameters of another precision")
    let scalars = place.assumingMemoryBound(to: Scalar.self)
    var values: [Scalar] = []
    values.reserveCapacity(rows * columns)
    for row in 0..<rows {
      values.append(contentsOf: UnsafeBufferPointer(start: scalars + row * stride, count: columns))
    }
    return Matrix(rows: rows, columns: columns, values: values)
  }
}
