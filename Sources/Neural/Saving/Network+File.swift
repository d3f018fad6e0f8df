import Glibc

extension Network {
  /// Writes the network as a safetensors file: beside its place, then renamed into it, so that
  /// whoever reads it finds the old one or the new one, whole.
  public func save(to path: String) throws(SavedNetworkError) {
    let bytes = try safetensors()
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .system(path) }
    var isComplete = false
    defer { if !isComplete { unlink(template) } }
    // `mkstemp` makes a file for its owner alone; a saved network is as readable as any other.
    let isWritten =
      fchmod(descriptor, 0o644) == 0 && Self.write(bytes, to: descriptor)
      && fsync(descriptor) == 0
    let writeError = errno
    guard close(descriptor) == 0, isWritten else { throw .system(path, code: writeError) }
    guard rename(template, path) == 0 else { throw .system(path) }
    isComplete = true
  }

  /// Reads a network from a safetensors file.
  ///
  /// - Parameter limit: the largest file read, in bytes.
  public static func load(
    from path: String, limit: Int = Architecture.defaultByteLimit
  ) throws(SavedNetworkError) -> Network {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .file(path: path, reason: "not a regular file")
    }
    guard status.st_size <= limit else {
      throw .tooLarge(bytes: UInt64(status.st_size), limit: limit)
    }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let got = read(descriptor, base + count, buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { return }
        count += got
      }
    }
    guard failure == 0 else { throw .system(path, code: failure) }
    return try Network(safetensors: bytes)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let put = Glibc.write(descriptor, base + done, buffer.count - done)
        if put < 0 && errno == EINTR { continue }
        guard put > 0 else { return false }
        done += put
      }
      return true
    }
  }
}

extension SavedNetworkError {
  fileprivate static func system(_ path: String, code: Int32 = errno) -> SavedNetworkError {
    .file(path: path, reason: String(cString: strerror(code)))
  }
}
