import Glibc
import Synchronization

/// Files that are being written, which nobody shall find: whoever ends this process removes them first,
/// and what a killed one left the next removes.
///
/// Each has a name that says whose it is, `.gradbook-PROCESS-NUMBER.part`, and is locked (flock(2)) as
/// long as its process lives. So a file of that name without a lock belongs to nobody any more.
public enum Unfinished {
  static let prefix = ".gradbook-"
  static let suffix = ".part"

  private static let serial = Atomic<Int>(0)
  private static let open = Mutex<Set<String>>([])

  /// A path in a folder that no other process and no other call uses.
  static func path(in folder: String) -> String {
    let number = serial.add(1, ordering: .relaxed).newValue
    return "\(folder)/\(prefix)\(getpid())-\(number)\(suffix)"
  }

  static func isName(_ name: String) -> Bool { process(of: name) != nil }

  /// The process that a name speaks of; nil for the name of anything else.
  static func process(of name: String) -> Int32? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    let numbers = name.dropFirst(prefix.count).dropLast(suffix.count).split(separator: "-")
    guard numbers.count == 2, Int(numbers[1]) != nil else { return nil }
    return Int32(numbers[0])
  }

  /// Makes a file or folder by its path, and remembers it in the same breath: an end of the process comes
  /// before both or after both.
  ///
  /// - Parameter make: returns a descriptor, or what is below zero with its `errno`.
  static func begin(_ path: String, _ make: () -> Int32) throws(FileError) -> Int32 {
    let (result, error) = open.withLock { paths in
      let result = make()
      if result >= 0 { paths.insert(path) }
      return (result, FileError())
    }
    guard result >= 0 else { throw error }
    return result
  }

  static func end(_ path: String) { open.withLock { _ = $0.remove(path) } }

  /// Removes all that is being written and ends the process; no writing begins or ends meanwhile.
  public static func removeAll(thenEnding end: () -> Never) -> Never {
    open.withLock { paths in
      for path in paths { remove(path) }
      end()
    }
  }

  /// A file, or a folder with what is in it.
  static func remove(_ path: String) {
    guard unlink(path) != 0, errno == EISDIR || errno == EPERM else { return }
    for name in (try? FolderListing(of: path))?.names ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
