/// A file that data was read from.
public struct DataFile: Sendable, Equatable {
  public let path: String
  public let byteCount: Int

  /// - Throws: if there is no such file.
  public init(path: String) throws(DatasetError) {
    let file = try InputFile(path: path)
    self.path = path
    byteCount = file.byteCount
  }

  /// The file's SHA-256 in hexadecimal, over its bytes as they lie on the disk.
  ///
  /// Computed when asked for: hashing MNIST takes as long as half an epoch of training on it.
  public func sha256() throws(DatasetError) -> String {
    try SHA256.hexDigest(ofFile: path)
  }
}
