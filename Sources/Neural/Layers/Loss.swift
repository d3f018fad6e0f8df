/// What training makes small: a sum over outputs and over the batch.
///
/// Losses report the sum over a batch; whoever wants the mean divides by the number of samples.
public struct Loss: Sendable {
  /// The name a notebook uses: `cross-entropy`.
  public let name: String
  /// The loss of one sample, in TeX.
  public let formula: String
  /// ∂L/∂aᵢ, in TeX.
  public let derivativeFormula: String
  /// The loss of a batch, summed, as array code over the outputs `a` and their targets `y`: what the
  /// checker of formulas and `derive` know of it.
  public let code: String
  /// ∂L/∂a element by element, as array code over `a` and `y`.
  public let derivativeCode: String
  /// Where it was published.
  public let source: String

  /// The outputs it has a meaning for: a logarithm wants probabilities.
  public let domain: ClosedRange<Double>

  /// The targets it has a meaning for.
  public let targets: TargetDomain

  /// One output's part of the loss, given that output a and its target y.
  public let term: @Sendable (_ a: Double, _ y: Double) -> Double
  /// ∂term/∂a.
  public let derivative: @Sendable (_ a: Double, _ y: Double) -> Double

  /// The loss and the activation before it taken together, where that is safer than one by one.
  package struct Fusion: Sendable {
    package let activation: Activation
    /// The loss of one sample from its pre-activations z.
    let value: @Sendable (_ z: ArraySlice<Double>, _ y: ArraySlice<Double>) -> Double
    /// ∂L/∂z of one sample from its outputs a.
    let delta: @Sendable (_ a: ArraySlice<Double>, _ y: ArraySlice<Double>) -> [Double]
    /// ∂L/∂z as array code over `a` and `y`, for targets as the loss is meant for.
    package let deltaCode: String
  }

  package let fusion: Fusion?

  package init(
    _ name: String, formula: String, derivativeFormula: String, code: String,
    derivativeCode: String, source: String, domain: ClosedRange<Double>,
    targets: TargetDomain = .numbers,
    term: @escaping @Sendable (Double, Double) -> Double,
    derivative: @escaping @Sendable (Double, Double) -> Double, fusion: Fusion? = nil
  ) {
    self.name = name
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.code = code
    self.derivativeCode = derivativeCode
    self.source = source
    self.domain = domain
    self.targets = targets
    self.term = term
    self.derivative = derivative
    self.fusion = fusion
  }
}

extension Loss: Equatable {
  public static func == (a: Loss, b: Loss) -> Bool { a.name == b.name }
}

extension Loss {
  /// Whether every output of this activation has a loss.
  public func accepts(_ activation: Activation) -> Bool {
    domain.contains(activation.range)
  }

  /// The loss of a batch, summed.
  ///
  /// - Parameters:
  ///   - z: the last layer's pre-activations, `[batch × outputs]`.
  ///   - a: its outputs, `activation(z)`.
  ///   - y: the targets.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func value<Scalar: Real>(
    z: Matrix<Scalar>, a: Matrix<Scalar>, y: Matrix<Scalar>, activation: Activation
  ) -> Double {
    precondition(a.shape == y.shape, "targets have the shape of the outputs")
    if let fusion, fusion.activation == activation {
      let z = z.converted(to: Double.self)
      let y = y.converted(to: Double.self)
      return (0..<z.rows).reduce(0) { $0 + fusion.value(z.row($1), y.row($1)) }
    }
    return value(a: a, y: y)
  }

  /// The loss of a batch of outputs, summed, whatever they came from.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func value<Scalar: Real>(a: Matrix<Scalar>, y: Matrix<Scalar>) -> Double {
    precondition(a.shape == y.shape, "targets have the shape of the outputs")
    return zip(a.values, y.values).reduce(0) { $0 + term(Double($1.0), Double($1.1)) }
  }

  /// ∂L/∂a, of the shape of a.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func gradient<Scalar: Real>(a: Matrix<Scalar>, y: Matrix<Scalar>) -> Matrix<Scalar> {
    a.zipped(y) { Scalar(derivative(Double($0), Double($1))) }
  }

  /// ∂L/∂z of the last layer: fused where possible, else the activation's pullback of ∂L/∂a.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func delta<Scalar: Real>(
    z: Matrix<Scalar>, a: Matrix<Scalar>, y: Matrix<Scalar>, activation: Activation
  ) -> Matrix<Scalar> {
    guard let fusion, fusion.activation == activation else {
      return activation.pullback(gradient(a: a, y: y), z: z, a: a)
    }
    let outputs = a.converted(to: Double.self)
    let targets = y.converted(to: Double.self)
    return Matrix(
      rows: a.rows, columns: a.columns,
      values: (0..<a.rows).flatMap { i in
        fusion.delta(outputs.row(i), targets.row(i)).map { Scalar($0) }
      })
  }
}
