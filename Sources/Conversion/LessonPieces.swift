import Diagnostics
import Markdown
import Notebooks

/// A lesson's text cut where a notebook's cells meet: front matter, prose, directives.
///
/// Nothing is lost: `before`, then every piece followed by its `gap`, is the text again, to the byte.
/// Blank lines between the pieces belong to the gaps.
struct LessonPieces {
  struct Piece {
    enum Kind: Equatable {
      case frontMatter
      case prose
      /// The name between the braces and the label, as written.
      case directive(name: String, label: String?)
    }

    let kind: Kind
    let range: Range<Int>
    let text: String
    /// What stands between this piece and the next, or the end.
    let gap: String
  }

  /// Blank lines at the beginning.
  let before: String
  let pieces: [Piece]

  init(of file: SourceFile) {
    let document = Markdown.parse(file)
    let bytes = Array(file.text.utf8)
    var found: [(kind: Piece.Kind, range: Range<Int>)] = []
    var cursor = 0
    if let yaml = document.frontMatter {
      let closing = yaml.offset(inFile: yaml.text.utf8.count)
      let range = 0..<Self.lineEnd(after: closing, in: bytes)
      found.append((.frontMatter, range))
      cursor = range.upperBound
    }
    for block in document.blocks {
      guard case .code(let code) = block.kind, code.isDirective else { continue }
      let start = Self.lineStart(before: block.range.lowerBound, in: bytes)
      let end = Self.lineEnd(after: block.range.upperBound, in: bytes)
      guard start >= cursor else { continue }
      if let prose = Self.prose(in: cursor..<start, of: bytes) { found.append((.prose, prose)) }
      found.append((Self.kind(of: code), start..<end))
      cursor = end
    }
    if let prose = Self.prose(in: cursor..<bytes.count, of: bytes) { found.append((.prose, prose)) }
    before = String(file[0..<(found.first?.range.lowerBound ?? bytes.count)])
    let ends = found.dropFirst().map(\.range.lowerBound) + [bytes.count]
    pieces = zip(found, ends).map { piece, next in
      Piece(
        kind: piece.kind, range: piece.range, text: String(file[piece.range]),
        gap: String(file[piece.range.upperBound..<next]))
    }
  }

  private static func kind(of code: CodeBlock) -> Piece.Kind {
    let words = code.info.text.split(separator: " ")
    let name = words.first.map { $0.filter { !"{}".contains($0) } } ?? ""
    return .directive(name: name, label: words.count > 1 ? String(words[1]) : nil)
  }

  /// The lines of a range without the blank ones at either end; nil if all are blank.
  private static func prose(in range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || isLineEnd($0) }
    guard let first = bytes[range].firstIndex(where: { !isBlank($0) }),
      let last = bytes[range].lastIndex(where: { !isBlank($0) })
    else { return nil }
    let start = max(range.lowerBound, lineStart(before: first, in: bytes))
    return start..<min(range.upperBound, lineEnd(after: last, in: bytes))
  }

  private static func lineStart(before offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
  }

  private static func lineEnd(after offset: Int, in bytes: [UInt8]) -> Int {
    bytes[min(offset, bytes.count)...].firstIndex(where: isLineEnd) ?? bytes.count
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
