extension Network {
  /// The network as the bytes of a safetensors file: W1, b1, W2, … as `[inputs × outputs]` and
  /// `[outputs]`, activations and loss as metadata.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func safetensors() throws(SavedNetworkError) -> [UInt8] {
    var header = SafetensorsHeader()
    header.metadata = [
      SavedKeys.activations: layers.map { $0.activation.name }.joined(separator: ","),
      SavedKeys.slopes: layers.map { $0.activation.slope.map { "\($0)" } ?? "" }
        .joined(separator: ","),
      SavedKeys.loss: loss.name,
    ]
    var offset: UInt64 = 0
    for (name, parameter) in zip(parameterNames, parameters) {
      let end = offset + UInt64(parameter.values.count * MemoryLayout<Scalar>.size)
      header.tensors[name] = SafetensorsHeader.Tensor(
        dtype: Scalar.safetensorsType,
        shape: name.hasPrefix("b") ? [parameter.columns] : [parameter.rows, parameter.columns],
        dataOffsets: [offset, end])
      offset = end
    }
    var bytes = try header.encoded()
    bytes.reserveCapacity(bytes.count + Int(offset))
    for parameter in parameters {
      for value in parameter.values { value.appendLittleEndian(to: &bytes) }
    }
    return bytes
  }

  /// Reads a network written by `safetensors()`, in either precision.
  ///
  /// Nothing the file says is believed: lengths, offsets and shapes are checked against the bytes
  /// that are there before anything is allocated for them.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public init(safetensors bytes: [UInt8]) throws(SavedNetworkError) {
    let (header, start) = try SafetensorsHeader.read(bytes)
    let reader = TensorReader(header: header, bytes: bytes, start: start)
    let activations = try reader.activations()
    var parameters: [(weights: Matrix<Scalar>, bias: Matrix<Scalar>)] = []
    var next: UInt64 = 0
    for number in 1...activations.count {
      let weights: Matrix<Scalar> = try reader.tensor("W\(number)", rank: 2, at: &next)
      let bias: Matrix<Scalar> = try reader.tensor("b\(number)", rank: 1, at: &next)
      guard bias.columns == weights.columns else {
        throw .misshapen(
          tensor: "b\(number)",
          reason: "it has \(bias.columns) numbers, its layer \(weights.columns) units")
      }
      if let before = parameters.last?.weights, before.columns != weights.rows {
        throw .misshapen(
          tensor: "W\(number)",
          reason: "it takes \(weights.rows) inputs, the layer before has \(before.columns) units")
      }
      parameters.append((weights, bias))
    }
    guard next == UInt64(bytes.count - start) else {
      throw .gap(tensor: "b\(activations.count)")
    }
    guard header.tensors.count == 2 * activations.count else {
      throw .malformedHeader("it has tensors that belong to no layer")
    }
    self.init(
      unchecked: zip(parameters, activations).map {
        Layer(unchecked: $0.weights, bias: $0.bias, activation: $1)
      }, loss: try reader.loss())
  }
}

/// The metadata that tells a network from a heap of tensors.
enum SavedKeys {
  static let activations = "gradbook.activations"
  static let slopes = "gradbook.slopes"
  static let loss = "gradbook.loss"
}
