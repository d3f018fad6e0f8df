/// The IDX format of the MNIST files: unsigned bytes behind a big-endian header.
///
///     0   0x00 0x00      always zero
///     2   0x08           the element's type: unsigned byte
///     3   rank           the number of axes: 0x03 for images (2051), 0x01 for labels (2049)
///     4   extents        one 32-bit integer for each axis
///     …   elements       row-major
///
/// Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits".
public enum IDX {
  private static let unsignedByte: UInt8 = 0x08
  private static let largestRank = 8

  /// Reads a file, plain or gzip.
  ///
  /// - Throws: if the header is not one, or if it promises more or less than the file holds. No memory
  ///   is taken for elements before the header is found to be possible.
  public static func read(
    path: String, limit: ReadLimit = .standard
  ) throws(DatasetError) -> NumericArray {
    let file = try InputFile(path: path)
    let shape = try header(of: file)
    let headerLength = 4 + 4 * shape.count
    guard let count = shape.volume, count <= limit.bytes else {
      throw DatasetError(
        .tooLarge,
        "the header promises \(shape.words) bytes, more than the limit of \(limit.bytes)",
        file: path, at: .byte(4))
    }
    guard count <= file.mostBytes - (file.isCompressed ? 0 : headerLength) else {
      throw mismatch(shape, "the file is only \(file.byteCount) bytes long", path)
    }
    let elements = try file.read(count)
    guard elements.count == count else {
      throw mismatch(shape, "only \(elements.count) follow", path)
    }
    guard try file.read(1).isEmpty else { throw mismatch(shape, "more follow", path) }
    return NumericArray(shape: shape, elements: .bytes(elements))
  }

  private static func header(of file: borrowing InputFile) throws(DatasetError) -> [Int] {
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
    guard magic[2] == unsignedByte else {
      throw DatasetError(
        .unsupported, "element type \(magic[2]) is not 8, unsigned bytes", file: file.path,
        at: .byte(2))
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
    return (0..<rank).map { axis in
      extents[4 * axis..<4 * axis + 4].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  private static func mismatch(_ shape: [Int], _ found: String, _ path: String) -> DatasetError {
    DatasetError(
      .malformed, "the header promises \(shape.words) bytes, \(found)", file: path, at: .byte(4),
      help: ["the file is cut off or its header is damaged; download or copy it again"])
  }
}

extension [Int] {
  /// `60000 × 28 × 28`.
  var words: String { map(String.init).joined(separator: " × ") }
}
