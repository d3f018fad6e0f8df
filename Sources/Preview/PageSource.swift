/// Where a preview has its pages from.
public protocol PageSource: Sendable {
  /// Folders whose files the pages are made of.
  var folders: [String] { get }

  /// The page at `/`.
  var root: String { get }

  /// Makes the pages that may differ after these files changed, all of them for nil.
  ///
  /// - Parameter publish: takes each page as soon as it is there.
  func makePages(
    after changes: Set<String>?, publish: @escaping @Sendable (PageNews) async -> Void) async
}
