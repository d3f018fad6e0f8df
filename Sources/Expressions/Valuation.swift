/// The values of all names of a scope, with derivatives where they were asked for.
public struct Valuation: Sendable {
  /// The elements of each tensor, by ``NamedTensor/slot``.
  public var values: [[Double]]
  /// How every tensor changes with each element of another: `[by][element][slot]`, with nil where a
  /// tensor does not depend on it.
  public var slopes: [Int: [[[Double]?]]]

  /// ∂of/∂by of single numbers, in the order of the elements of `by`.
  public var gradients: [Plan.Gradient: [Double]]

  public init(
    values: [[Double]], slopes: [Int: [[[Double]?]]] = [:],
    gradients: [Plan.Gradient: [Double]] = [:]
  ) {
    self.values = values
    self.slopes = slopes
    self.gradients = gradients
  }

  /// The plan's value.
  ///
  /// - Parameter indices: the value of each index, by its place; at least as many as the compiler's
  ///   ``Compiler/placeCount``.
  public func value(of plan: Plan, indices: [Int] = []) -> Tensor<Double> {
    var evaluator = Evaluator<Double>(valuation: self, slopes: nil, indices: indices)
    return evaluator.tensor(plan.root)
  }

  /// The values of a plan that yields a number at each combination of the given indices, the last
  /// index running fastest.
  public func values(
    of plan: Plan, over axes: [(place: Int, count: Int)], placeCount: Int
  ) -> Tensor<Double> {
    var evaluator = Evaluator<Double>(
      valuation: self, slopes: nil, indices: [Int](repeating: 0, count: max(placeCount, 1)))
    var elements: [Double] = []
    var position = [Int](repeating: 0, count: axes.count)
    let total = axes.reduce(1) { $0 * $1.count }
    let inner = plan.shape
    for _ in 0..<total {
      for (axis, at) in zip(axes, position) { evaluator.indices[axis.place] = at }
      if inner.rank == 0 {
        elements.append(evaluator.scalar(plan.root))
      } else {
        elements += evaluator.tensor(plan.root).elements
      }
      var axis = axes.count - 1
      while axis >= 0 {
        position[axis] += 1
        if position[axis] < axes[axis].count { break }
        position[axis] = 0
        axis -= 1
      }
    }
    return Tensor(
      TensorShape(
        axes.map(\.count) + inner.axes, numerator: inner.numerator.map { $0 + axes.count }),
      elements)
  }
}
