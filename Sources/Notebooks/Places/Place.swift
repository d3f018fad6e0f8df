/// What stands at a place of a lesson, for whoever asks while it is written.
public struct Place: Sendable, Equatable {
  /// In UTF-8 offsets of the file.
  public let range: Range<Int>
  /// What it is, in Markdown.
  public let documentation: String
  /// Where it was given its meaning, if the lesson did that.
  public let definition: Range<Int>?

  init(_ range: Range<Int>, _ documentation: String, definition: Range<Int>? = nil) {
    self.range = range
    self.documentation = documentation
    self.definition = definition
  }
}

extension Range<Int> {
  /// Whether a cursor at an offset is on this range: on one of its bytes or directly behind it.
  func touches(_ offset: Int) -> Bool { lowerBound <= offset && offset <= upperBound }
}
