/// Everything a network computed on its way through a batch, as backpropagation needs it.
public struct ForwardPass<Scalar: Real>: Sendable {
  private var preactivations: [Matrix<Scalar>] = []
  private var activations: [Matrix<Scalar>]
  private var values: [Matrix<Scalar>] = []
  private(set) var masks: [Matrix<Scalar>?] = []

  init(input: Matrix<Scalar>) {
    activations = [input]
  }

  /// The number of layers passed.
  public var depth: Int { preactivations.count }

  /// z⁽ˡ⁾ = a⁽ˡ⁻¹⁾ W⁽ˡ⁾ + b⁽ˡ⁾, for a layer counted from 1; `[batch × outputs]`.
  public func z(_ layer: Int) -> Matrix<Scalar> { preactivations[layer - 1] }

  /// a⁽ˡ⁾, what layer l hands on; a⁽⁰⁾ is the input, and dropout has been applied.
  public func a(_ layer: Int) -> Matrix<Scalar> { activations[layer] }

  /// f(z⁽ˡ⁾) before dropout.
  func value(_ layer: Int) -> Matrix<Scalar> { values[layer - 1] }

  /// The network's outputs, a⁽ᴸ⁾.
  public var output: Matrix<Scalar> { activations[activations.count - 1] }

  mutating func append(z: Matrix<Scalar>, a: Matrix<Scalar>, mask: Matrix<Scalar>?) {
    preactivations.append(z)
    values.append(a)
    masks.append(mask)
    activations.append(mask.map { a.zipped($0, *) } ?? a)
  }
}
