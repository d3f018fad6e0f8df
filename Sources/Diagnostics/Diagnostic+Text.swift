extension Diagnostic {
  /// The diagnostic as a person reads it, the user's own line under a caret.
  ///
  ///     error: unknown option 'epoch' for 'train' [option.unknown]
  ///       --> notebooks/iris.md:41:1
  ///        |
  ///     41 | epoch: 20
  ///        | ^^^^^
  ///        = help: did you mean 'epochs'?
  ///
  /// - Parameter color: whether to use terminal colours.
  public func rendered(in file: SourceFile, color: Bool = false) -> String {
    let paint = Paint(on: color)
    var lines = [
      "\(paint.severity(severity)): \(paint.bold(message.onOneLine)) [\(id)]"
    ]
    let places = [range].compactMap(\.self) + notes.compactMap(\.range)
    let widest = places.map { file.position(of: $0.lowerBound).line }.max() ?? 1
    let gutter = String(repeating: " ", count: String(widest).count)
    if let range {
      lines += snippet(range, in: file, gutter: gutter, paint: paint)
    } else {
      lines.append("\(gutter)\(paint.rule("-->")) \(file.name.onOneLine)")
    }
    for note in notes {
      lines.append("\(gutter) \(paint.rule("=")) note: \(note.message.onOneLine)")
      if let range = note.range { lines += snippet(range, in: file, gutter: gutter, paint: paint) }
    }
    for text in help {
      lines.append("\(gutter) \(paint.rule("=")) help: \(text.onOneLine)")
    }
    return lines.joined(separator: "\n")
  }

  /// The line a range begins on, with a caret under each of its characters on that line.
  private func snippet(
    _ range: Range<Int>, in file: SourceFile, gutter: String, paint: Paint
  ) -> [String] {
    let start = file.position(of: range.lowerBound)
    let line = file.range(ofLine: start.line)
    let from = max(line.lowerBound, min(range.lowerBound, line.upperBound))
    let to = max(from, min(range.upperBound, line.upperBound))
    let window = Excerpt(
      before: file[line.lowerBound..<from], marked: file[from..<to],
      after: file[to..<line.upperBound])
    let number = String(start.line)
    let pad = String(repeating: " ", count: max(0, gutter.count - number.count))
    return [
      "\(gutter)\(paint.rule("-->")) \(file.name.onOneLine):\(start.line):\(start.column)",
      "\(gutter) \(paint.rule("|"))",
      "\(pad)\(paint.rule(number)) \(paint.rule("|")) \(window.text)".trimmingTrailingSpaces,
      "\(gutter) \(paint.rule("|")) \(window.indent)\(paint.severity(severity, window.carets))",
    ]
  }
}

/// The part of a line worth showing: a long line is cut on both sides of what is marked.
private struct Excerpt {
  let text: String
  let indent: String
  let carets: String

  /// Terminal cells kept on either side of the mark.
  private static let context = 60

  init(before: Substring, marked: Substring, after: Substring) {
    // Of a line of a million characters only what is shown is looked at.
    let head = before.suffix(Self.context).map(Cell.init)
    let body = marked.prefix(Self.context * 2)
    let isWhole = body.endIndex == marked.endIndex
    let following = isWhole ? after.prefix(Self.context) : ""
    let tail = following.map(Cell.init)
    let cutLeft = before.suffix(Self.context).startIndex > before.startIndex
    let cutRight = !isWhole || following.endIndex < after.endIndex
    self.init(
      head: head, body: body.map(Cell.init), tail: tail, cutLeft: cutLeft, cutRight: cutRight)
  }

  private init(head: [Cell], body: [Cell], tail: [Cell], cutLeft: Bool, cutRight: Bool) {
    text =
      (cutLeft ? "…" : "") + (head + body + tail).map(\.shown).joined() + (cutRight ? "…" : "")
    let width = head.reduce(cutLeft ? 1 : 0) { $0 + $1.width }
    indent = String(repeating: " ", count: width)
    carets = String(repeating: "^", count: max(1, body.reduce(0) { $0 + $1.width }))
  }
}

/// One character as a terminal shows it: tabs as spaces, controls made visible, wide ones two cells.
private struct Cell {
  let shown: String
  let width: Int

  init(_ character: Character) {
    switch character {
    case "\t": (shown, width) = ("    ", 4)
    case _
    where character.unicodeScalars.allSatisfy({
      $0.properties.generalCategory == .control || $0.isDirectionControl
    }):
      (shown, width) = ("\u{FFFD}", 1)
    default: (shown, width) = (String(character), character.isWide ? 2 : 1)
    }
  }
}

extension Character {
  /// Whether a terminal gives this character two cells (East Asian Wide and Fullwidth, emoji).
  fileprivate var isWide: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    if scalar.properties.isEmojiPresentation { return true }
    if unicodeScalars.contains("\u{FE0F}") { return true }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var copy = self
    while copy.last == " " { copy.removeLast() }
    return copy
  }
}

/// Terminal colours, or none.
private struct Paint {
  let on: Bool

  private func wrap(_ text: String, _ code: String) -> String {
    on && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func rule(_ text: String) -> String { wrap(text, "34") }
  func severity(_ severity: Diagnostic.Severity, _ text: String? = nil) -> String {
    wrap(text ?? severity.rawValue, severity == .error ? "1;31" : "1;33")
  }
}
