import Expressions
import Glibc
import Neural

/// Derivatives of single functions of the forward pass, written here a second time on purpose: a
/// mistake in the engine's derivatives must not hide itself.
enum ForwardDerivative {
  /// Balances truncation O(h²) against rounding O(ε/h).
  static let step = cbrt(Double.ulpOfOne)

  /// The central difference of a function.
  static func difference(at x: Double, _ function: (Double) -> Double) -> Double {
    let h = step * max(1, abs(x))
    return (function(x + h) - function(x - h)) / (2 * h)
  }

  /// f′(z) for each element; nil for softmax, which is not elementwise.
  static func elementwise(_ activation: Activation, z: [Double]) -> [Double]? {
    switch activation.form {
    case .rowwise: return nil
    case .elementwise(let value, _):
      let known = LayerFunction(activation)
      return z.map { z in
        if activation.kinks.contains(z) { return .nan }
        if case .elementwise(let function)? = known { return function.derivative(z) }
        return difference(at: z) { value($0) }
      }
    }
  }

  /// How the outputs of a function of whole rows change with its pre-activations: softmax by its
  /// Jacobian, any other by a central difference along `slope`.
  static func rowwise(
    _ activation: Activation, z: Matrix<Double>, p: [Double], slope: [Double]
  ) -> [Double] {
    if activation == .softmax { return softmax(p: p, width: z.columns, z: slope) }
    func moved(_ h: Double) -> [Double] {
      let values = zip(z.values, slope).map { $0 + h * $1 }
      return activation(Matrix(rows: z.rows, columns: z.columns, values: values)).values
    }
    return zip(moved(step), moved(-step)).map { ($0 - $1) / (2 * step) }
  }

  /// dp = p ⊙ (dz − ⟨p, dz⟩), row by row.
  private static func softmax(p: [Double], width: Int, z: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: p.count)
    for start in stride(from: 0, to: p.count, by: width) {
      let row = start..<(start + width)
      let mean = row.reduce(0) { $0 + p[$1] * z[$1] }
      for at in row { result[at] = p[at] * (z[at] - mean) }
    }
    return result
  }

  /// ∂loss/∂a for each output.
  static func loss(_ loss: Loss, a: [Double], y: [Double]) -> [Double] {
    zip(a, y).map { a, y in
      switch loss.name {
      case Loss.crossEntropy.name: -y / a
      case Loss.binaryCrossEntropy.name: (a - y) / (a * (1 - a))
      case Loss.quadratic.name: a - y
      default: difference(at: a) { loss.term($0, y) }
      }
    }
  }
}

extension LayerFunction {
  /// The language's function for an activation of the engine; nil if it has none by that name.
  init?(_ activation: Activation) {
    switch activation.name {
    case Activation.softmax.name: self = .softmax
    case Activation.linear.name: self = .elementwise(.identity)
    case Activation.sigmoid.name: self = .elementwise(.sigmoid)
    case Activation.tanh.name: self = .elementwise(.tanh)
    case Activation.relu.name: self = .elementwise(.relu)
    default:
      if let slope = activation.slope {
        self = .elementwise(.leakyReLU(slope: slope))
        return
      }
      guard case .elementwise(let value, _) = activation.form else { return nil }
      // An activation that is new to the language: its derivatives are central differences.
      let first: @Sendable (Double) -> Double = { x in
        ForwardDerivative.difference(at: x) { value($0) }
      }
      self = .elementwise(
        ElementFunction(
          activation.name, { value($0) }, derivative: first,
          second: { x in ForwardDerivative.difference(at: x, first) }, kinks: activation.kinks))
    }
  }
}

func exponential(_ x: Double) -> Double { exp(x) }
