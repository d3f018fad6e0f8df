extension GradientCheck {
  /// Checks the gradients of a batch.
  ///
  /// - Parameters:
  ///   - masks: dropout's factors, held fixed.
  ///   - faults: published mistakes for the backward pass to make.
  ///   - limit: how many numbers of a parameter to check, spread evenly over it; nil for all.
  /// - Throws: `ShapeError` where the batch does not fit the network.
  public init<Scalar: Real>(
    _ network: Network<Scalar>, _ x: Matrix<Double>, _ y: Matrix<Double>,
    reduction: Training.Reduction = .mean, regularization: Regularization = .none,
    masks: [Matrix<Double>] = [], faults: Set<Fault> = [], step: Double = Self.defaultStep,
    limit: Int? = nil
  ) throws(ShapeError) {
    let objective = Objective(
      network: network.converted(to: Double.self), x: x, y: y, masks: masks,
      reduction: reduction, regularization: regularization)
    let gradients = try objective.gradients(faults: faults)
    var rows: [Row] = []
    for index in gradients.indices {
      rows.append(
        try objective.check(
          parameter: index, gradient: gradients[index], step: step, limit: limit))
    }
    self.rows = rows
    self.step = step
  }

  /// The error at each step size, from 10⁻¹ down to 10⁻¹²: first the truncation falls with h²,
  /// then rounding rises with 1/h. A wrong gradient stays wrong at every size.
  public static func errorsByStep<Scalar: Real>(
    _ network: Network<Scalar>, _ x: Matrix<Double>, _ y: Matrix<Double>,
    reduction: Training.Reduction = .mean, regularization: Regularization = .none,
    faults: Set<Fault> = [], limit: Int? = nil
  ) throws(ShapeError) -> [(step: Double, error: Double)] {
    var series: [(step: Double, error: Double)] = []
    for exponent in 1...12 {
      let step = (0..<exponent).reduce(1.0) { size, _ in size / 10 }
      let check = try GradientCheck(
        network, x, y, reduction: reduction, regularization: regularization, faults: faults,
        step: step, limit: limit)
      series.append((step, check.rawError))
    }
    return series
  }
}

/// What training makes small, as a function of the parameters.
private struct Objective {
  let network: Network<Double>
  let x: Matrix<Double>
  let y: Matrix<Double>
  let masks: [Matrix<Double>]
  let reduction: Training.Reduction
  let regularization: Regularization

  func gradients(faults: Set<Fault>) throws(ShapeError) -> [Matrix<Double>] {
    let sums = try network.backward(network.forward(x, masks: masks), y, faults: faults)
    return regularization.addingPenalty(
      to: sums.scaled(by: reduction == .mean ? 1 / Double(x.rows) : 1).parameters, of: network)
  }

  /// The objective with other parameters, and which side of its kink every unit is on.
  private func value(
    _ parameters: [Matrix<Double>]
  ) throws(ShapeError) -> (objective: Double, sides: [Bool]) {
    let moved = try network.replacingParameters(parameters)
    let pass = try moved.forward(x, masks: masks)
    let loss = try moved.loss(pass, y) / (reduction == .mean ? Double(x.rows) : 1)
    var sides: [Bool] = []
    for (index, layer) in moved.layers.enumerated() {
      for kink in layer.activation.kinks {
        sides.append(contentsOf: pass.z(index + 1).values.lazy.map { $0 > kink })
      }
      if regularization.l1 != 0 {
        sides.append(contentsOf: layer.weights.values.lazy.map { $0 > 0 })
      }
    }
    return (loss + regularization.penalty(of: moved), sides)
  }

  func check(
    parameter index: Int, gradient: Matrix<Double>, step: Double, limit: Int?
  ) throws(ShapeError) -> GradientCheck.Row {
    var parameters = network.parameters
    let shape = parameters[index].shape
    var kinks: [GradientCheck.Element] = []
    var worst: GradientCheck.Element?
    var (difference, analyticSquare, numericSquare, resolution) = (0.0, 0.0, 0.0, 0.0)
    let places = Self.spread(shape.count, limit: limit)
    for place in places {
      let value = parameters[index].elements[place]
      let h = step * max(1, abs(value))
      // The step actually made: value ± h is rounded, and the quotient must know it.
      let (upper, lower) = (value + h, value - h)
      parameters[index].elements[place] = upper
      let above = try self.value(parameters)
      parameters[index].elements[place] = lower
      let below = try self.value(parameters)
      parameters[index].elements[place] = value
      let element = GradientCheck.Element(
        row: place / shape.columns, column: place % shape.columns,
        analytic: gradient.values[place],
        numeric: (above.objective - below.objective) / (upper - lower))
      if above.sides != below.sides {
        kinks.append(element)
        continue
      }
      let rounding =
        GradientCheck.roundings * .ulpOfOne * max(abs(above.objective), abs(below.objective))
        / (upper - lower)
      resolution += rounding * rounding
      let apart = element.analytic - element.numeric
      difference += apart * apart
      analyticSquare += element.analytic * element.analytic
      numericSquare += element.numeric * element.numeric
      if worst.map({ !(abs(apart) <= abs($0.analytic - $0.numeric)) }) ?? true { worst = element }
    }
    return GradientCheck.Row(
      name: network.parameterNames[index], shape: shape, checked: places.count,
      difference: difference.squareRoot(),
      scale: analyticSquare.squareRoot() + numericSquare.squareRoot(),
      resolution: resolution.squareRoot(), worst: worst, kinks: kinks)
  }

  /// At most `limit` places of 0..<count, evenly spread.
  private static func spread(_ count: Int, limit: Int?) -> [Int] {
    guard let limit, limit < count else { return Array(0..<count) }
    return (0..<max(limit, 0)).map { $0 * count / limit }
  }
}
