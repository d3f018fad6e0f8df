import Datasets
import Glibc
import Neural

extension CellStore {
  /// The user's own store: in `$XDG_CACHE_HOME/gradbook/cells`, else in `~/.cache`; nil where there
  /// is neither.
  ///
  /// - Parameters:
  ///   - version: of the program.
  ///   - program: the program's file; each build keeps its results apart.
  public static func standard(version: String, program: String?) -> CellStore? {
    guard let cache = DataLocator.cache() else { return nil }
    let build = program.flatMap(FileStamp.init(path:)).map { "\(Fingerprint(of: $0))" }
    return CellStore(
      folder: cache + "/cells",
      engine: [version, build ?? "", Arithmetic.name].joined(separator: "; "),
      limit: limitOfEnvironment ?? defaultLimit)
  }

  /// What `$GRADBOOK_CACHE_LIMIT` says, if that is no number of megabytes from 0 to a million.
  public static var misreadLimit: String? { limitOfEnvironment == nil ? limitText : nil }

  private static var limitText: String? {
    getenv("GRADBOOK_CACHE_LIMIT").map { String(cString: $0) }
  }

  private static var limitOfEnvironment: Int? {
    limitText.flatMap { Int($0) }.flatMap { (0...1_000_000).contains($0) ? $0 << 20 : nil }
  }
}
