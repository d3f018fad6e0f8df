/// A text a user wrote, with the name to show for it and the start of each of its lines.
///
/// Positions inside Gradbook are offsets in UTF-8 bytes; lines and columns, which a person reads,
/// are worked out here and nowhere else. A column counts characters (grapheme clusters) from 1,
/// so that a caret stands under the right one after Chinese text or an emoji.
public struct SourceFile: Sendable, Equatable {
  /// The path as the user gave it, or a name such as `<input>`.
  public let name: String
  public let text: String
  /// The UTF-8 offset at which each line starts; line 1 starts at 0.
  private let lineStarts: [Int]

  public init(name: String, text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.name = name
    self.text = text
    var starts = [0]
    var offset = 0
    for byte in text.utf8 {
      offset += 1
      if byte == UInt8(ascii: "\n") { starts.append(offset) }
    }
    lineStarts = starts
  }

  public var utf8Count: Int { text.utf8.count }
  public var lineCount: Int { lineStarts.count }

  /// Line and column, both from 1, of a UTF-8 offset; an offset past the end counts as the end.
  public func position(of offset: Int) -> SourcePosition {
    let offset = max(0, min(offset, utf8Count))
    let line = lineStarts.lastIndex(atMost: offset, by: \.self)
    let start = lineStarts[line]
    let column = characters(in: start..<offset)
    return SourcePosition(line: line + 1, column: column + 1)
  }

  /// The bytes of a line (from 1) without its line ending.
  public func range(ofLine line: Int) -> Range<Int> {
    let index = max(0, min(line - 1, lineStarts.count - 1))
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : utf8Count
    if end > start, byte(at: end - 1) == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// The text between two UTF-8 offsets, kept within the file.
  public subscript(range: Range<Int>) -> Substring {
    let lower = max(0, min(range.lowerBound, utf8Count))
    let upper = max(lower, min(range.upperBound, utf8Count))
    let utf8 = text.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: lower)
    let to = utf8.index(from, offsetBy: upper - lower)
    return text[from..<to]
  }

  private func byte(at offset: Int) -> UInt8 {
    let utf8 = text.utf8
    return utf8[utf8.index(utf8.startIndex, offsetBy: offset)]
  }

  private func characters(in range: Range<Int>) -> Int {
    let text = self[range]
    // Almost every line is plain ASCII, where a byte is a character (a `\r` ends a line, if any).
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) { return text.utf8.count }
    return text.count
  }
}

/// A place in a text as a person counts it: line and column from 1, the column in characters.
public struct SourcePosition: Sendable, Equatable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
