import Diagnostics

/// The YAML between two lines `---` at the very start of a file.
struct FrontMatter {
  /// What stands between the lines; nil if the file has none.
  let excerpt: SourceExcerpt?
  /// Where the Markdown begins.
  let end: Int
  let diagnostic: Diagnostic?

  /// A file has front matter if its first line is `---`; `---` or `...` ends it.
  init(of bytes: [UInt8]) {
    // A byte order mark may stand before it.
    let first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = Self.line(of: bytes, from: first)
    guard Self.text(line.text, in: bytes) == "---" else {
      (excerpt, end, diagnostic) = (nil, 0, nil)
      return
    }
    let opening = line.text
    let start = line.next
    while line.next < bytes.count {
      line = Self.line(of: bytes, from: line.next)
      if ["---", "..."].contains(Self.text(line.text, in: bytes)) {
        let text = String(decoding: bytes[start..<line.text.lowerBound], as: UTF8.self)
        (excerpt, end, diagnostic) = (SourceExcerpt(text, at: start), line.next, nil)
        return
      }
    }
    excerpt = nil
    // The text is read as if the line were not there, rather than as one long mistake.
    end = start
    diagnostic = Diagnostic(
      "front-matter.unclosed", "front matter is not closed", at: opening,
      help: ["end it with a line '---'"])
  }

  private static func line(of bytes: [UInt8], from start: Int) -> (text: Range<Int>, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != .newline { end += 1 }
    let next = min(bytes.count, end + 1)
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    return (start..<end, next)
  }

  private static func text(_ range: Range<Int>, in bytes: [UInt8]) -> String {
    range.count == 3 ? String(decoding: bytes[range], as: UTF8.self) : ""
  }
}
