/// Why some data cannot be used: in which file and where, what is wrong, how to mend it.
///
/// The message is lowercase, shows what was found and what was expected, and ends without a full stop.
public struct DatasetError: Error, Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// No such file, dataset, column or class.
    case missing
    /// The operating system refused to read or write.
    case unreadable
    /// The file is not what its format, or its own header, says.
    case malformed
    /// More than the limit of memory or pixels.
    case tooLarge
    /// Well-formed, but of a sort that is not read here.
    case unsupported
    /// The request makes no sense for this data: an empty split, a fraction above one.
    case invalid
  }

  /// Where in the file. Rows and columns count from one, bytes from zero.
  public enum Place: Sendable, Equatable {
    case row(Int)
    case cell(row: Int, column: String)
    case byte(Int)
  }

  public let kind: Kind
  public let message: String
  public let file: String?
  public let place: Place?
  public let help: [String]

  public init(
    _ kind: Kind, _ message: String, file: String? = nil, at place: Place? = nil,
    help: [String] = []
  ) {
    self.kind = kind
    self.message = message
    self.file = file
    self.place = place
    self.help = help
  }

  /// The same error about a named file, unless it names one already.
  func inFile(_ path: String) -> DatasetError {
    file == nil ? DatasetError(kind, message, file: path, at: place, help: help) : self
  }
}

extension DatasetError: CustomStringConvertible {
  /// The error in one line, without its help: `iris.csv, row 3, column 'petal_width': …`.
  public var description: String {
    var words = [String]()
    if let file { words.append(file) }
    switch place {
    case .row(let row): words.append("row \(row)")
    case .cell(let row, let column): words.append("row \(row), column '\(column)'")
    case .byte(let offset): words.append("byte \(offset)")
    case nil: break
    }
    return words.isEmpty ? message : words.joined(separator: ", ") + ": " + message
  }
}
