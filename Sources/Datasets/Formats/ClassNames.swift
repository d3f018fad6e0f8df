import Diagnostics

/// The classes of a dataset in the order that gives each its number.
struct ClassNames: Equatable {
  let names: [String]
  private let numbers: [LabelKey: Int]
  private let decimal: CSVDecimal

  /// More are a sign that the column holds no classes.
  static let most = 10_000

  /// The declared classes, or else those that occur: in numeric order if all are numbers, in order of
  /// first appearance otherwise. What is one number is one class, however it is written.
  ///
  /// - Parameter words: what labels are called in an error.
  /// - Throws: if a name is declared twice, or if there are too many to be classes.
  init(
    _ declared: [String], in labels: [String], decimal: CSVDecimal = .point,
    called words: String = "labels"
  ) throws(DatasetError) {
    names = declared.isEmpty ? Self.found(in: labels, decimal) : declared
    self.decimal = decimal
    guard names.count <= Self.most else {
      throw DatasetError(
        .invalid, "\(names.count) different \(words) are too many to be classes",
        help: ["name the label column, or read it as values"])
    }
    let keys = names.map { LabelKey($0, decimal: decimal) }
    numbers = Dictionary(zip(keys, names.indices)) { first, _ in first }
    guard numbers.count == names.count else {
      let twice = keys.indices.first { numbers[keys[$0]] != $0 }
      throw DatasetError(.invalid, "class '\(twice.map { names[$0] } ?? "")' is declared twice")
    }
  }

  private static func found(in labels: [String], _ decimal: CSVDecimal) -> [String] {
    var spellings: [String: LabelKey] = [:]
    var found: [(key: LabelKey, name: String)] = []
    var seen: Set<LabelKey> = []
    var isSpeltTwice = false
    for label in labels where spellings[label] == nil {
      let key = LabelKey(label, decimal: decimal)
      spellings[label] = key
      if seen.insert(key).inserted { found.append((key, label)) } else { isSpeltTwice = true }
    }
    // Where a number is written in two ways, neither is the right one, and all are shown alike.
    if isSpeltTwice { found = found.map { ($0.key, $0.key.text) } }
    let values = found.compactMap { $0.key.number }
    guard values.count == found.count else { return found.map(\.name) }
    return zip(values, found).sorted { $0.0 < $1.0 }.map(\.1.name)
  }

  /// The class numbers of these labels.
  ///
  /// - Parameter place: where the label of this index stands in its file.
  /// - Throws: for a label that is no class, with its place.
  func indices(
    of labels: [String], at place: (Int) -> DatasetError.Place? = { _ in nil }
  ) throws(DatasetError) -> [Int] {
    var known: [String: Int] = [:]
    var indices = [Int]()
    indices.reserveCapacity(labels.count)
    for (position, label) in labels.enumerated() {
      guard let index = known[label] ?? numbers[LabelKey(label, decimal: decimal)] else {
        throw DatasetError(
          .malformed, "label '\(label.prefix(40))' is not one of the declared classes",
          at: place(position),
          help: NearestName.help(for: label, in: names, called: "the classes"))
      }
      known[label] = index
      indices.append(index)
    }
    return indices
  }
}
