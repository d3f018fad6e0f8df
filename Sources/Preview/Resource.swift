import Foundation

/// What a preview serves under a path. There is nothing else: no path leads to a file.
enum Resource: Sendable, Equatable {
  /// A page by its name; empty for the root.
  case page(String)
  /// The events of a page.
  case events(page: String)
  case script

  private static let own = "/-/"
  static let scriptPath = own + "preview.js"
  static let eventsPath = own + "events/"

  /// Reads the target of a request; nil for whatever cannot be the path of a resource.
  ///
  /// Names of pages are looked up as they are, control characters and all, and lead to no file. They have
  /// no slash in them, so `..`, a folder or an absolute path is none, however it
  /// was encoded: the decoding is done once, and what then looks encoded is a name like any other.
  init?(target: String) {
    let path = target.prefix { $0 != "?" }
    if path == Self.scriptPath {
      self = .script
    } else if path.hasPrefix(Self.eventsPath) {
      guard let name = Self.name(path.dropFirst(Self.eventsPath.count)) else { return nil }
      self = .events(page: name)
    } else if path.hasPrefix("/") {
      guard let name = Self.name(path.dropFirst()) else { return nil }
      self = .page(name)
    } else {
      return nil
    }
  }

  private static func name(_ encoded: Substring) -> String? {
    guard let name = String(encoded).removingPercentEncoding, name != ".", name != "..",
      !name.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") })
    else { return nil }
    return name
  }
}
