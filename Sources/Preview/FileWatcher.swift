import Foundation

/// Waits until files in some folders change, and says which.
///
/// The kernel's word only wakes it. What changed is found by comparing what lies there with what lay
/// there when it was last asked, so that it does not matter how an editor saves (in place, by rename,
/// by deleting first), how many events came, or that nobody listened during a run.
struct FileWatcher {
  private let roots: [String]
  private let pace: Pace
  private let notices: FolderNotices?
  private var last: FileSnapshot
  private var digests: [String: ContentDigest] = [:]
  /// Whether the kernel tells of every folder.
  private var isTold = false

  struct Pace: Sendable {
    /// How long nothing may change before a burst of saves counts as over.
    var quiet: Duration = .milliseconds(20)
    /// Bursts are not waited for longer than this many quiet times.
    var patience = 50
    /// How often folders are looked at of which the kernel tells nothing.
    var look: Duration = .milliseconds(300)
    /// How often they are looked at all the same: what others write to a shared file system, the
    /// kernel does not tell.
    var slowLook: Duration = .seconds(2)
  }

  /// - Parameter usesKernel: false looks at the files from time to time instead.
  init(roots: [String], pace: Pace = Pace(), usesKernel: Bool = true) {
    self.roots = roots
    self.pace = pace
    notices = usesKernel ? FolderNotices() : nil
    last = FileSnapshot(of: roots)
    last = look()
  }

  /// The files that differ from when this was last called, once they have come to rest; nil when the
  /// task is cancelled.
  mutating func changes() async -> Set<String>? {
    while await wake() {
      var now = look()
      guard now != last else { continue }
      for _ in 0..<pace.patience {
        guard (try? await Task.sleep(for: pace.quiet)) != nil else { return nil }
        let next = look()
        if next == now { break }
        now = next
      }
      let changed = now.changes(since: last).filter { isNew($0) }
      last = now
      if !changed.isEmpty { return changed }
    }
    return nil
  }

  /// Waits for the next reason to look; false when the task is cancelled.
  private mutating func wake() async -> Bool {
    if isTold, let notices {
      await notices.wait(pace.slowLook)
    } else {
      try? await Task.sleep(for: pace.look)
    }
    return !Task.isCancelled
  }

  /// What lies there now. A folder is watched before it is looked at, so that nothing falls between.
  private mutating func look() -> FileSnapshot {
    var known = last.folders
    while true {
      isTold = notices.map { notices in known.union(roots).allSatisfy(notices.watch) } ?? false
      let now = FileSnapshot(of: roots)
      if now.folders.isSubset(of: known) || !isTold { return now }
      known = now.folders
    }
  }

  /// More than a data file that is written by a lesson; a larger one is not read to compare it.
  private static let largestDigested = 64 << 20

  /// Whether a changed file holds something else than when it last changed. A lesson that saves a
  /// network would else run for ever: it writes the same bytes each time.
  private mutating func isNew(_ path: String) -> Bool {
    let digest = ContentDigest(ofFile: path, largest: Self.largestDigested)
    defer { digests[path] = digest }
    return digest == nil || digest != digests[path]
  }
}
