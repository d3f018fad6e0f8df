import Glibc

/// Files that are read and written whole.
public enum WholeFile {
  /// Reads a regular file from its beginning to its end.
  ///
  /// A pipe that nobody writes to would keep the program waiting, and is refused as what it is.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError() }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(EINVAL) }
    var failure: Int32 = 0
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        // The buffer has `size` bytes, of which `count` are filled.
        let more = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if more < 0, errno == EINTR { continue }
        if more < 0 { failure = errno }
        guard more > 0 else { return }
        count += more
      }
    }
    guard failure == 0 else { throw FileError(failure) }
    return bytes
  }

  /// Writes a file beside its place and renames it: whoever looks finds the old one or the new one,
  /// never half, and whatever ends this process, nothing is left beside it for long.
  ///
  /// What killed processes left in the folder is removed first. An old file's rights are kept.
  ///
  /// - Parameter mode: the rights of a new file, before the process's own mask.
  public static func write(
    _ bytes: some Sequence<UInt8>, to path: String, mode: mode_t = 0o666, isSynced: Bool = false
  ) throws(FileError) {
    let folder = PathName.folder(of: path)
    Leftovers.sweep(folder)
    let (beside, descriptor) = try create(in: folder, mode: mode)
    defer {
      close(descriptor)
      Unfinished.end(beside)
    }
    do throws(FileError) {
      var old = stat()
      if stat(path, &old) == 0 {
        guard old.st_mode & S_IFMT != S_IFDIR else { throw FileError(EISDIR) }
        if old.st_mode & S_IFMT == S_IFREG { fchmod(descriptor, old.st_mode & 0o777) }
      }
      try put(Array(bytes), to: descriptor)
      guard !isSynced || fsync(descriptor) == 0, rename(beside, path) == 0 else {
        throw FileError()
      }
    } catch {
      unlink(beside)
      throw error
    }
  }

  /// Makes a folder and those above it that are not there.
  public static func makeFolder(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "" : "."
    for piece in path.split(separator: "/") {
      made += "/\(piece)"
      guard mkdir(made, 0o777) != 0 else { continue }
      let error = FileError()
      var status = stat()
      // On a disk that can only be read, a folder that is there is refused by that.
      guard stat(made, &status) == 0 else { throw error }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw FileError(ENOTDIR) }
    }
  }

  /// Makes an empty file of our own, locked for as long as it is open.
  private static func create(
    in folder: String, mode: mode_t
  ) throws(FileError) -> (path: String, descriptor: Int32) {
    while true {
      let path = Unfinished.path(in: folder)
      let descriptor: Int32
      do throws(FileError) {
        descriptor = try Unfinished.begin(path) {
          open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        }
      } catch {
        if error.code == EEXIST { continue }
        throw error
      }
      var status = stat()
      flock(descriptor, LOCK_EX)
      // Another process may have looked between the two calls, and swept the file away.
      if fstat(descriptor, &status) == 0, status.st_nlink > 0 { return (path, descriptor) }
      close(descriptor)
      Unfinished.end(path)
    }
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError(count == 0 ? ENOSPC : errno) }
      rest = rest.dropFirst(count)
    }
  }
}
