extension Evaluator {
  /// The derivative of a number by element `at` of tensor `by`.
  mutating func slope(of numerator: Typed, by slot: Int, at element: Int) -> Double {
    if let known = gradient(of: numerator, by: slot) { return known[element] }
    var inner = Evaluator<Dual>(
      valuation: valuation, slopes: directions(of: slot)[element], indices: indices)
    return inner.scalar(numerator).slope
  }

  mutating func derivative(
    _ numerator: Typed, by slot: Int, at position: Position?, _ shape: TensorShape
  ) -> Tensor<Number> {
    if let known = gradient(of: numerator, by: slot) {
      let chosen = position.map { [known[offset($0)]] } ?? known
      return Tensor(shape, chosen.map { Number($0) })
    }
    let directions = directions(of: slot)
    if let position {
      let at = offset(position)
      var inner = Evaluator<Dual>(valuation: valuation, slopes: directions[at], indices: indices)
      return Tensor(shape, inner.tensor(numerator).elements.map { Number($0.slope) })
    }
    var columns: [[Dual]] = []
    for direction in directions {
      var inner = Evaluator<Dual>(valuation: valuation, slopes: direction, indices: indices)
      columns.append(
        numerator.shape.rank == 0 ? [inner.scalar(numerator)] : inner.tensor(numerator).elements)
    }
    var elements: [Number] = []
    elements.reserveCapacity(shape.count)
    for row in 0..<numerator.shape.count {
      for column in columns { elements.append(Number(column[row].slope)) }
    }
    return Tensor(shape, elements)
  }

  private func gradient(of numerator: Typed, by slot: Int) -> [Double]? {
    guard case .slot(let of) = numerator.node else { return nil }
    return valuation.gradients[Plan.Gradient(of: of, by: slot)]
  }

  private func directions(of slot: Int) -> [[[Double]?]] {
    guard let directions = valuation.slopes[slot] else {
      preconditionFailure("no derivatives were prepared for a denominator of the plan")
    }
    return directions
  }
}
