/// Makes a page of a lesson, which has no script, into one that follows the lesson.
enum Decoration {
  /// What stands in place of a page that was never made.
  static let placeholder = decorated(
    """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>gradbook</title></head>
    <body></body>
    </html>

    """, version: placeholderVersion)

  static let placeholderVersion = "none"

  /// The policy of the pages served: their own pictures, fonts and styles, the preview's script, and
  /// its events. It takes the place of the one written in the page, which allows no script.
  static let policy = [
    "default-src 'none'", "script-src 'self'", "connect-src 'self'", "style-src 'unsafe-inline'",
    "img-src data:", "font-src data:", "base-uri 'none'", "form-action 'none'",
    "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// The page with the script in its head. Nothing of the lesson goes into what is added.
  ///
  /// - Parameter version: hexadecimal digits that name the page's content.
  static func decorated(_ html: String, version: String) -> String {
    var page = html
    removePolicy(from: &page)
    // The empty icon keeps the browser from asking for one.
    let added = """
      <link rel="icon" href="data:,">
      <script src="\(Resource.scriptPath)" data-version="\(version)" defer></script>

      """
    if let head = page.firstRange(of: "</head>") {
      page.insert(contentsOf: added, at: head.lowerBound)
    } else {
      page += added
    }
    return page
  }

  /// Removes the policy that is written in the head. Text of a lesson holds no such tag: it is escaped.
  private static func removePolicy(from page: inout String) {
    let head = page.firstRange(of: "</head>")?.lowerBound ?? page.endIndex
    let opening = #"<meta http-equiv="Content-Security-Policy""#
    guard let start = page[..<head].firstRange(of: opening)?.lowerBound,
      let end = page[start..<head].firstIndex(of: ">")
    else { return }
    page.removeSubrange(start...end)
  }
}
