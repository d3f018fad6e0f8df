/// The features of a data set, one sample per row, from which batches are gathered.
///
/// Pictures stay the bytes they came as: 60,000 digits are 47 MB that way, 376 as `Double`.
public struct Samples: Sendable, Equatable {
  public enum Storage: Sendable, Equatable {
    case dense(Matrix<Double>)
    /// `values` row by row; a feature is `byte · scale`, or `byte / 255` where that is the scale.
    case bytes([UInt8], scale: Scale)
  }

  /// How a byte becomes a feature.
  public enum Scale: Sendable, Equatable {
    /// 0…1: a quotient by 255, which rounds otherwise than a product with 1/255.
    case unit
    /// 0…255, as it is.
    case raw

    @inlinable public func callAsFunction<Scalar: Real>(_ byte: UInt8) -> Scalar {
      switch self {
      case .unit: Scalar(byte) / 255
      case .raw: Scalar(byte)
      }
    }
  }

  public let storage: Storage
  /// The number of samples.
  public let count: Int
  /// The number of features of each.
  public let features: Int

  public init(_ matrix: Matrix<Double>) {
    storage = .dense(matrix)
    count = matrix.rows
    features = matrix.columns
  }

  /// Samples kept as bytes, row by row; there must be `count · features` of them.
  public init(bytes: [UInt8], count: Int, features: Int, scale: Scale = .unit) {
    precondition(bytes.count == count * features, "\(bytes.count) bytes, not \(count)·\(features)")
    storage = .bytes(bytes, scale: scale)
    self.count = count
    self.features = features
  }

  /// The samples at these indices as a batch, `[indices × features]`.
  public func batch<Scalar: Real>(
    _ indices: some Collection<Int>, as scalar: Scalar.Type = Scalar.self
  ) -> Matrix<Scalar> {
    gather(Array(indices))
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  private func gather<Scalar: Real>(_ indices: [Int]) -> Matrix<Scalar> {
    var values: [Scalar] = []
    values.reserveCapacity(indices.count * features)
    switch storage {
    case .dense(let matrix):
      for index in indices { values.append(contentsOf: matrix.row(index).lazy.map { Scalar($0) }) }
    case .bytes(let bytes, let scale):
      let table: [Scalar] = (0...255).map { scale($0) }
      for index in indices {
        let row = bytes[index * features..<(index + 1) * features]
        values.append(contentsOf: row.lazy.map { table[Int($0)] })
      }
    }
    return Matrix(rows: indices.count, columns: features, values: values)
  }

  /// All samples as one matrix.
  public func matrix<Scalar: Real>(as scalar: Scalar.Type = Scalar.self) -> Matrix<Scalar> {
    batch(0..<count)
  }

  /// The samples at these indices, in their order, stored as these are.
  public func selecting(_ indices: some Collection<Int>) -> Samples {
    switch storage {
    case .dense: return Samples(batch(indices, as: Double.self))
    case .bytes(let bytes, let scale):
      var chosen: [UInt8] = []
      chosen.reserveCapacity(indices.count * features)
      for index in indices {
        chosen.append(contentsOf: bytes[index * features..<(index + 1) * features])
      }
      return Samples(bytes: chosen, count: indices.count, features: features, scale: scale)
    }
  }
}
