import Diagnostics

/// The text of a paragraph, heading or table cell as the parser reads it, with the way back from
/// each of its bytes to the file.
///
/// The parser hands out the text of a block without the indentation, the `>` of quotations and the
/// backslashes before the pipes of a table; so it is laid against the lines it came from, and
/// every stretch in which the bytes run along with the file's is one segment.
struct Leaf {
  let content: [UInt8]
  private let segments: [SourceExcerpt.Segment]

  init(_ content: [UInt8], segments: [SourceExcerpt.Segment]) {
    self.content = content
    self.segments = segments.isEmpty ? [SourceExcerpt.Segment(local: 0, file: 0)] : segments
  }

  /// Where a byte of the text stands in the file. Several stand at the same place where a tab has
  /// become spaces.
  func file(_ local: Int) -> Int {
    let index = index(of: local)
    let place = segments[index].file + (local - segments[index].local)
    return index + 1 < segments.count ? min(place, segments[index + 1].file) : place
  }

  func file(_ range: Range<Int>) -> Range<Int> {
    let start = file(range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    let end = file(range.upperBound - 1) + 1
    return
      start..<max(start, range.upperBound < content.count ? min(end, file(range.upperBound)) : end)
  }

  /// A part of the text; what `cover` stands for is put back.
  func excerpt(_ range: Range<Int>, cover: UInt8?) -> SourceExcerpt {
    var kept = [SourceExcerpt.Segment(local: 0, file: file(range.lowerBound))]
    var next = index(of: range.lowerBound) + 1
    while next < segments.count, segments[next].local < range.upperBound {
      kept.append(
        SourceExcerpt.Segment(
          local: segments[next].local - range.lowerBound, file: segments[next].file))
      next += 1
    }
    return SourceExcerpt(content[range].text(uncovering: cover), segments: kept)
  }

  private func index(of local: Int) -> Int { segments.lastIndex(atMost: local, by: \.local) }
}

extension Leaf {
  /// Text whose lines are the ends of consecutive lines of the file, from `firstLine` on.
  ///
  /// Only what stands before a line is taken from it, and of its last line the blanks at the end;
  /// a tab of which a container took a part comes as spaces. Hence lines are compared from behind.
  /// In a table's surroundings pipes have lost their backslashes.
  init(_ content: [UInt8], fromLine firstLine: Int, of lines: SourceLines, losesBackslashes: Bool) {
    var segments: [SourceExcerpt.Segment] = []
    var line = firstLine
    var start = 0
    while start < content.count || start == 0 {
      let end = content[start...].firstIndex(of: .newline) ?? content.count
      let source = lines[line]
      segments += Self.segments(
        for: content, in: start..<end, against: source, of: lines.bytes,
        losesBackslashes: losesBackslashes)
      line += 1
      start = end + 1
    }
    self.init(content, segments: segments)
  }

  /// The segments of one line, laid against its source from behind.
  private static func segments(
    for content: [UInt8], in local: Range<Int>, against source: Range<Int>, of bytes: [UInt8],
    losesBackslashes: Bool
  ) -> [SourceExcerpt.Segment] {
    var from = source.upperBound
    if let last = content[local].last, !last.isSpace {
      while from > source.lowerBound, bytes[from - 1].isSpace { from -= 1 }
    }
    var found: [SourceExcerpt.Segment] = []
    var index = local.upperBound
    while index > local.lowerBound, from > source.lowerBound {
      let (wanted, have) = (content[index - 1], bytes[from - 1])
      // A pipe may be covered, and a NUL replaced: control characters match whatever is there.
      guard wanted == have || (wanted < 32 && wanted != .tab) else { break }
      index -= 1
      from -= 1
      if losesBackslashes, have == .pipe, from > source.lowerBound, bytes[from - 1] == .backslash {
        found.append(SourceExcerpt.Segment(local: index, file: from))
        from -= 1
      }
    }
    if index < local.upperBound || local.isEmpty {
      found.append(SourceExcerpt.Segment(local: index, file: from))
    }
    if index > local.lowerBound {
      // Spaces that stand for a part of the tab before.
      found.append(
        SourceExcerpt.Segment(local: local.lowerBound, file: max(source.lowerBound, from - 1)))
    }
    return found.reversed()
  }

  /// The text of a table cell, which is looked for from `start` in its row.
  ///
  /// - Returns: the text, and where the row goes on after it.
  static func cell(
    _ content: [UInt8], from start: Int, before limit: Int, of bytes: [UInt8]
  ) -> (leaf: Leaf, end: Int) {
    var segments = [SourceExcerpt.Segment(local: 0, file: start)]
    var from = start
    for (local, wanted) in content.enumerated() {
      guard from < limit else { break }
      if wanted == .pipe, bytes[from] == .backslash, from + 1 < limit, bytes[from + 1] == .pipe {
        from += 1
        segments.append(SourceExcerpt.Segment(local: local, file: from))
      }
      from += 1
    }
    return (Leaf(content, segments: segments), from)
  }
}

extension Collection<UInt8> {
  /// The bytes as text, with the pipes that `PipeGuard` covered.
  func text(uncovering cover: UInt8?) -> String {
    guard let cover else { return String(decoding: self, as: UTF8.self) }
    return String(decoding: map { $0 == cover ? .pipe : $0 }, as: UTF8.self)
  }
}
