import Glibc

/// The part of a file that is here, `NAME.part`, open for appending and locked against a second
/// download.
final class PartialFile {
  let path: String
  private let descriptor: Int32
  private(set) var byteCount: Int

  init(path: String) throws(DownloadError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("cannot write", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw DownloadError("'\(path)' is being written by another download")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .system("cannot read", path)
    }
    self.path = path
    self.descriptor = descriptor
    byteCount = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Appends all of `bytes`. Returns false if the disk refuses.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      // `rest` lies within `bytes`, which the caller keeps for the length of this call.
      let written = write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
      byteCount += written
    }
    return true
  }

  func empty() throws(DownloadError) {
    guard ftruncate(descriptor, 0) == 0 else { throw .system("cannot empty", path) }
    byteCount = 0
  }

  /// Gives the whole file its name, once its bytes are on the disk.
  func finish(as target: String) throws(DownloadError) {
    guard fsync(descriptor) == 0, rename(path, target) == 0 else {
      throw .system("cannot write", target)
    }
  }

  func remove() { unlink(path) }
}

extension DownloadError {
  static func system(_ what: String, _ path: String) -> DownloadError {
    DownloadError("\(what) '\(path)': \(String(cString: strerror(errno)).lowercased())")
  }
}
