import Diagnostics

/// The classes of a dataset in the order that gives each its number.
struct ClassNames: Equatable {
  let names: [String]
  private let numbers: [String: Int]

  /// More are a sign that the column holds no classes.
  static let most = 10_000

  /// The declared classes, or else those that occur: in numeric order if all are whole numbers, in
  /// order of first appearance otherwise.
  ///
  /// - Throws: if a name is declared twice, or if there are too many to be classes.
  init(_ declared: [String], in labels: [String]) throws(DatasetError) {
    names = declared.isEmpty ? Self.found(in: labels) : declared
    guard names.count <= Self.most else {
      throw DatasetError(
        .invalid, "\(names.count) different labels are too many to be classes",
        help: ["name the label column, or read it as values"])
    }
    numbers = Dictionary(zip(names, names.indices)) { first, _ in first }
    guard numbers.count == names.count else {
      let twice = names.enumerated().first { numbers[$0.element] != $0.offset }
      throw DatasetError(.invalid, "class '\(twice?.element ?? "")' is declared twice")
    }
  }

  private static func found(in labels: [String]) -> [String] {
    var seen = Set<String>()
    let found = labels.filter { seen.insert($0).inserted }
    let numbers = found.compactMap(Int.init)
    guard numbers.count == found.count else { return found }
    return zip(numbers, found).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The class numbers of these labels, each from its line of a file.
  ///
  /// - Throws: for a label that is no class, with its line.
  func indices(
    of labels: [String], lines: [Int], column: String
  ) throws(DatasetError) -> [Int] {
    var indices = [Int]()
    indices.reserveCapacity(labels.count)
    for (label, line) in zip(labels, lines) {
      guard let index = numbers[label] else {
        throw DatasetError(
          .malformed, "label '\(label.prefix(40))' is not one of the declared classes",
          at: .cell(row: line, column: column),
          help: NearestName.help(for: label, in: names, called: "the classes"))
      }
      indices.append(index)
    }
    return indices
  }
}
