/// How a CSV file is to be read as samples.
public struct CSVOptions: Sendable, Equatable {
  /// A column by what the first row calls it, or by its place.
  public enum Column: Sendable, Equatable {
    case named(String)
    /// Counted from one; negative numbers count from the last, which is −1.
    case number(Int)
  }

  public enum Label: Sendable, Equatable {
    /// The column's values are classes, text or numbers.
    case classes(Column)
    /// The columns' values are numbers to be predicted, one output for each; no columns where all of
    /// them are features.
    case values([Column])
  }

  /// Which columns are features.
  public enum Features: Sendable, Equatable {
    /// All but the label.
    case all
    /// These, in this order.
    case only([Column])
    case without([Column])
  }

  public let label: Label
  /// Whether the first row names the columns; nil: told from what stands in it (`CSVHeader`).
  public let hasHeader: Bool?
  /// The classes there may be, in their order. Empty: those found, in order of first appearance, or
  /// in numeric order if all are numbers.
  public let classes: [String]
  /// What parts the fields; nil: commas, unless the rows look parted by something else, which is an
  /// error then.
  public let separator: CSVSeparator?
  public let decimal: CSVDecimal
  public let features: Features
  /// The features that are words, each of which becomes a feature of its own, 1 or 0.
  public let categories: [Column]

  public init(
    label: Label, hasHeader: Bool? = nil, classes: [String] = [],
    separator: CSVSeparator? = nil, decimal: CSVDecimal = .point, features: Features = .all,
    categories: [Column] = []
  ) {
    self.label = label
    self.hasHeader = hasHeader
    self.classes = classes
    self.separator = separator
    self.decimal = decimal
    self.features = features
    self.categories = categories
  }

  /// Every column that is spoken of.
  var mentioned: [Column] {
    let chosen: [Column] =
      switch features {
      case .all: []
      case .only(let columns), .without(let columns): columns
      }
    return label.columns + chosen + categories
  }
}

extension CSVOptions.Label {
  var columns: [CSVOptions.Column] {
    switch self {
    case .classes(let column): [column]
    case .values(let columns): columns
    }
  }
}
