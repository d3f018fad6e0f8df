/// Something wrong, or doubtful, in what a user wrote: what it is, where it stands, how to mend it.
///
/// The message is lowercase, quotes the user's own text and ends without a full stop. What to do
/// about it stands in `help`. Ranges are UTF-8 offsets in the file that is being read.
public struct Diagnostic: Error, Sendable, Equatable {
  public enum Severity: String, Sendable {
    case error
    case warning
  }

  /// A further place or fact that explains the message.
  public struct Note: Sendable, Equatable {
    public let message: String
    public let range: Range<Int>?

    public init(_ message: String, at range: Range<Int>? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// A stable name that says what kind of mistake this is, such as `option.unknown`.
  public let id: String
  public let severity: Severity
  public let message: String
  /// Where it stands; nil if it concerns the file as a whole.
  public var range: Range<Int>?
  public var notes: [Note]
  public var help: [String]

  public init(
    _ id: String, _ message: String, severity: Severity = .error, at range: Range<Int>? = nil,
    notes: [Note] = [], help: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
  }

  public static func warning(
    _ id: String, _ message: String, at range: Range<Int>? = nil, notes: [Note] = [],
    help: [String] = []
  ) -> Diagnostic {
    Diagnostic(id, message, severity: .warning, at: range, notes: notes, help: help)
  }

  /// The same diagnostic about a piece of a file, with its ranges turned into those of the file.
  public func moved(into excerpt: SourceExcerpt) -> Diagnostic {
    var moved = self
    moved.range = range.map(excerpt.range(inFile:))
    moved.notes = notes.map { Note($0.message, at: $0.range.map(excerpt.range(inFile:))) }
    return moved
  }
}

/// Several diagnostics thrown as one error.
public struct DiagnosticList: Error, Sendable, Equatable {
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
