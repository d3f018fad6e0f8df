import Glibc

/// What the pieces of an answer are written to.
final class Reception {
  private let partial: PartialFile
  private let limit: Int
  private let progress: (Int) -> Void
  private var hasBegun = false
  private(set) var isTooLong = false
  /// The `errno` of a refused write.
  private(set) var diskError: Int32 = 0

  init(_ partial: PartialFile, limit: Int, _ progress: @escaping (Int) -> Void) {
    self.partial = partial
    self.limit = limit
    self.progress = progress
  }

  /// Writes a piece. Returns false to stop the transfer.
  fileprivate func take(_ bytes: UnsafeRawBufferPointer, status: Int) -> Bool {
    // The page that comes with a 404 is not the file.
    guard status == 200 || status == 206 else { return true }
    if !hasBegun {
      hasBegun = true
      // A 200 is the whole file from its beginning, whatever was asked for.
      if status == 200, (try? partial.empty()) == nil {
        diskError = errno
        return false
      }
    }
    guard partial.byteCount + bytes.count <= limit else {
      isTooLong = true
      return false
    }
    guard partial.append(bytes) else {
      diskError = errno
      return false
    }
    progress(partial.byteCount)
    return true
  }
}

/// libcurl's receiver; `context` is the `Reception` that its caller keeps alive.
func receivePiece(
  context: UnsafeMutableRawPointer?, status: Int, bytes: UnsafeRawPointer?, count: Int
) -> Int32 {
  guard let context else { return 0 }
  let reception = Unmanaged<Reception>.fromOpaque(context).takeUnretainedValue()
  return reception.take(UnsafeRawBufferPointer(start: bytes, count: count), status: status) ? 1 : 0
}
