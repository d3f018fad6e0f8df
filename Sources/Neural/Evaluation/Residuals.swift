/// How far the outputs of a network are from numeric targets, output by output.
public struct Residuals: Sendable, Equatable {
  /// The sums over the examples for one output.
  public struct Output: Sendable, Equatable {
    /// Σ (a − y)².
    public var squares: Double
    /// Σ |a − y|.
    public var distances: Double
    /// Σ (y − ȳ)²: what predicting the mean would leave.
    public let spread: Double

    package init(squares: Double = 0, distances: Double = 0, spread: Double) {
      self.squares = squares
      self.distances = distances
      self.spread = spread
    }
  }

  public internal(set) var outputs: [Output]
  /// The examples.
  public let count: Int

  package init(outputs: [Output], count: Int) {
    self.outputs = outputs
    self.count = count
  }

  /// Nothing answered yet.
  init(of targets: Matrix<Double>) {
    let means = targets.columnSums.map { $0 / Double(max(targets.rows, 1)) }
    outputs = (0..<targets.columns).map { column in
      Output(
        spread: (0..<targets.rows).reduce(0) { sum, row in
          let apart = targets[row, column] - means[0, column]
          return sum + apart * apart
        })
    }
    count = targets.rows
  }

  /// The root of the mean squared residual of one output, or of all together.
  public func rmse(output: Int? = nil) -> Double {
    (sum(\.squares, output) / size(output)).squareRoot()
  }

  /// The mean distance of one output, or of all together.
  public func mae(output: Int? = nil) -> Double { sum(\.distances, output) / size(output) }

  /// 1 − Σ(a − y)² / Σ(y − ȳ)², with a mean for each output: 1 where all is right, 0 where the means
  /// would do as well. Nil where the targets do not vary.
  public func r2(output: Int? = nil) -> Double? {
    let spread = sum(\.spread, output)
    return spread > 0 ? 1 - sum(\.squares, output) / spread : nil
  }

  private func size(_ output: Int?) -> Double {
    Double(count) * Double(output == nil ? outputs.count : 1)
  }

  private func sum(_ part: KeyPath<Output, Double>, _ output: Int?) -> Double {
    if let output { return outputs[output][keyPath: part] }
    return outputs.reduce(0) { $0 + $1[keyPath: part] }
  }
}
