import Files
import Glibc

extension Network {
  /// Writes the network as a safetensors file: beside its place, then renamed into it, so that
  /// whoever reads it finds the old one or the new one, whole.
  ///
  /// - Throws: also where something else than a saved network stands there.
  public func save(to path: String) throws(SavedNetworkError) {
    guard try Self.isFree(path) else {
      throw .file(path: path, reason: "it is no saved network, and is left as it is")
    }
    let bytes = try safetensors()
    do throws(FileError) {
      try WholeFile.write(bytes, to: path, isSynced: true)
    } catch {
      throw .system(path, error)
    }
  }

  /// Reads a network from a safetensors file.
  ///
  /// - Parameter limit: the largest file read, in bytes.
  public static func load(
    from path: String, limit: Int = Architecture.defaultByteLimit
  ) throws(SavedNetworkError) -> Network {
    try Network(
      safetensors: read(path) { size throws(SavedNetworkError) in
        guard size <= limit else { throw .tooLarge(bytes: UInt64(size), limit: limit) }
        return size
      })
  }

  /// Whether nothing stands at a path but, at most, a network that was saved.
  private static func isFree(_ path: String) throws(SavedNetworkError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    guard status.st_mode & S_IFMT == S_IFREG else { return false }
    let start = try read(path) { min($0, 8 + SafetensorsHeader.longest) }
    let header = try? SafetensorsHeader.read(start).header
    return header?.metadata[SavedKeys.activations] != nil
  }

  /// The first bytes of a file.
  ///
  /// - Parameter count: how many are read of a file of this size.
  private static func read(
    _ path: String, count: (Int) throws(SavedNetworkError) -> Int
  ) throws(SavedNetworkError) -> [UInt8] {
    // A pipe that nobody writes to would keep whoever opens it waiting.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .file(path: path, reason: "not a regular file")
    }
    let wanted = try count(Int(status.st_size))
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + count, buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { return }
        count += got
      }
    }
    guard failure == 0 else { throw .system(path, FileError(failure)) }
    return bytes
  }
}

extension SavedNetworkError {
  fileprivate static func system(
    _ path: String, _ error: FileError = FileError()
  ) -> SavedNetworkError {
    .file(
      path: path,
      reason: ([error.description] + [error.help].compactMap(\.self))
        .joined(separator: "; "))
  }
}
