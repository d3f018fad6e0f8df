import Glibc
import Synchronization

/// What processes that were killed left half-written.
public enum Leftovers {
  private static let swept = Mutex<Set<String>>([])

  /// Removes them from a folder, at the first call for it in this process. Files that a living process
  /// writes are locked, and stay.
  public static func sweep(_ folder: String) {
    guard swept.withLock({ $0.insert(folder).inserted }) else { return }
    sweepNow(folder)
  }

  static func sweepNow(_ folder: String) {
    guard let listing = try? FolderListing(of: folder) else { return }
    for name in listing.names {
      guard let process = Unfinished.process(of: name) else { continue }
      removeUnlessAlive("\(folder)/\(name)", of: process)
    }
  }

  private static func removeUnlessAlive(_ path: String, of process: Int32) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      // Not all file systems know locks; there the process itself is asked for.
      guard errno != EWOULDBLOCK, kill(process, 0) != 0, errno == ESRCH else { return }
    }
    Unfinished.remove(path)
  }
}
