import Diagnostics

/// The first lines in which a text would change: those that go, those that come, or both.
struct LineDifference {
  private let name: String
  private let old: ArraySlice<Substring>
  private let new: ArraySlice<Substring>
  /// The line, from 1, at which they begin.
  private let number: Int

  /// How many lines of either side are shown.
  private static let most = 3
  /// How far the next line that is the same on both sides is looked for.
  private static let reach = 200

  init(of text: String, from file: SourceFile) {
    name = file.name
    let before = Self.lines(of: file.text)
    let after = Self.lines(of: text)
    let same = zip(before, after).prefix { Self.equal($0, $1) }.count
    number = same + 1
    let (olds, news) = Self.changed(before[same...], after[same...])
    old = before[same..<same + olds]
    new = after[same..<same + news]
  }

  /// Lines with their ends, so that a last line without one, or one as on Windows, differs.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.utf8.startIndex
    while start < text.utf8.endIndex {
      let end =
        text.utf8[start...].firstIndex(of: UInt8(ascii: "\n"))
        .map { text.utf8.index(after: $0) } ?? text.utf8.endIndex
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  private static func equal(_ left: Substring, _ right: Substring) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// How many lines there are on each side before the next that is the same on both.
  private static func changed(
    _ old: ArraySlice<Substring>, _ new: ArraySlice<Substring>
  ) -> (old: Int, new: Int) {
    for total in 1...reach {
      for first in 0...total where first <= old.count && total - first <= new.count {
        let (left, right) = (old.dropFirst(first).first, new.dropFirst(total - first).first)
        switch (left, right) {
        case (nil, nil): return (first, total - first)
        case (let left?, let right?) where equal(left, right): return (first, total - first)
        default: break
        }
      }
    }
    return (min(1, old.count), min(1, new.count))
  }

  /// `a.md:6: would lose a line` and the like, with the lines below.
  var text: String {
    let head: String
    switch (old.count, new.count) {
    case (let count, 0): head = "would lose \(Self.counted(old, count))"
    case (0, let count): head = "would get \(Self.counted(new, count))"
    default: head = "would become"
    }
    let lines = Self.shown("-", old) + Self.shown("+", new)
    return (["\(name.onOneLine):\(number): \(head)"] + lines).joined(separator: "\n")
  }

  private static func counted(_ lines: ArraySlice<Substring>, _ count: Int) -> String {
    let kind = lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } ? "blank line" : "line"
    return count == 1 ? "a \(kind)" : "\(count) \(kind)s"
  }

  private static func shown(_ sign: String, _ lines: ArraySlice<Substring>) -> [String] {
    let shown = lines.prefix(most).map { line in
      let isEnded = line.utf8.last == UInt8(ascii: "\n")
      let content = isEnded ? String(Substring(line.utf8.dropLast())) : String(line)
      let text = line.isEmpty || line == "\n" ? "(a blank line)" : content.onOneLine
      // Blanks at the end of a line are seen by where it ends.
      let mark = content.last?.isWhitespace == true ? "⏎" : ""
      return "  \(sign) \(text)\(mark)\(isEnded ? "" : " (without an end of line)")"
    }
    let rest = lines.count - shown.count
    return shown + (rest > 0 ? ["  \(sign) (and \(rest) more)"] : [])
  }
}
