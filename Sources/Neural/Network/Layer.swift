/// An affine map and an activation: a = f(X W + b).
public struct Layer<Scalar: Real>: Sendable, Equatable {
  /// W, `[inputs × outputs]`.
  public var weights: Matrix<Scalar>
  /// b, `[1 × outputs]`.
  public var bias: Matrix<Scalar>
  public let activation: Activation

  public var inputs: Int { weights.rows }
  public var outputs: Int { weights.columns }

  public init(
    weights: Matrix<Scalar>, bias: Matrix<Scalar>, activation: Activation
  ) throws(ShapeError) {
    guard bias.shape == Shape(1, weights.columns) else {
      throw .parameter(name: "b", given: bias.shape, expected: Shape(1, weights.columns))
    }
    self.weights = weights
    self.bias = bias
    self.activation = activation
  }

  init(unchecked weights: Matrix<Scalar>, bias: Matrix<Scalar>, activation: Activation) {
    self.weights = weights
    self.bias = bias
    self.activation = activation
  }

  /// Z = X W + b. X: `[batch × inputs]`, Z: `[batch × outputs]`.
  func preactivation(_ x: Matrix<Scalar>) -> Matrix<Scalar> {
    BLAS.product(x, .asStored, weights).addingToEachRow(bias)
  }
}
