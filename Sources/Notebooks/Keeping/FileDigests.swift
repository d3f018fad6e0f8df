import Datasets
import Glibc

extension CellStore {
  /// The SHA-256 of a file, remembered as long as the file is not touched; nil if it cannot be read.
  func digest(ofFile path: String) -> String? {
    guard let stamp = FileStamp(path: path) else { return nil }
    let name = "\(Fingerprint(of: "file " + path))-file"
    if let bytes = read(name) {
      var reader = ByteReader(bytes)
      if let known = try? reader.read(FileStamp.self), known == stamp,
        let digest = try? reader.read(String.self)
      {
        return digest
      }
    }
    guard let digest = try? SHA256.hexDigest(ofFile: path), FileStamp(path: path) == stamp else {
      return nil
    }
    // A file changed just now could change again within one tick of its clock.
    if stamp.isSettled {
      var writer = ByteWriter()
      writer.write(stamp)
      writer.write(digest)
      write(name, writer.bytes)
    }
    return digest
  }
}

/// What changes when a file does.
struct FileStamp: Equatable, Storable {
  private let device: Int
  private let inode: Int
  private let size: Int
  /// Of the content and of the file, in nanoseconds since 1970.
  private let modified: Int
  private let changed: Int

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = Int(truncatingIfNeeded: status.st_dev)
    inode = Int(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// Whether the last change is so long ago that another would show.
  var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Self.nanoseconds(now) - changed > 2_000_000_000
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }

  func write(to bytes: inout ByteWriter) {
    for number in [device, inode, size, modified, changed] { bytes.write(number) }
  }

  init(from bytes: inout ByteReader) throws(DamagedBytes) {
    device = try bytes.read()
    inode = try bytes.read()
    size = try bytes.read()
    modified = try bytes.read()
    changed = try bytes.read()
  }
}
