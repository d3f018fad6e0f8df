import Foundation
import Glibc

/// What lies in some folders, as far as a change can be told by it.
struct FileSnapshot: Sendable, Equatable {
  /// Anything that differs after a file was written, replaced or touched.
  struct Stamp: Sendable, Equatable {
    let inode: UInt64
    let size: Int64
    let modified: [Int]
    let changed: [Int]
  }

  private(set) var files: [String: Stamp] = [:]
  private(set) var folders: Set<String> = []

  /// More than a folder of lessons holds; what lies beyond, in deeper folders, is not looked at.
  private static let largest = 4_000

  /// - Parameter roots: folders, with all that lies in them.
  init(of roots: [String]) {
    var waiting = roots
    while let folder = waiting.popLast(), files.count + folders.count < Self.largest {
      guard !folders.contains(folder),
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
      else { continue }
      folders.insert(folder)
      for name in names where !Self.isPassing(name) {
        add(folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)", to: &waiting)
      }
    }
  }

  private mutating func add(_ path: String, to waiting: inout [String]) {
    var link = stat()
    guard lstat(path, &link) == 0 else { return }
    // A link to a folder is not followed: it may lead anywhere, itself included.
    if link.st_mode & S_IFMT == S_IFDIR { return waiting.append(path) }
    var file = stat()
    guard stat(path, &file) == 0, file.st_mode & S_IFMT == S_IFREG else { return }
    files[path] = Stamp(
      inode: UInt64(file.st_ino), size: Int64(file.st_size),
      modified: [file.st_mtim.tv_sec, file.st_mtim.tv_nsec],
      changed: [file.st_ctim.tv_sec, file.st_ctim.tv_nsec])
  }

  /// Hidden files, and those that editors keep beside a file while it is open.
  private static func isPassing(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#")
  }

  /// The files that came, went or changed.
  func changes(since old: FileSnapshot) -> Set<String> {
    let all = Set(files.keys).union(old.files.keys)
    return all.filter { files[$0] != old.files[$0] }
  }
}
