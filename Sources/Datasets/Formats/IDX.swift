/// The IDX format of the MNIST files: numbers behind a big-endian header.
///
///     0   0x00 0x00      always zero
///     2   0x08           the element's type: 0x08 unsigned byte, 0x09 signed byte, 0x0b 16-bit
///                        integer, 0x0c 32-bit integer, 0x0d float, 0x0e double
///     3   rank           the number of axes: 0x03 for images (2051), 0x01 for labels (2049)
///     4   extents        one 32-bit integer for each axis
///     …   elements       row-major
///
/// Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits".
public enum IDX {
  /// The types of elements, in NumPy's words.
  private static let elements: [UInt8: String] = [
    0x08: ">u1", 0x09: ">i1", 0x0b: ">i2", 0x0c: ">i4", 0x0d: ">f4", 0x0e: ">f8",
  ]
  /// How files of this format may begin.
  static let signatures = elements.keys.sorted().map { [0, 0, $0] }

  private static let largestRank = 8

  /// Reads a file, plain or gzip.
  ///
  /// - Throws: if the header is not one, or if it promises more or less than the file holds. No memory
  ///   is taken for elements before the header is found to be possible.
  public static func read(
    path: String, limit: ReadLimit = .standard
  ) throws(DatasetError) -> NumericArray {
    let file = try InputFile(path: path)
    let (element, shape) = try header(of: file)
    let headerLength = 4 + 4 * shape.count
    guard let count = shape.volume, let size = [count, element.size].volume,
      let unpacked = [count, element.unpackedSize].volume, max(size, unpacked) <= limit.bytes
    else {
      throw DatasetError(
        .tooLarge,
        "the header promises \(shape.words) elements, which take more than the limit of "
          + "\(limit.bytes) bytes",
        file: path, at: .byte(4), help: limit.help)
    }
    guard size <= file.mostBytes - (file.isCompressed ? 0 : headerLength) else {
      throw mismatch(shape, element, "the file is only \(file.byteCount) bytes long", path)
    }
    let bytes = try file.read(size)
    guard bytes.count == size else {
      throw mismatch(shape, element, "only \(bytes.count) follow", path)
    }
    guard try file.read(1).isEmpty else { throw mismatch(shape, element, "more follow", path) }
    return NumericArray(shape: shape, elements: try element.decode(bytes[...], count: count))
  }

  private static func header(
    of file: borrowing InputFile
  ) throws(DatasetError) -> (element: NPYElement, shape: [Int]) {
    let magic = try file.read(4)
    guard magic.count == 4 else {
      throw DatasetError(
        .malformed, "\(magic.count) bytes are too few for an IDX header", file: file.path)
    }
    guard magic[0] == 0, magic[1] == 0 else {
      throw DatasetError(
        .malformed,
        "is not an IDX file: it begins with \(magic[0]) \(magic[1]) instead of 0 0",
        file: file.path, at: .byte(0), help: ["an IDX file may be plain or gzip, nothing else"])
    }
    guard let element = elements[magic[2]].flatMap(NPYElement.init) else {
      throw DatasetError(
        .malformed,
        "element type \(magic[2]) is none of 8, 9, 11, 12, 13 and 14", file: file.path,
        at: .byte(2), help: ["the header is damaged; download or copy the file again"])
    }
    let rank = Int(magic[3])
    guard rank >= 1, rank <= largestRank else {
      throw DatasetError(
        .malformed, "\(rank) axes, expected 1 to \(largestRank)", file: file.path, at: .byte(3))
    }
    let extents = try file.read(4 * rank)
    guard extents.count == 4 * rank else {
      throw DatasetError(
        .malformed, "the header ends before its \(rank) extents", file: file.path, at: .byte(4))
    }
    let shape = (0..<rank).map { axis in
      extents[4 * axis..<4 * axis + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return (element, shape)
  }

  private static func mismatch(
    _ shape: [Int], _ element: NPYElement, _ found: String, _ path: String
  ) -> DatasetError {
    let size = element.size == 1 ? "bytes" : "elements of \(element.size) bytes"
    return DatasetError(
      .malformed, "the header promises \(shape.words) \(size), \(found)", file: path, at: .byte(4),
      help: ["the file is cut off or its header is damaged; download or copy it again"])
  }
}

extension [Int] {
  /// `60000 × 28 × 28`.
  var words: String { map(String.init).joined(separator: " × ") }
}
