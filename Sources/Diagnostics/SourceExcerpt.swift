/// A piece of a file that was lifted out of it, with the way back to where each byte came from.
///
/// The body of a fenced block inside a list or a quotation loses the indentation and the `>` of
/// every line, so its bytes are not one run of the file; a piece keeps one segment per line.
/// Parsers of TeX, YAML and code work on `text` and report offsets in it; `range(inFile:)` turns
/// those into offsets in the file.
public struct SourceExcerpt: Sendable, Equatable {
  /// One unbroken run: from `local` on, the bytes of `text` are those of the file from `file` on.
  public struct Segment: Sendable, Equatable {
    public let local: Int
    public let file: Int

    public init(local: Int, file: Int) {
      self.local = local
      self.file = file
    }
  }

  public let text: String
  /// In ascending order of `local`; the first one starts at 0.
  public let segments: [Segment]

  /// A piece that is one unbroken run of the file from `offset` on.
  public init(_ text: String, at offset: Int = 0) {
    self.init(text, segments: [Segment(local: 0, file: offset)])
  }

  public init(_ text: String, segments: [Segment]) {
    self.text = text
    self.segments = segments.isEmpty ? [Segment(local: 0, file: 0)] : segments
  }

  /// Where an offset of this piece stands in the file.
  public func offset(inFile local: Int) -> Int {
    let segment = segments[segmentIndex(of: local)]
    return segment.file + (local - segment.local)
  }

  private func segmentIndex(of local: Int) -> Int { segments.lastIndex(atMost: local, by: \.local) }

  /// Where a range of this piece stands in the file. An empty range stays empty.
  public func range(inFile local: Range<Int>) -> Range<Int> {
    let start = offset(inFile: local.lowerBound)
    guard !local.isEmpty else { return start..<start }
    return start..<max(start, offset(inFile: local.upperBound - 1) + 1)
  }

  /// The part between two local offsets as a piece of its own.
  public func excerpt(_ local: Range<Int>) -> SourceExcerpt {
    let utf8 = text.utf8
    let lower = max(0, min(local.lowerBound, utf8.count))
    let upper = max(lower, min(local.upperBound, utf8.count))
    let from = utf8.index(utf8.startIndex, offsetBy: lower)
    let to = utf8.index(from, offsetBy: upper - lower)
    var kept = [Segment(local: 0, file: offset(inFile: lower))]
    for segment in segments[(segmentIndex(of: lower) + 1)...] {
      if segment.local >= upper { break }
      kept.append(Segment(local: segment.local - lower, file: segment.file))
    }
    return SourceExcerpt(String(text[from..<to]), segments: kept)
  }
}
