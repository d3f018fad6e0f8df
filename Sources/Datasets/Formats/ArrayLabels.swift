import Diagnostics

/// The classes that an array of labels holds: numbers, texts, or one-hot rows.
struct ArrayLabels {
  let indices: [Int]
  /// One for each class.
  let names: [String]

  /// - Parameters:
  ///   - samples: how many labels there must be.
  ///   - declared: the names of the classes in their order; empty for those found.
  ///   - classes: how many classes there are; nil for one more than the largest label.
  /// - Throws: if there are more labels or fewer, and for what is no class.
  init(
    _ labels: NumericArray, samples: Int, declared: [String], classes: Int?
  ) throws(DatasetError) {
    let isOnePerSample = [[samples], [1, samples], [samples, 1]].contains(labels.shape)
    guard !isOnePerSample else {
      if case .text(let texts) = labels.elements {
        (indices, names) = try Self.classes(texts, declared)
      } else {
        indices = try labels.indices()
        names = try Self.names(of: indices, declared, classes)
      }
      return
    }
    guard labels.shape.count == 2, labels.shape[0] == samples, labels.shape[1] > 1 else {
      let isTurned = labels.shape.count == 2 && labels.shape[1] == samples
      throw DatasetError(
        .malformed, "holds \(labels.shape.words) labels for \(samples) samples",
        help: isTurned
          ? ["a row for each sample is read: labels.T"] : ["one label for each sample is read"])
    }
    indices = try Self.places(labels)
    names = try Self.names(of: indices, declared, labels.shape[1])
  }

  /// Where the one of each row stands.
  private static func places(_ labels: NumericArray) throws(DatasetError) -> [Int] {
    let values: [Double]
    switch labels.elements {
    case .bytes(let bytes): values = bytes.map(Double.init)
    case .integers(let integers): values = integers.map(Double.init)
    case .reals(let reals): values = reals
    case .text: values = []
    }
    let width = labels.shape[1]
    let size = labels.shape.words
    guard !values.isEmpty else {
      throw DatasetError(
        .malformed, "holds \(size) texts, more than one for each sample",
        help: ["one label for each sample is read: labels[:, 0], say"])
    }
    var places: [Int] = []
    for start in stride(from: 0, to: values.count, by: width) {
      let row = values[start..<start + width]
      guard row.allSatisfy({ $0 == 0 || $0 == 1 }), row.reduce(0, +) == 1,
        let place = row.firstIndex(of: 1)
      else {
        throw DatasetError(
          .malformed,
          "holds \(size) labels for \(labels.shape[0]) samples, and row \(start / width) is not "
            + "one-hot, a single 1 among zeros",
          help: ["for the class of the largest value of each row: labels.argmax(axis=1)"])
      }
      places.append(place - start)
    }
    return places
  }

  private static func classes(
    _ texts: [String], _ declared: [String]
  ) throws(DatasetError) -> (indices: [Int], names: [String]) {
    let labels = texts.map { $0.trimmingSpaces() }
    if let index = labels.firstIndex(where: {
      CSVField.isMissing($0) && !declared.contains($0)
    }) {
      let text = labels[index]
      throw DatasetError(
        .malformed,
        "the label at index \(index) is missing" + (text.isEmpty ? "" : ": '\(text)'"),
        help: ["leave its sample out"]
          + (text.isEmpty
            ? [] : ["if '\(text)' is the name of a class, give the names of all: 'classes: […]'"]))
    }
    let classes = try ClassNames(declared, in: labels)
    return (try classes.indices(of: labels), classes.names)
  }

  private static func names(
    of indices: [Int], _ declared: [String], _ classes: Int?
  ) throws(DatasetError) -> [String] {
    let largest = indices.max() ?? 0
    guard largest < ClassNames.most else {
      throw DatasetError(.malformed, "label \(largest) is too large for a class number")
    }
    let count = declared.isEmpty ? classes ?? largest + 1 : declared.count
    if let bad = indices.firstIndex(where: { $0 >= count }) {
      throw DatasetError(
        .malformed,
        "label \(indices[bad]) of sample \(bad) is none of the \(count) classes 0 to \(count - 1)")
    }
    if let classes, classes != count, !declared.isEmpty {
      throw DatasetError(
        .invalid, "\(count) names are given for \(classes) classes",
        help: ["'classes' names every class, in the order of their numbers"])
    }
    return declared.isEmpty ? (0..<count).map(String.init) : declared
  }
}
