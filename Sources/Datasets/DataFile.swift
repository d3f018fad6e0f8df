/// A file that data is read from: on the disk, or within the program.
public struct DataFile: Sendable, Equatable {
  /// Of one within the program its name alone.
  public let path: String
  /// As it lies there, packed or not.
  public let byteCount: Int
  /// What a file within the program holds; nil for one on the disk.
  private let contents: [UInt8]?

  /// - Throws: if there is no such file.
  public init(path: String) throws(DatasetError) {
    let file = try InputFile(path: path)
    self.path = path
    byteCount = file.byteCount
    contents = nil
  }

  /// A file that comes with the program.
  init(builtIn name: String, _ contents: [UInt8]) {
    path = name
    byteCount = contents.count
    self.contents = contents
  }

  /// Whether it comes with the program, so that it is there wherever the program is.
  public var isBuiltIn: Bool { contents != nil }

  /// All its bytes, unpacked if they are gzip.
  func readToEnd(limit: ReadLimit = .standard) throws(DatasetError) -> [UInt8] {
    guard let contents else { return try InputFile(path: path).readToEnd(limit: limit) }
    return try Inflation.isGzip(contents) ? Inflation.gunzip(contents) : contents
  }

  /// The file's SHA-256 in hexadecimal, over its bytes as they lie there.
  ///
  /// Computed when asked for: hashing MNIST takes as long as half an epoch of training on it.
  public func sha256() throws(DatasetError) -> String {
    if let contents { return SHA256.hexDigest(of: contents) }
    return try SHA256.hexDigest(ofFile: path)
  }
}
