import CZlib
import Files
import Glibc
import Synchronization

/// A folder in which what cells made is kept between runs, each piece a file under the fingerprint of
/// all it rests on.
///
/// A file is written beside and renamed, and says its length and checksum: whatever happens to a
/// run, another one finds a piece whole or not at all. What is damaged is dropped. Several processes
/// may use the folder at once, since a name stands for one content only. A folder that cannot be
/// written, or a full disk, costs the time of running again and nothing else.
///
/// Files rather than a database: a piece is one value that is never changed, and damage to one
/// leaves the others alone.
public struct CellStore: Sendable {
  public let folder: String
  /// What the results of a program depend on: its build and the kernels it runs on.
  public let engine: String
  /// How many bytes may be kept; the pieces used longest ago go first.
  public let limit: Int

  public static let defaultLimit = 1 << 30

  /// - Parameter engine: names the program's build; results are kept apart for each.
  public init(folder: String, engine: String, limit: Int = Self.defaultLimit) {
    self.folder = folder
    self.engine = engine
    self.limit = limit
  }

  /// Begins every file; the digit is the version of the layout.
  private static let signature = Array("gradbook kept 2\n".utf8)
  /// Signature, length, checksum.
  private static let headerSize = signature.count + 16

  /// A piece as it was written; nil if it is not there, or was damaged, which removes it.
  func read(_ name: String) -> [UInt8]? {
    let path = "\(folder)/\(name)"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let payload = Self.payload(of: descriptor) else {
      unlink(path)
      return nil
    }
    // Used just now: it is among the last to go.
    futimens(descriptor, nil)
    return payload
  }

  /// Why the last piece that could not be kept was refused; nil while all could.
  public static var lastRefusal: FileError? { refusal.withLock(\.self) }
  private static let refusal = Mutex<FileError?>(nil)

  /// Keeps a piece. Whether that succeeded is of no consequence but the time of the next run.
  @discardableResult
  func write(_ name: String, _ payload: [UInt8]) -> Bool {
    var header = ByteWriter()
    header.write(payload.count)
    header.write(Self.checksum(of: payload))
    let bytes = Self.signature + header.bytes + payload
    let path = "\(folder)/\(name)"
    do throws(FileError) {
      do throws(FileError) {
        try WholeFile.write(bytes, to: path, mode: 0o600)
      } catch {
        guard error.code == ENOENT, makeFolder() else { throw error }
        try WholeFile.write(bytes, to: path, mode: 0o600)
      }
      return true
    } catch {
      Self.refusal.withLock { $0 = error }
      return false
    }
  }

  func has(_ name: String) -> Bool { access("\(folder)/\(name)", R_OK) == 0 }

  /// Removes what killed processes left half-written.
  public func sweep() { Leftovers.sweep(folder) }

  // MARK: - Size

  /// Removes the pieces used longest ago until the rest is within the limit.
  public func trim() {
    var pieces = pieces()
    var size = pieces.reduce(0) { $0 + $1.size }
    guard size > limit else { return }
    pieces.sort { ($0.used, $0.nanoseconds, $0.name) < ($1.used, $1.nanoseconds, $1.name) }
    for piece in pieces where size > limit {
      unlink("\(folder)/\(piece.name)")
      size -= piece.size
    }
  }

  /// Removes everything.
  ///
  /// - Returns: how many files there were, and their bytes.
  public func removeAll() -> (files: Int, bytes: Int) {
    sweep()
    let pieces = pieces()
    let removed = pieces.filter { unlink("\(folder)/\($0.name)") == 0 }
    rmdir(folder)
    return (removed.count, removed.reduce(0) { $0 + $1.size })
  }

  private typealias Piece = (name: String, size: Int, used: Int, nanoseconds: Int)

  /// The files that this type made; whatever else lies in the folder is left alone.
  private func pieces() -> [Piece] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [Piece] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        // d_name is a C string within the entry, which lives until the next readdir.
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard Fingerprint.begins(name) else { continue }
      var status = stat()
      guard lstat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      found.append(
        (name, Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec))
    }
    return found
  }

  private func makeFolder() -> Bool {
    var path = folder.hasPrefix("/") ? "" : "."
    for piece in folder.split(separator: "/") {
      path += "/\(piece)"
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { return false }
    }
    return true
  }

  // MARK: - Bytes

  /// What an open file holds after its header, if that says so.
  private static func payload(of descriptor: Int32) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let head = contents(of: descriptor, headerSize)
    guard head.count == headerSize, head.starts(with: signature) else { return nil }
    var header = ByteReader(Array(head.dropFirst(signature.count)))
    guard let length = try? header.read(Int.self), let checksum = try? header.read(Int.self),
      length == Int(status.st_size) - headerSize
    else { return nil }
    let payload = contents(of: descriptor, length)
    return payload.count == length && Self.checksum(of: payload) == checksum ? payload : nil
  }

  private static func checksum(of bytes: [UInt8]) -> Int {
    // crc32_z only reads the buffer, which outlives the call.
    bytes.withUnsafeBufferPointer { Int(crc32_z(0, $0.baseAddress, $0.count)) }
  }

  /// The next bytes of an open file; what cannot be read is missing at the end.
  private static func contents(of descriptor: Int32, _ size: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        // The buffer has `size` bytes, of which `count` are filled.
        let more = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { return }
        count += more
      }
    }
  }
}
