import Glibc

/// Why the system refused a file, in words that say whose limit it was.
///
/// Not there, not allowed and not openable are three things, and each has its own way out.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// As the system numbers it (errno(3)).
  public let code: Int32

  public init(_ code: Int32 = errno) { self.code = code }

  /// A file that ended before the bytes it had when it was opened, and the like.
  static let interrupted = FileError(EIO)

  /// Why no file can be opened at all, which says more than what is missing without it; nil if one can.
  public static var ofAnyFile: FileError? { ofFiles(1) }

  /// Why so many files cannot be open at once.
  public static func ofFiles(_ count: Int) -> FileError? {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    for _ in 0..<count {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return FileError() }
      opened.append(descriptor)
    }
    return nil
  }

  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// `too many open files`
  public var description: String { Self.words[code]?.cause ?? systemWords }

  /// What to do about it; nil where nothing better than the cause can be said.
  public var help: String? { Self.words[code]?.help }

  private var systemWords: String { String(cString: strerror(code)).lowercased() }

  private static let words: [Int32: (cause: String, help: String?)] = [
    ENOENT: ("there is no such file or folder", "check the name, and that its folder exists"),
    ENOTDIR: ("a part of the path is a file, not a folder", "check the path"),
    EISDIR: ("a folder stands there", "name a file"),
    EACCES: ("permission denied", "change the rights of the file or its folder, or name another"),
    EPERM: ("permission denied", "change the rights of the file or its folder, or name another"),
    EFBIG: (
      "the file grew larger than the limit of this shell or of the file system",
      "raise the limit of the shell: ulimit -f unlimited"
    ),
    ENOSPC: ("no space is left on the disk", "make room, or name a folder on another disk"),
    EDQUOT: (
      "your quota of disk space is used up", "make room, or name a folder on another disk"
    ),
    EROFS: ("the file system can only be read", "name a folder that can be written"),
    ENAMETOOLONG: (
      "the name is longer than the file system allows", "shorten it: most allow 255 bytes"
    ),
    EMFILE: (
      "too many open files: this process may not open more", "raise the limit: ulimit -n 1024"
    ),
    ENFILE: ("too many open files on this machine", "end other programs, or raise fs.file-max"),
    ELOOP: ("symbolic links lead round in a ring", "check where the links lead"),
    EIO: ("the disk reports an error while it is read or written", "check the disk"),
    ENOMEM: ("no memory is left", "end other programs"),
    ETXTBSY: ("a program that is running stands there", "name another file"),
  ]
}
