/// Reads tensors and metadata out of a safetensors file, trusting neither.
struct TensorReader {
  let header: SafetensorsHeader
  let bytes: [UInt8]
  /// Where the tensors' bytes begin.
  let start: Int

  func activations() throws(SavedNetworkError) -> [Activation] {
    let names = try metadata(SavedKeys.activations).split(
      separator: ",", omittingEmptySubsequences: false)
    let slopes = try metadata(SavedKeys.slopes).split(
      separator: ",", omittingEmptySubsequences: false)
    guard names.count == slopes.count else {
      throw .malformedHeader("\(names.count) activations with \(slopes.count) slopes")
    }
    var result: [Activation] = []
    for (name, slope) in zip(names, slopes) {
      guard let activation = Activation.all.first(where: { $0.name == name }) else {
        throw .unknown(String(name), kind: "activation")
      }
      if activation.slope == nil {
        result.append(activation)
      } else if let slope = Double(slope), slope.isFinite {
        result.append(.leakyReLU(slope: slope))
      } else {
        throw .malformedHeader("'\(slope)' is no slope")
      }
    }
    return result
  }

  func loss() throws(SavedNetworkError) -> Loss {
    let name = try metadata(SavedKeys.loss)
    guard let loss = Loss.all.first(where: { $0.name == name }) else {
      throw .unknown(name, kind: "loss")
    }
    return loss
  }

  private func metadata(_ key: String) throws(SavedNetworkError) -> String {
    guard let value = header.metadata[key] else { throw .missing(key) }
    return value
  }

  /// The tensor of this name, whose bytes must begin at `next`; moves `next` behind them.
  ///
  /// - Parameter rank: 2 for a matrix, 1 for a row.
  func tensor<Scalar: Real>(
    _ name: String, rank: Int, at next: inout UInt64
  ) throws(SavedNetworkError) -> Matrix<Scalar> {
    guard let tensor = header.tensors[name] else { throw .missing(name) }
    guard tensor.shape.count == rank, tensor.shape.allSatisfy({ $0 > 0 }) else {
      throw .misshapen(tensor: name, reason: "\(tensor.shape) is no shape for it")
    }
    guard tensor.dataOffsets.count == 2, tensor.dataOffsets[0] <= tensor.dataOffsets[1] else {
      throw .malformedHeader("'\(name)' has no first and last byte")
    }
    let (first, end) = (tensor.dataOffsets[0], tensor.dataOffsets[1])
    let available = UInt64(bytes.count - start)
    guard end <= available else { throw .truncated(needed: end, found: available) }
    guard first == next else { throw .gap(tensor: name) }
    let width: Int
    switch tensor.dtype {
    case Float.safetensorsType: width = 4
    case Double.safetensorsType: width = 8
    default: throw .unsupportedType(tensor: name, type: tensor.dtype)
    }
    var count = width
    for size in tensor.shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, UInt64(product) <= end - first else {
        throw .misshapen(tensor: name, reason: "\(tensor.shape) needs more bytes than it has")
      }
      count = product
    }
    guard UInt64(count) == end - first else {
      throw .misshapen(
        tensor: name, reason: "\(tensor.shape) needs \(count) bytes, it has \(end - first)")
    }
    next = end
    let place = start + Int(first)
    let values: [Scalar] = (0..<count / width).map { index in
      width == 4
        ? Scalar(Float(littleEndian: bytes, at: place + 4 * index))
        : Scalar(Double(littleEndian: bytes, at: place + 8 * index))
    }
    return rank == 1
      ? Matrix(row: values)
      : Matrix(rows: tensor.shape[0], columns: tensor.shape[1], values: values)
  }
}

extension Real {
  /// The format's name for this precision.
  static var safetensorsType: String { MemoryLayout<Self>.size == 4 ? "F32" : "F64" }

  func appendLittleEndian(to bytes: inout [UInt8]) {
    if MemoryLayout<Self>.size == 4 {
      let pattern = Float(self).bitPattern
      for index in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: pattern >> (8 * index))) }
    } else {
      let pattern = Double(self).bitPattern
      for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: pattern >> (8 * index))) }
    }
  }
}

extension Float {
  fileprivate init(littleEndian bytes: [UInt8], at place: Int) {
    self.init(
      bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << (8 * $1) })
  }
}

extension Double {
  fileprivate init(littleEndian bytes: [UInt8], at place: Int) {
    self.init(
      bitPattern: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << (8 * $1) })
  }
}
