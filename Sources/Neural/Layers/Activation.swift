/// The function a layer applies to its pre-activations, and its derivative.
///
/// A value of functions on `Double`; both precisions compute through it, so the reference path is
/// as exact in `Float` as `Float` allows.
public struct Activation: Sendable {
  /// The name a notebook uses: `leaky-relu`.
  public let name: String
  /// f(x), in TeX.
  public let formula: String
  /// f′(x), in TeX; for a function of the whole row its Jacobian.
  public let derivativeFormula: String
  /// Where it was published.
  public let source: String
  /// The points where f has no derivative; a gradient check must not step over one.
  public let kinks: [Double]
  /// The slope for x < 0, of the functions that have one.
  public let slope: Double?
  /// The closed interval its values lie in; unbounded sides are infinite.
  public let range: ClosedRange<Double>
  /// How it acts on a row.
  public let form: Form

  public enum Form: Sendable {
    /// Each element by itself; the derivative is given z and a = f(z).
    case elementwise(
      value: @Sendable (_ z: Double) -> Double,
      derivative: @Sendable (_ z: Double, _ a: Double) -> Double)
    /// A whole row at once; `pullback` turns ∂L/∂a into ∂L/∂z, given a.
    case rowwise(
      value: @Sendable (_ z: [Double]) -> [Double],
      pullback: @Sendable (_ a: [Double], _ upstream: [Double]) -> [Double])
  }

  package init(
    _ name: String, formula: String, derivative: String, source: String, kinks: [Double] = [],
    slope: Double? = nil, range: ClosedRange<Double> = -Double.infinity...Double.infinity,
    form: Form
  ) {
    self.name = name
    self.formula = formula
    self.derivativeFormula = derivative
    self.source = source
    self.kinks = kinks
    self.slope = slope
    self.range = range
    self.form = form
  }
}

extension Activation: Equatable {
  public static func == (a: Activation, b: Activation) -> Bool {
    a.name == b.name && a.slope == b.slope
  }
}

extension Activation {
  /// a = f(z), for every row of z.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func callAsFunction<Scalar: Real>(_ z: Matrix<Scalar>) -> Matrix<Scalar> {
    switch form {
    case .elementwise(let value, _):
      z.map { Scalar(value(Double($0))) }
    case .rowwise(let value, _):
      Matrix(
        rows: z.rows, columns: z.columns,
        values: (0..<z.rows).flatMap { value(z.row($0).map { Double($0) }).map { Scalar($0) } })
    }
  }

  /// ∂L/∂z from `upstream` = ∂L/∂a: `upstream ⊙ f′(z)`, or the Jacobian's product with it.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func pullback<Scalar: Real>(
    _ upstream: Matrix<Scalar>, z: Matrix<Scalar>, a: Matrix<Scalar>
  ) -> Matrix<Scalar> {
    switch form {
    case .elementwise(_, let derivative):
      upstream.zipped(
        z.zipped(a) { Scalar(derivative(Double($0), Double($1))) }, { $0 * $1 })
    case .rowwise(_, let pullback):
      Matrix(
        rows: z.rows, columns: z.columns,
        values: (0..<z.rows).flatMap { i in
          pullback(a.row(i).map { Double($0) }, upstream.row(i).map { Double($0) })
            .map { Scalar($0) }
        })
    }
  }
}
