import Neural

extension NetworkPoint {
  /// Whether the engine's backward pass yields ∂L/∂node.
  static func engineYields(_ node: NetworkNode) -> Bool {
    switch node {
    case .weights, .bias, .preactivation, .activation: true
    default: false
    }
  }

  /// ∂L/∂node from the engine's backward pass; nil for what it does not yield.
  func engineGradient(by node: NetworkNode) -> [Double]? {
    guard Self.engineYields(node), let gradients = try? network.backward(pass, target) else {
      return nil
    }
    let matrix: Matrix<Double>
    switch node {
    case .weights(let layer): matrix = gradients.layer(layer).weights
    case .bias(let layer): matrix = gradients.layer(layer).bias
    case .preactivation(let layer): matrix = gradients.layer(layer).delta
    case .activation(let layer):
      // ∂L/∂a of a layer is δ Wᵀ of the next; of the last one the loss says it.
      guard layer < network.layers.count else {
        matrix = network.loss.gradient(a: pass.output, y: target)
        break
      }
      let (delta, weights) = (gradients.layer(layer + 1).delta, network.layers[layer].weights)
      matrix = Matrix(
        rows: delta.rows, columns: weights.rows,
        values: (0..<delta.rows).flatMap { sample in
          (0..<weights.rows).map { input in
            zip(delta.row(sample), weights.row(input)).reduce(0) { $0 + $1.0 * $1.1 }
          }
        })
    default: return nil
    }
    return laidOut(matrix).map { $0 * share }
  }
}
