/// What one backward pass yields, summed over the batch.
public struct Gradients<Scalar: Real>: Sendable, Equatable {
  public struct OfLayer: Sendable, Equatable {
    /// ∂L/∂W, `[inputs × outputs]`.
    public let weights: Matrix<Scalar>
    /// ∂L/∂b, `[1 × outputs]`.
    public let bias: Matrix<Scalar>
    /// δ = ∂L/∂z, `[batch × outputs]`.
    public let delta: Matrix<Scalar>
  }

  public let layers: [OfLayer]

  /// ∂L/∂W⁽ˡ⁾ and its companions, for a layer counted from 1.
  public func layer(_ number: Int) -> OfLayer { layers[number - 1] }

  /// The gradients in the order of `Network.parameters`: W₁, b₁, W₂, b₂, …
  public var parameters: [Matrix<Scalar>] {
    layers.flatMap { [$0.weights, $0.bias] }
  }

  /// Every gradient and δ times `factor`: 1/m turns sums over m samples into means.
  public func scaled(by factor: Scalar) -> Gradients {
    Gradients(
      layers: layers.map {
        OfLayer(
          weights: $0.weights.scaled(by: factor), bias: $0.bias.scaled(by: factor),
          delta: $0.delta.scaled(by: factor))
      })
  }
}
