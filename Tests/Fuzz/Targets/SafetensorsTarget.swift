import Neural

extension FuzzTarget {
  /// A saved network, in either precision.
  static let safetensors = FuzzTarget("safetensors") {
    let header =
      #"{"__metadata__":{"gradbook.activations":"sigmoid","gradbook.slopes":"","gradbook.loss":"quadratic"},"#
      + #""W1":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"#
      + #""b1":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init)
    return [length + Array(header.utf8) + [0, 0, 128, 63, 0, 0, 0, 64]]
  } run: { bytes in
    _ = try? Network<Double>(safetensors: bytes)
    _ = try? Network<Float>(safetensors: bytes)
  }
}
