/// NumPy's format for one array.
///
///     \x93NUMPY  major minor  header length (2 bytes, 4 from version 2 on, little-endian)
///     {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }
///     elements
///
/// Booleans, integers, real numbers and text of either byte order are read; objects (pickles) never.
/// Source: NumPy Enhancement Proposal 1.
public enum NPY {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  public static func read(
    path: String, limit: ReadLimit = .standard
  ) throws(DatasetError) -> NumericArray {
    let bytes = try InputFile(path: path).readToEnd(limit: limit)
    do throws(DatasetError) {
      return try parse(bytes, limit: limit)
    } catch {
      throw error.inFile(path)
    }
  }

  static func parse(_ bytes: [UInt8], limit: ReadLimit) throws(DatasetError) -> NumericArray {
    guard bytes.starts(with: magic), bytes.count >= 10 else {
      throw DatasetError(
        .malformed, "is not a NumPy array: it does not begin with \\x93NUMPY", at: .byte(0))
    }
    let major = bytes[6]
    guard (1...3).contains(major) else {
      throw DatasetError(
        .unsupported, "version \(major) of the format is not 1, 2 or 3", at: .byte(6))
    }
    let lengthSize = major == 1 ? 2 : 4
    let start = 8 + lengthSize
    guard bytes.count >= start else { throw cutOff("before its header ends") }
    let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - start else { throw cutOff("before its header ends") }
    let header = try NPYHeader(parsing: bytes[start..<start + length])
    let data = bytes[(start + length)...]
    guard let count = header.shape.volume,
      let size = [count, header.element.size].volume, size <= limit.bytes,
      let unpacked = [count, header.element.unpackedSize].volume, unpacked <= limit.bytes
    else {
      throw DatasetError(
        .tooLarge, "shape \(header.shape.words) takes more than the limit of \(limit.bytes) bytes",
        help: limit.help)
    }
    guard size == data.count else {
      throw DatasetError(
        .malformed, "shape \(header.shape.words) takes \(size) bytes, \(data.count) follow",
        at: .byte(start + length))
    }
    let elements = try header.element.decode(data, count: count)
    return NumericArray(
      shape: header.shape,
      elements: header.isColumnMajor ? elements.reordered(columnMajor: header.shape) : elements)
  }

  private static func cutOff(_ how: String) -> DatasetError {
    DatasetError(.malformed, "the array ends \(how)", at: .byte(8))
  }
}

extension NumericArray.Elements {
  /// The row-major order of elements that lie with the first axis fastest.
  fileprivate func reordered(columnMajor shape: [Int]) -> NumericArray.Elements {
    switch self {
    case .bytes(let values): .bytes(rowMajor(values, shape))
    case .integers(let values): .integers(rowMajor(values, shape))
    case .reals(let values): .reals(rowMajor(values, shape))
    case .text(let values): .text(rowMajor(values, shape))
    }
  }
}

private func rowMajor<Element>(_ values: [Element], _ shape: [Int]) -> [Element] {
  let strides = shape.indices.map { axis in shape[..<axis].reduce(1, *) }
  var index = [Int](repeating: 0, count: shape.count)
  return values.indices.map { _ in
    let value = values[zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }]
    for axis in shape.indices.reversed() {
      index[axis] += 1
      if index[axis] < shape[axis] { break }
      index[axis] = 0
    }
    return value
  }
}
