import CCurl
import Datasets
import Glibc

/// Fetches one file from its mirrors into a directory.
///
/// It writes to `NAME.part`, goes on there if an earlier run was cut off, compares the SHA-256, and only
/// then gives the file its name. Every address is tried in turn, twice; each goes on where the last
/// one broke.
public struct Download: Sendable {
  public enum Outcome: Sendable, Equatable {
    case fetched
    /// It was there already, with the right hash.
    case present
  }

  private static let rounds = 2

  public let file: NamedDataset.RemoteFile
  public let directory: String

  /// Where the file will be.
  public var path: String { "\(directory)/\(file.name)" }

  public init(_ file: NamedDataset.RemoteFile, into directory: String) {
    self.file = file
    self.directory = directory
  }

  /// Fetches the file unless it is there.
  ///
  /// - Parameter progress: called with the bytes that are here as they come.
  /// - Throws: after the last address failed, with what was wrong at each.
  public func run(progress: (Int) -> Void = { _ in }) throws(DownloadError) -> Outcome {
    if hash(path) == file.sha256 { return .present }
    try Self.makeDirectory(directory)
    let partial = try PartialFile(path: path + ".part")
    var attempts = [DownloadError.Attempt]()
    for address in (0..<Self.rounds).flatMap({ _ in file.addresses }) {
      // A wrong hash or a missing file will be the same the second time.
      if attempts.contains(where: { $0.address == address && $0.reason.isFinal }) { continue }
      guard let reason = try fetch(address, into: partial, progress: progress) else {
        try partial.finish(as: path)
        return .fetched
      }
      attempts.append(DownloadError.Attempt(address: address, reason: reason))
    }
    let kept = partial.byteCount
    if kept == 0 { partial.remove() }
    throw DownloadError(
      "cannot fetch '\(file.name)'", attempts: attempts,
      help: kept > 0 ? ["\(kept) of \(file.byteCount) bytes are kept: run it again to go on"] : [])
  }

  /// Tries one address; nil if the file is then whole and right.
  private func fetch(
    _ address: String, into partial: PartialFile, progress: (Int) -> Void
  ) throws(DownloadError) -> DownloadError.Reason? {
    if partial.byteCount > file.byteCount { try partial.empty() }
    let start = partial.byteCount
    if partial.byteCount < file.byteCount,
      let reason = try receive(address, into: partial, progress: progress)
    {
      return reason
    }
    let found = hash(partial.path) ?? "unknown"
    guard found != file.sha256 else { return nil }
    try partial.empty()
    // What was here before may have been the wrong part: only a whole answer is to blame.
    guard start == 0 else { return try fetch(address, into: partial, progress: progress) }
    return .wrongHash(expected: file.sha256, found: found)
  }

  private func receive(
    _ address: String, into partial: PartialFile, progress: (Int) -> Void
  ) throws(DownloadError) -> DownloadError.Reason? {
    var result = ccurl_result()
    let outcome: (status: Int32, diskError: Int32, isTooLong: Bool) =
      withoutActuallyEscaping(progress) { progress in
        let reception = Reception(partial, limit: file.byteCount, progress)
        // The receiver is called only during ccurl_get, on this thread, while `reception` lives.
        let status = withExtendedLifetime(reception) {
          ccurl_get(
            address, Int64(partial.byteCount), receivePiece,
            Unmanaged.passUnretained(reception).toOpaque(), &result)
        }
        return (status, reception.diskError, reception.isTooLong)
      }
    if outcome.diskError != 0 {
      errno = outcome.diskError
      throw .system("cannot write", partial.path)
    }
    if outcome.isTooLong {
      try partial.empty()
      return .tooLong(expected: file.byteCount)
    }
    switch Int(outcome.status) {
    case CCURL_NO_LIBRARY:
      throw DownloadError(
        "libcurl is not installed, and without it nothing can be fetched",
        help: ["install it: 'apt install libcurl4' in Debian 12"])
    case CCURL_FAILED:
      return .connection(message(result), received: partial.byteCount)
    default:
      break
    }
    switch result.http_status {
    case 200, 206:
      guard partial.byteCount < file.byteCount else { return nil }
      return .connection("the file ended", received: partial.byteCount)
    case 416:
      // The server's file is shorter than what is here: begin anew.
      try partial.empty()
      return .status(416)
    default:
      return .status(result.http_status)
    }
  }

  private func message(_ result: ccurl_result) -> String {
    withUnsafeBytes(of: result.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private func hash(_ path: String) -> String? {
    try? SHA256.hexDigest(ofFile: path)
  }

  /// Makes a directory and those above it.
  private static func makeDirectory(_ path: String) throws(DownloadError) {
    var made = path.hasPrefix("/") ? "" : "."
    for component in path.split(separator: "/") {
      made += "/\(component)"
      guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
        throw .system("cannot make the directory", made)
      }
    }
  }
}

extension DownloadError.Reason {
  /// True if another try would end the same way.
  fileprivate var isFinal: Bool {
    switch self {
    case .status(let code): code < 500 && code != 416
    case .connection: false
    case .tooLong, .wrongHash: true
    }
  }
}
