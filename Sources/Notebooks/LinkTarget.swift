import Foundation
import Markdown
import Markup

/// Where a link within the site leads: a place on its own page, another lesson, another file.
struct LinkTarget {
  /// The file from the lesson's folder, without escapes; empty for the page itself.
  let path: String
  /// What follows the path, as written: `?x#y`.
  let rest: Substring
  /// The place on the page, without escapes.
  let fragment: String?

  /// Nil for an address that begins with a scheme or a slash: it leads elsewhere.
  init?(_ address: String) {
    let written = address.prefix { $0 != "?" && $0 != "#" }
    guard !written.hasPrefix("/"), !written.hasScheme else { return nil }
    let rest = address[written.endIndex...]
    path = Self.shortened(written.removingPercentEncoding ?? String(written))
    fragment = rest.firstIndex(of: "#").map { hash in
      let name = rest[rest.index(after: hash)...]
      return name.removingPercentEncoding ?? String(name)
    }
    self.rest = rest
  }

  /// Without steps that lead nowhere: `./a/../b.md` is `b.md`.
  private static func shortened(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  var isLesson: Bool { path.hasSuffix(".md") }
}

extension Markdown.Link {
  /// Where the link leads on a page: another lesson by its page.
  public var pageAddress: String {
    guard let target = LinkTarget(destination), target.isLesson else { return destination }
    let page = String(target.path.dropLast(2)) + "html"
    return page.asFileAddress + target.rest
  }
}

extension StringProtocol {
  /// Whether it begins as `mailto:` does (RFC 3986, 3.1).
  fileprivate var hasScheme: Bool {
    guard let colon = firstIndex(of: ":"), let first, first.isASCII, first.isLetter else {
      return false
    }
    return self[..<colon].allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
    }
  }
}
