import Diagnostics
import Markup

/// A page of an earlier state of its lesson, which says so: the lesson as it is now could not be run.
///
/// What was there stays readable below a banner, and the list of lessons tells it, too. The next page that
/// is made has no mark.
public enum StalePage {
  private static let mark = "<meta name=\"gradbook:stale\" content=\"true\">"
  private static let origin = "<meta name=\"gradbook:provenance\" "

  public static func isMarked(_ html: String) -> Bool { html.contains(mark) }

  /// The page with its mark; nil if it has one already, or Gradbook did not make it.
  ///
  /// - Parameter lesson: the path of the lesson, for the command that says what is wrong with it.
  public static func marked(_ html: String, lesson: String) -> String? {
    guard !isMarked(html), let summary = Provenance(readingPage: html)?.summary,
      let head = html.firstRange(of: origin), let body = html.firstRange(of: "<body"),
      let start = html[body.upperBound...].firstIndex(of: ">")
    else { return nil }
    let words = Words.of(summary.language)
    let command = "gradbook check \(lesson.asShellWord)"
    let banner = Node.element(
      "p", ["role": "alert", "style": style], [.text(words.pageStale(command))])
    return html[..<head.lowerBound] + mark + "\n" + html[head.lowerBound...start] + "\n"
      + banner.html + html[html.index(after: start)...]
  }

  /// In the page itself: the templates may be the reader's own. Dark on light in any colour scheme.
  private static let style =
    "margin:0;padding:.75em 1em;background:#ffe9a8;color:#3a2a00;font:1rem/1.5 sans-serif"
}
