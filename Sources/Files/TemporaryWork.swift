import Glibc

/// A folder for files of a while, gone when the work is done, when the process ends, or at the latest when
/// the next process needs one.
public struct TemporaryWork: ~Copyable {
  public let folder: String
  /// Locked as long as this lives.
  private let descriptor: Int32

  public init(in place: String) throws(FileError) {
    Leftovers.sweep(place)
    let folder = Unfinished.path(in: place)
    _ = try Unfinished.begin(folder) { mkdir(folder, 0o700) }
    self.folder = folder
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    flock(descriptor, LOCK_EX)
  }

  deinit {
    Unfinished.remove(folder)
    close(descriptor)
    Unfinished.end(folder)
  }
}
