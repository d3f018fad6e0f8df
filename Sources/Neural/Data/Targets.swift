/// What the network should answer, one row per sample.
public enum Targets: Sendable, Equatable {
  /// The class of each sample, which must be in 0..<`count`; one-hot rows are made as batches
  /// need them.
  case classes([Int], count: Int)
  /// Numbers to be predicted, `[samples × outputs]`.
  case values(Matrix<Double>)

  /// What is asked of a network: which class, or how much.
  public enum Kind: String, Sendable, CaseIterable {
    case classes
    case values
  }

  public var kind: Kind {
    switch self {
    case .classes: .classes
    case .values: .values
    }
  }

  /// The number of samples.
  public var count: Int {
    switch self {
    case .classes(let labels, _): labels.count
    case .values(let matrix): matrix.rows
    }
  }

  /// Throws where they do not fit a network of this many outputs.
  ///
  /// Two classes also fit a single output, which is then the probability of the second.
  public func validate(outputs: Int) throws(ShapeError) {
    switch self {
    case .classes(_, let count) where count == outputs || (count == 2 && outputs == 1): return
    case .classes(_, let count): throw .outputs(given: count, expected: outputs)
    case .values(let matrix) where matrix.columns == outputs: return
    case .values(let matrix): throw .outputs(given: matrix.columns, expected: outputs)
    }
  }

  /// The targets at these indices, `[indices × outputs]`; classes are one-hot, or 0 and 1 for a
  /// single output.
  public func batch<Scalar: Real>(
    _ indices: some Collection<Int>, outputs: Int, as scalar: Scalar.Type = Scalar.self
  ) -> Matrix<Scalar> {
    gather(Array(indices), outputs: outputs)
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  private func gather<Scalar: Real>(_ indices: [Int], outputs: Int) -> Matrix<Scalar> {
    var result = Matrix<Scalar>(rows: indices.count, columns: outputs)
    switch self {
    case .classes(let labels, _):
      for (row, index) in indices.enumerated() {
        if outputs == 1 {
          result[row, 0] = Scalar(labels[index])
        } else {
          result[row, labels[index]] = 1
        }
      }
    case .values(let matrix):
      precondition(matrix.columns == outputs, "targets as wide as the network's outputs")
      for (row, index) in indices.enumerated() {
        for column in 0..<outputs { result[row, column] = Scalar(matrix[index, column]) }
      }
    }
    return result
  }

  /// All targets as one matrix.
  public func matrix<Scalar: Real>(
    outputs: Int, as scalar: Scalar.Type = Scalar.self
  ) -> Matrix<Scalar> {
    batch(0..<count, outputs: outputs)
  }

  /// The class of every sample; nil where the targets are numbers, which are no classes.
  public var labels: [Int]? {
    if case .classes(let labels, _) = self { labels } else { nil }
  }

  /// The class of one sample; nil where the targets are numbers.
  public func label(_ index: Int) -> Int? {
    if case .classes(let labels, _) = self { labels[index] } else { nil }
  }

  /// The targets at these indices, in their order.
  public func selecting(_ indices: some Collection<Int>) -> Targets {
    switch self {
    case .classes(let labels, let count): .classes(indices.map { labels[$0] }, count: count)
    case .values(let matrix):
      .values(batch(indices, outputs: matrix.columns))
    }
  }
}
