import Diagnostics
import Notebooks
import Reports

extension JupyterNotebook {
  /// The blank line between two cells where nothing else is said.
  static let usualGap = "\n\n"

  /// A lesson as a notebook: prose as Markdown, every directive as a code cell whose source is the
  /// fenced block as written, front matter as a raw cell.
  ///
  /// - Parameter exhibits: what the run showed, in the order of the directives; nil if it was not run.
  public init(lesson file: SourceFile, showing exhibits: Exhibits? = nil) {
    let newline = LineEnding(of: file.text)
    let text = newline.normalized(file.text)
    let pieces = LessonPieces(of: SourceFile(name: file.name, text: text))
    var ids: Set<String> = []
    var cells = pieces.pieces.enumerated().map { index, piece in
      JupyterCell(piece, id: Self.id(of: piece, at: index, &ids))
    }
    for index in cells.indices {
      let next = index + 1 < cells.count ? cells[index + 1].id : nil
      let gap = pieces.pieces[index].gap
      guard gap != (next == nil ? "\n" : Self.usualGap) else { continue }
      cells[index].origin = cells[index].origin ?? .init()
      cells[index].origin?.after = gap
      cells[index].origin?.next = next
    }
    let directives = cells.indices.filter { cells[$0].kind == .code }
    for (number, (index, cell)) in zip(directives, exhibits?.cells ?? []).enumerated() {
      cells[index].executionCount = cell.isRun ? number + 1 : nil
      cells[index].outputs = cell.jupyterOutputs
    }
    // Prose stays as it was written, so what is said at the head of a page stands above the first result.
    if let first = directives.first, let banners = exhibits?.banners {
      let outputs = banners.map { text in
        JupyterOutput.display(
          ["text/markdown": "> \(MarkdownText.escaped(text))", "text/plain": text])
      }
      cells[first].outputs.insert(contentsOf: outputs, at: 0)
    }
    self.init(
      cells: cells, language: nil,
      origin: Origin(
        before: pieces.before.isEmpty ? nil : pieces.before, newline: newline.recorded))
  }

  /// A directive's name and label make an id that stays when cells are added above it.
  private static func id(
    of piece: LessonPieces.Piece, at index: Int, _ taken: inout Set<String>
  ) -> String {
    var id = "cell-\(index + 1)"
    if case .directive(let name, let label?) = piece.kind {
      let wanted = "\(name)-\(label)"
      let isValid = wanted.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
      // More than 64 characters are no id; a label may be used twice by mistake.
      if isValid, wanted.utf8.count <= 64, !name.isEmpty, name != "cell", !taken.contains(wanted) {
        id = wanted
      }
    }
    taken.insert(id)
    return id
  }
}

extension JupyterCell {
  fileprivate init(_ piece: LessonPieces.Piece, id: String) {
    switch piece.kind {
    case .frontMatter:
      self.init(.raw, id: id, source: piece.text)
      format = "text/yaml"
    case .prose: self.init(.markdown, id: id, source: piece.text)
    case .directive(let name, _):
      self.init(.code, id: id, source: piece.text)
      origin = Origin(directive: name)
    }
  }
}

/// How the lines of a text end: all alike, or as they please.
struct LineEnding {
  private let isWindows: Bool

  /// Line feeds alone need no record; a mixture is kept as it is.
  var recorded: String? { isWindows ? "\r\n" : nil }

  init(of text: String) {
    var previous: UInt8 = 0
    var (pairs, isUniform) = (0, true)
    for byte in text.utf8 {
      if byte == 0x0A {
        if previous == 0x0D { pairs += 1 } else { isUniform = false }
      } else if previous == 0x0D {
        isUniform = false
      }
      previous = byte
    }
    isWindows = pairs > 0 && isUniform && previous != 0x0D
  }

  func normalized(_ text: String) -> String { isWindows ? Self.unix(text) : text }

  /// The text with every pair CR LF as a line feed.
  static func unix(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let kept = bytes.indices.filter { index in
      bytes[index] != 0x0D || index + 1 == bytes.count || bytes[index + 1] != 0x0A
    }
    return String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
  }

  /// The text with every line feed as a pair.
  static func windows(_ text: String) -> String {
    String(decoding: unix(text).utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, as: UTF8.self)
  }
}
