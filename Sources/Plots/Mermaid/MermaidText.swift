/// The text of labels.
enum MermaidText {
  /// `<br>` is a new line, `#quot;` and its like are what they name; other markup stays text.
  static func plain(_ text: String) -> String {
    var text = text
    for (old, new) in [
      ("<br/>", "\n"), ("<br>", "\n"), ("<br />", "\n"), ("#quot;", "\""), ("#amp;", "&"),
      ("#lt;", "<"), ("#gt;", ">"), ("#35;", "#"),
    ] {
      text = text.replacing(old, with: new)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line.drop { $0 == " " }
      while line.last == " " { line.removeLast() }
      return String(line)
    }
    return lines.joined(separator: "\n")
  }
}
