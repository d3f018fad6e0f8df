/// How a CSV file is to be read as samples.
public struct CSVOptions: Sendable, Equatable {
  /// Which column holds the label.
  public enum Column: Sendable, Equatable {
    case named(String)
    /// Counted from one; negative numbers count from the last, which is −1.
    case number(Int)
  }

  public enum Label: Sendable, Equatable {
    /// The column's values are classes, text or numbers.
    case classes(Column)
    /// The column's values are numbers to be predicted.
    case values(Column)
  }

  /// Whether the first row names the columns; nil: it does if one of its fields is no number.
  public let hasHeader: Bool?
  public let label: Label
  /// The classes there may be, in their order. Empty: those found, in order of first appearance, or
  /// in numeric order if all are whole numbers.
  public let classes: [String]
  public let delimiter: UInt8

  public init(
    label: Label, hasHeader: Bool? = nil, classes: [String] = [],
    delimiter: UInt8 = UInt8(ascii: ",")
  ) {
    self.label = label
    self.hasHeader = hasHeader
    self.classes = classes
    self.delimiter = delimiter
  }
}

extension CSVOptions.Label {
  var column: CSVOptions.Column {
    switch self {
    case .classes(let column), .values(let column): column
    }
  }

  var isClassified: Bool {
    if case .classes = self { true } else { false }
  }
}
