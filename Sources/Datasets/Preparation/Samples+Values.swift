import Neural

extension Samples {
  /// The samples of several parts, one after another, as real numbers.
  init(joining parts: [Samples]) {
    var values = [Double]()
    for part in parts { part.forEachValue { _, value in values.append(value) } }
    let features = parts.first?.features ?? 0
    let count = parts.reduce(0) { $0 + $1.count }
    self.init(Matrix(rows: count, columns: features, values: values))
  }

  /// Calls `body` with every value and the feature it is of, sample by sample.
  func forEachValue(_ body: (_ feature: Int, _ value: Double) -> Void) {
    switch storage {
    case .dense(let matrix):
      var feature = 0
      for value in matrix.values {
        body(feature, value)
        feature = feature + 1 == features ? 0 : feature + 1
      }
    case .bytes(let bytes, let scale):
      let table: [Double] = (0...255).map { scale($0) }
      var feature = 0
      for byte in bytes {
        body(feature, table[Int(byte)])
        feature = feature + 1 == features ? 0 : feature + 1
      }
    }
  }

  /// One sample as a picture.
  ///
  /// Bytes are shown as they are; real numbers from 0 (black) to 1 (white), or from the smallest to
  /// the largest of the sample if some lie outside.
  public func picture(_ index: Int, size: PictureSize) -> Picture {
    precondition(size.count == features, "a sample of \(features) values is no picture of \(size)")
    switch storage {
    case .bytes(let bytes, _):
      return Picture(size: size, pixels: Array(bytes[index * features..<(index + 1) * features]))
    case .dense(let matrix):
      let row = matrix.row(index)
      let low = min(0, row.min() ?? 0)
      let high = max(1, row.max() ?? 1)
      return Picture(
        size: size, pixels: row.map { UInt8((($0 - low) / (high - low) * 255).rounded()) })
    }
  }
}

extension Picture {
  /// This picture as a single sample of bytes, read as 0…1.
  public var samples: Samples {
    Samples(bytes: pixels, count: 1, features: pixels.count, scale: .unit)
  }
}
