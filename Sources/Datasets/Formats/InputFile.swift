import CZlib
import Files
import Glibc

/// A file that is read from its beginning to its end, unpacked on the way if it is gzip.
///
/// Whether it is gzip is told from its first bytes, not from its name: browsers unpack downloads
/// without renaming them.
struct InputFile: ~Copyable {
  let path: String
  /// As it lies on the disk, packed or not.
  let byteCount: Int
  let isCompressed: Bool
  private let file: gzFile

  /// The bytes that deflate can make of one at most (zlib's technical notes, "Maximum Compression
  /// Factor").
  private static let largestRatio = 1032

  init(path: String) throws(DatasetError) {
    let (descriptor, byteCount) = try Self.open(path)
    guard let file = gzdopen(descriptor, "rb") else {
      close(descriptor)
      throw DatasetError(.tooLarge, "no memory for unpacking", file: path)
    }
    gzbuffer(file, 1 << 17)
    self.path = path
    self.byteCount = byteCount
    self.file = file
    isCompressed = gzdirect(file) == 0
  }

  /// Opens a regular file; a pipe that nobody writes to would keep the program waiting.
  static func open(_ path: String) throws(DatasetError) -> (descriptor: Int32, byteCount: Int) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let error = FileError()
      throw DatasetError(
        error.isMissing ? .missing : .unreadable, "cannot be opened: \(error)", file: path,
        help: [error.help].compactMap(\.self))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw DatasetError(.unreadable, "is not a regular file", file: path)
    }
    return (descriptor, Int(status.st_size))
  }

  deinit { gzclose_r(file) }

  /// The most bytes that this file can hold, unpacked.
  var mostBytes: Int {
    isCompressed
      ? byteCount.multipliedReportingOverflow(by: Self.largestRatio).partialValue
      : byteCount
  }

  /// The next `count` bytes, fewer only where the file ends.
  func read(_ count: Int) throws(DatasetError) -> [UInt8] {
    var failure: DatasetError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(DatasetError) { filled = try fill(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// All that is left, if it is not more than `limit`.
  func readToEnd(limit: ReadLimit = .standard) throws(DatasetError) -> [UInt8] {
    guard isCompressed || byteCount <= limit.bytes else {
      throw limit.refusal(of: byteCount).inFile(path)
    }
    var bytes = isCompressed ? [] : try read(byteCount)
    while true {
      let chunk = try read(1 << 20)
      guard !chunk.isEmpty else { return bytes }
      guard bytes.count + chunk.count <= limit.bytes else {
        throw limit.refusal(of: max(byteCount, bytes.count + chunk.count)).inFile(path)
      }
      bytes += chunk
    }
  }

  private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws(DatasetError) -> Int {
    var filled = 0
    while filled < buffer.count, let start = buffer.baseAddress {
      // gzread counts in 32 bits. The range start + filled ..< start + buffer.count is the
      // array's own, uninitialized memory.
      let wanted = UInt32(min(buffer.count - filled, 1 << 30))
      let count = gzread(file, start + filled, wanted)
      guard count >= 0 else { throw failure }
      if count == 0 { break }
      filled += Int(count)
    }
    // A packed file that is cut off reads as a short one; only its state tells.
    var state: Int32 = Z_OK
    gzerror(file, &state)
    guard filled == buffer.count || state == Z_OK || state == Z_STREAM_END else { throw failure }
    return filled
  }

  private var failure: DatasetError {
    var state: Int32 = Z_OK
    let text = gzerror(file, &state).map { String(cString: $0) } ?? "unknown"
    let place = DatasetError.Place.byte(Int(gzoffset(file)))
    switch state {
    case Z_ERRNO:
      return DatasetError(.unreadable, Self.reason(errno), file: path, at: place)
    case Z_BUF_ERROR:
      return DatasetError(
        .malformed, "the gzip data is cut off", file: path, at: place,
        help: ["download or copy the file again"])
    default:
      return DatasetError(
        .malformed, "the gzip data is damaged: \(text)", file: path, at: place,
        help: ["download or copy the file again"])
    }
  }

  static func reason(_ code: Int32) -> String {
    FileError(code).description
  }
}
