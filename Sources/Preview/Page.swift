/// A page as it comes from its maker: what to show, or why there is nothing to show.
public struct Page: Sendable, Equatable {
  /// `iris.html`, relative to the root of the preview.
  public let name: String
  /// Nil if nothing could be made; the last good page stays then.
  public let html: String?
  /// What is to be read over the last good page, as plain text.
  public let problem: String?

  public init(name: String, html: String?, problem: String? = nil) {
    self.name = name
    self.html = html
    self.problem = problem
  }
}

/// What becomes of a page.
public enum PageNews: Sendable {
  /// It is being made.
  case begun(name: String)
  case made(Page)
}
