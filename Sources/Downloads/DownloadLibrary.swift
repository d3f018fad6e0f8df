import CCurl

/// The library that downloads.
public enum DownloadLibrary {
  /// Opened for this; nil if it is not installed.
  public static var version: String? { ccurl_version().map { String(cString: $0) } }
}
