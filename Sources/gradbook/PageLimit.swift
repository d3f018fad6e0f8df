import Diagnostics
import Foundation

/// How large a page may be: more than any browser shows with pleasure.
enum PageLimit {
  private static let variable = "GRADBOOK_PAGE_LIMIT"
  private static let standard = 64

  /// In megabytes.
  private static var megabytes: Int {
    let given = ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    return given.flatMap { (1...1_000_000).contains($0) ? $0 : nil } ?? standard
  }

  /// Why a page is not written; nil for any of a readable size.
  static func refusal(of html: String) -> Diagnostic? {
    let limit = megabytes
    guard html.utf8.count > limit << 20 else { return nil }
    return Diagnostic(
      "page.large",
      "the page would have \(html.utf8.count >> 20) megabytes, more than the limit of \(limit)",
      help: [
        "show less of arrays, samples and pictures, or raise the limit: \(variable)=\(4 * limit)"
      ])
  }
}
