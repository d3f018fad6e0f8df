/// The text of labels.
enum MermaidText {
  /// The lines of a label that are formulas.
  ///
  /// - Parameter offset: Where the label begins in the diagram's source.
  static func formulas(in label: String, at offset: Int) -> [Mermaid.Formula] {
    // A line end of the same length keeps every place.
    let text = ["<br/>", "<br>", "<br />"].reduce(label) { text, mark in
      text.replacing(mark, with: "\n" + String(repeating: " ", count: mark.utf8.count - 1))
    }
    return text.split(separator: "\n").compactMap { line in
      var line = line.drop { $0 == " " }
      while line.last == " " { line.removeLast() }
      guard line.count > 2, line.first == "$", line.last == "$" else { return nil }
      let inner = line.dropFirst().dropLast()
      let start = offset + text.utf8.distance(from: text.startIndex, to: inner.startIndex)
      return Mermaid.Formula(
        tex: plain(String(inner)), range: start..<start + inner.utf8.count)
    }
  }

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
