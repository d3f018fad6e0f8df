import Diagnostics
import Files

/// How large a page may be.
enum PageLimit {
  /// Why a page is not written; nil for any of a readable size.
  static func refusal(of html: String) -> Diagnostic? {
    let limit = EnvironmentLimit.page
    guard html.utf8.count > limit.bytes else { return nil }
    return Diagnostic(
      "page.large",
      "the page would have \(html.utf8.count >> 20) megabytes, more than the limit of "
        + "\(limit.megabytes)",
      help: ["show less of arrays, samples and pictures, or \(limit.help)"])
  }
}
