import Neural

/// Collects features as bytes for as long as each is a whole number from 0 to 255.
struct NumberStore {
  private var bytes = [UInt8]()
  private var reals: [Double]?

  var byteCount: Int { reals.map { 8 * $0.count } ?? bytes.count }

  mutating func append(_ number: Double) {
    if reals != nil {
      reals?.append(number)
    } else if let byte = UInt8(exactly: number) {
      bytes.append(byte)
    } else {
      reals = bytes.map(Double.init) + [number]
      bytes = []
    }
  }

  func samples(count: Int, features: Int) -> Samples {
    if let reals {
      Samples(Matrix(rows: count, columns: features, values: reals))
    } else {
      Samples(bytes: bytes, count: count, features: features, scale: .raw)
    }
  }
}
