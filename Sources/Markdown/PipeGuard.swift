/// Keeps the `|` of a formula from ending a table cell.
///
/// A table is cut into cells before anything in them is read, so the pipes of `$p(y|x)$` are
/// covered beforehand by a byte of the same width. The byte is a control character that occurs
/// nowhere in the file, chosen anew for every file: a text cannot contain it, so it can neither
/// forge nor lose a pipe. Where a line turns out to be no row, the byte is turned back.
///
/// What counts as a formula is what counts as one in text, except that it stays on its line; and a
/// span of code ends, as in a row it must, before the next pipe.
///
/// The parser's time grows with the square of the number of cells in a row. So the pipes of a line
/// past the thousandth are covered too; what follows is one cell.
struct PipeGuard {
  let bytes: [UInt8]
  /// Stands for `|`; nil if none had to be covered.
  let cover: UInt8?

  init(_ bytes: ArraySlice<UInt8>, coversFormulas: Bool) {
    // A NUL would grow to three bytes in the parser; it is shown as U+FFFD either way.
    var copy = bytes.map { $0 == 0 ? Self.substitute : $0 }
    var isUsed = [Bool](repeating: false, count: 32)
    for byte in copy where byte < 32 { isUsed[Int(byte)] = true }
    copy.append(0)
    var pipes: [Int] = []
    let free = (1...31).first { !isUsed[$0] && !UInt8($0).isSpace }.map(UInt8.init)
    if free != nil {
      copy.withUnsafeBufferPointer { text in
        guard let start = text.baseAddress else { return }
        if coversFormulas { Self.collect(&pipes, in: start, count: text.count - 1) }
        Self.collectSurplus(&pipes, in: text)
      }
    }
    copy.removeLast()
    if let free { for pipe in pipes { copy[pipe] = free } }
    self.bytes = copy
    cover = pipes.isEmpty ? nil : free
  }

  /// The control character SUBSTITUTE, which the writer of HTML shows as it shows NUL.
  private static let substitute: UInt8 = 0x1A

  private static let mostCells = 1_000

  private static func collectSurplus(_ pipes: inout [Int], in text: UnsafeBufferPointer<UInt8>) {
    var count = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case .newline, .carriageReturn: count = 0
      case .pipe:
        count += 1
        if count > mostCells { pipes.append(index) }
      default: break
      }
    }
  }

  /// The pipes between dollars, line by line.
  private static func collect(_ pipes: inout [Int], in text: Notation.Text, count: Int) {
    var index = 0
    while index < count {
      switch text[index] {
      case .backslash: index += index + 1 < count && text[index + 1] != .newline ? 2 : 1
      case .backtick: index = afterCode(in: text, at: index)
      case .dollar:
        let end = afterFormula(in: text, at: index, count: count)
        for inside in index..<end where text[inside] == .pipe { pipes.append(inside) }
        index = end
      default: index += 1
      }
    }
  }

  /// Past the span of code that begins here, or past its backticks if it has no end in its cell.
  private static func afterCode(in text: Notation.Text, at start: Int) -> Int {
    let ticks = Notation.backticks(in: text, at: start)
    var index = start + ticks
    while !"\n\r|".utf8.contains(text[index]), text[index] != 0 {
      let run = Notation.backticks(in: text, at: index)
      if run == ticks { return index + run }
      index += max(1, run)
    }
    return start + ticks
  }

  private static func afterFormula(in text: Notation.Text, at start: Int, count: Int) -> Int {
    var run = 1
    while text[start + run] == .dollar { run += 1 }
    guard run <= 2, text[start + run] != 0, !(run == 1 && text[start + 1].isSpace) else {
      return start + run
    }
    var index = start + run
    while index < count, text[index] != .newline, text[index] != .carriageReturn {
      if text[index] == .dollar {
        if run == 2, text[index + 1] == .dollar { return index + 2 }
        if run == 1 {
          let closes = !text[index - 1].isSpace && !text[index + 1].isDigit
          return closes ? index + 1 : start + 1
        }
      }
      if text[index] == .backslash, index + 1 < count, text[index + 1] != .newline { index += 1 }
      index += 1
    }
    return start + run
  }
}
