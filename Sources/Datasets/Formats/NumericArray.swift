/// An array of any rank as a data file holds it, row-major.
public struct NumericArray: Sendable, Equatable {
  public enum Elements: Sendable, Equatable {
    case bytes([UInt8])
    case integers([Int64])
    case reals([Double])
    case text([String])

    public var count: Int {
      switch self {
      case .bytes(let values): values.count
      case .integers(let values): values.count
      case .reals(let values): values.count
      case .text(let values): values.count
      }
    }
  }

  /// The extent of each axis; empty for a single value.
  public let shape: [Int]
  public let elements: Elements

  /// The array of these elements. There must be as many as the product of `shape`.
  public init(shape: [Int], elements: Elements) {
    precondition(
      elements.count == shape.reduce(1, *), "\(elements.count) elements for the shape \(shape)")
    self.shape = shape
    self.elements = elements
  }

  /// Its elements as class numbers.
  ///
  /// - Throws: if they are text, fractions, negative, or above what an `Int` holds.
  public func indices() throws(DatasetError) -> [Int] {
    switch elements {
    case .bytes(let values):
      return values.map(Int.init)
    case .integers(let values):
      if let bad = values.firstIndex(where: { $0 < 0 }) {
        throw DatasetError(.malformed, "label \(values[bad]) at index \(bad) is negative")
      }
      return values.map(Int.init)
    case .reals(let values):
      var indices = [Int]()
      indices.reserveCapacity(values.count)
      for (position, value) in values.enumerated() {
        guard let index = Int(exactly: value), index >= 0 else {
          throw DatasetError(
            .malformed,
            value.isNaN
              ? "the label at index \(position) is missing: it is NaN"
              : "label \(value) at index \(position) is no class number")
        }
        indices.append(index)
      }
      return indices
    case .text:
      throw DatasetError(
        .malformed, "the labels are text, not class numbers",
        help: ["number them: np.unique(labels, return_inverse=True)[1]"])
    }
  }
}

extension [Int] {
  /// The product of the extents, or nil beyond what an `Int` holds or if one is negative.
  var volume: Int? {
    var product = 1
    for extent in self {
      let (next, overflow) = product.multipliedReportingOverflow(by: extent)
      guard extent >= 0, !overflow else { return nil }
      product = next
    }
    return product
  }
}
