/// What keeps a network from fitting its training set too closely, and a step from going too far.
///
/// Penalties are added to the loss as it is reduced over the batch (mean or sum) and fall on the
/// weights, not on the biases. Their gradients join the data's before clipping.
public struct Regularization: Sendable, Equatable {
  /// λ of ½ λ Σ W².
  public var l2: Double
  /// λ of λ Σ |W|.
  public var l1: Double
  /// The probability with which each hidden output is left out of a step. What remains is divided
  /// by 1 − p, so that evaluation needs no factor. Srivastava, Hinton & al. 2014, section 10.
  public var dropout: Double
  public var clipping: Clipping?

  /// A bound on gradients.
  public enum Clipping: Sendable, Equatable {
    /// All gradients scaled together to this norm where theirs is larger.
    /// Pascanu, Mikolov & Bengio 2013, algorithm 1.
    case norm(Double)
    /// Every number kept within ± this.
    case value(Double)
  }

  public init(l2: Double = 0, l1: Double = 0, dropout: Double = 0, clipping: Clipping? = nil) {
    self.l2 = l2
    self.l1 = l1
    self.dropout = dropout
    self.clipping = clipping
  }

  public static let none = Regularization()

  /// Every kind alone, at a strength that shows.
  public static let all: [Regularization] = [
    .none, Regularization(l2: 0.1), Regularization(l1: 0.1), Regularization(dropout: 0.3),
  ]

  /// ½ λ₂ Σ W² + λ₁ Σ |W| over every layer.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func penalty<Scalar: Real>(of network: Network<Scalar>) -> Double {
    guard l2 != 0 || l1 != 0 else { return 0 }
    return network.layers.reduce(0) { total, layer in
      layer.weights.values.reduce(total) {
        $0 + l2 / 2 * Double($1) * Double($1) + l1 * abs(Double($1))
      }
    }
  }

  /// The gradients, in the order of `Network.parameters`, with the penalties' added.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func addingPenalty<Scalar: Real>(
    to gradients: [Matrix<Scalar>], of network: Network<Scalar>
  ) -> [Matrix<Scalar>] {
    guard l2 != 0 || l1 != 0 else { return gradients }
    let (l2, l1) = (Scalar(l2), Scalar(l1))
    var result = gradients
    for (index, layer) in network.layers.enumerated() {
      result[2 * index] = result[2 * index].zipped(layer.weights) { gradient, weight in
        let sign: Scalar = weight > 0 ? 1 : weight < 0 ? -1 : 0
        return gradient + l2 * weight + l1 * sign
      }
    }
    return result
  }

  /// The gradients within their bound.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func clipped<Scalar: Real>(_ gradients: [Matrix<Scalar>]) -> [Matrix<Scalar>] {
    switch clipping {
    case nil: return gradients
    case .value(let bound):
      let bound = Scalar(bound)
      return gradients.map { $0.map { min(max($0, -bound), bound) } }
    case .norm(let bound):
      let square = gradients.reduce(0.0) { $1.values.reduce($0) { $0 + Double($1) * Double($1) } }
      let norm = square.squareRoot()
      return norm > bound ? gradients.map { $0.scaled(by: Scalar(bound / norm)) } : gradients
    }
  }

  /// Dropout's factors for every hidden layer, `[batch × units]`: 0, or 1/(1 − p) with
  /// probability 1 − p, drawn row by row as `np.random.rand(batch, units) < 1 - p`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func masks<Scalar: Real>(
    for network: Network<Scalar>, batch: Int, using generator: inout MersenneTwister
  ) -> [Matrix<Scalar>] {
    guard dropout > 0 else { return [] }
    let keep = 1 - dropout
    return network.layers.dropLast().map { layer in
      Matrix(
        rows: batch, columns: layer.outputs,
        values: (0..<batch * layer.outputs).map { _ in
          generator.uniform() < keep ? Scalar(1 / keep) : 0
        })
    }
  }
}
