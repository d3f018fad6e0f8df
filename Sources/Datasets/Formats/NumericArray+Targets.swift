import Neural

extension NumericArray {
  /// Its numbers as targets, a row for each sample: `[samples]`, or `[samples × outputs]` of any axes.
  ///
  /// - Throws: for another number of rows, for text, for NaN and infinity.
  func targets(samples: Int) throws(DatasetError) -> Matrix<Double> {
    let isColumn = [[samples], [1, samples], [samples, 1]].contains(shape)
    guard isColumn || shape.count > 1 && shape[0] == samples && !shape.contains(0) else {
      let isTurned = shape.count == 2 && shape[1] == samples
      throw DatasetError(
        .malformed, "holds \(shape.words) targets for \(samples) samples",
        help: [
          isTurned ? "a row for each sample is read: labels.T" : "a row for each sample is read"
        ])
    }
    let columns = elements.count / samples
    let numbers: [Double]
    switch elements {
    case .bytes(let bytes): numbers = bytes.map(Double.init)
    case .integers(let values): numbers = values.map(Double.init)
    case .reals(let values): numbers = values
    case .text:
      throw DatasetError(
        .malformed, "the targets are text, not numbers to be predicted",
        help: ["for classes leave 'regression' out"])
    }
    if let bad = numbers.firstIndex(where: { !$0.isFinite }) {
      throw DatasetError(
        .malformed,
        "target \(bad % columns) of sample \(bad / columns) is \(numbers[bad]), not a finite number"
      )
    }
    return Matrix(rows: samples, columns: columns, values: numbers)
  }
}
