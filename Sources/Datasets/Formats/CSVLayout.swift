import Diagnostics

/// What each column of a table is for.
struct CSVLayout {
  enum Role: Equatable {
    case unused
    /// The class, or the target of this number.
    case label(Int)
    /// The feature of this number, in the order of the features.
    case number(Int)
    case category(Int)
  }

  let names: [String]
  let roles: [Role]
  /// The columns of the features, in their order.
  let features: [Int]

  /// - Throws: for a column that is not there, is there twice, or has two roles at once.
  init(names: [String], isNamed: Bool, options: CSVOptions) throws(DatasetError) {
    self.names = names
    let finder = Finder(names: names, isNamed: isNamed)
    var roles = [Role](repeating: .unused, count: names.count)
    for (number, column) in options.label.columns.enumerated() {
      let index = try finder.index(of: column)
      guard roles[index] == .unused else { throw finder.twice(index, "given as a label") }
      roles[index] = .label(number)
    }
    let isLabel = roles.map { $0 != .unused }
    switch options.features {
    case .all:
      features = names.indices.filter { !isLabel[$0] }
    case .only(let columns):
      features = try finder.indices(of: columns, "chosen")
    case .without(let columns):
      let dropped = try finder.indices(of: columns, "dropped")
      if let label = dropped.first(where: { isLabel[$0] }) {
        throw DatasetError(
          .invalid, "column '\(names[label])' is the label and cannot be dropped",
          help: ["say which column is the label: 'label: …'"])
      }
      features = names.indices.filter { !isLabel[$0] && !dropped.contains($0) }
    }
    if let label = features.first(where: { isLabel[$0] }) {
      throw DatasetError(
        .invalid, "column '\(names[label])' is the label and cannot be a feature, too",
        help: ["leave it out of 'columns', or say which column is the label: 'label: …'"])
    }
    guard !features.isEmpty else {
      throw DatasetError(
        .malformed,
        options.label.columns.count == 1
          ? "has a label column and no other" : "has label columns and no other", at: .row(1))
    }
    for (number, column) in features.enumerated() { roles[column] = .number(number) }
    for column in try finder.indices(of: options.categories, "given as a category") {
      guard case .number(let number) = roles[column] else {
        throw DatasetError(
          .invalid, "column '\(names[column])' is no feature, so its words are not read",
          help: ["leave it out of 'categories'"])
      }
      roles[column] = .category(number)
    }
    self.roles = roles
  }
}

/// Finds columns by name or number.
private struct Finder {
  let names: [String]
  let isNamed: Bool

  func indices(
    of columns: [CSVOptions.Column], _ use: String
  ) throws(DatasetError) -> [Int] {
    var found: [Int] = []
    for column in columns {
      let index = try index(of: column)
      guard !found.contains(index) else { throw twice(index, use) }
      found.append(index)
    }
    return found
  }

  func twice(_ index: Int, _ use: String) -> DatasetError {
    DatasetError(.invalid, "column '\(names[index])' is \(use) twice", help: ["name it once"])
  }

  func index(of column: CSVOptions.Column) throws(DatasetError) -> Int {
    switch column {
    case .named(let name):
      guard let index = names.firstIndex(of: name) else { throw missing(name) }
      guard names.lastIndex(of: name) == index else {
        throw DatasetError(
          .invalid, "two columns are called '\(name)'", at: .row(1),
          help: ["say which by its number: columns count from 1, or from -1 at the last"])
      }
      return index
    case .number(let number):
      let index = number < 0 ? names.count + number : number - 1
      guard names.indices.contains(index), number != 0 else {
        throw DatasetError(
          .missing, "has no column number \(number): it has \(names.count)", at: .row(1),
          help: ["columns count from 1, or from -1 at the last"]
            + (names.contains(String(number))
              ? ["for the column of that name put it in quotes: \"\(number)\""] : []))
      }
      return index
    }
  }

  private func missing(_ name: String) -> DatasetError {
    DatasetError(
      .missing, "has no column '\(name)'", at: .row(1),
      help: isNamed
        ? NearestName.help(for: name, in: names, called: "its columns")
        : ["its columns have no names; give the number of the column: they count from 1"])
  }
}
