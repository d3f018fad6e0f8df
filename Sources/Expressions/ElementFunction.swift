import Glibc

/// A function of one number, applied element by element, with its derivatives.
public struct ElementFunction: Sendable {
  public let name: String
  /// What it is, in a phrase for the reference.
  public let help: String
  public let value: @Sendable (Double) -> Double
  public let derivative: @Sendable (Double) -> Double
  public let secondDerivative: @Sendable (Double) -> Double
  /// Where the function has no derivative; there a formula about it is undefined.
  public let kinks: [Double]

  public init(
    _ name: String, _ help: String, _ value: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (Double) -> Double,
    second: @escaping @Sendable (Double) -> Double, kinks: [Double] = []
  ) {
    self.name = name
    self.help = help
    self.value = value
    self.derivative = derivative
    secondDerivative = second
    self.kinks = kinks
  }

  /// A function that a formula defines for itself, of which the reference says nothing.
  public init(
    _ name: String, _ value: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (Double) -> Double,
    second: @escaping @Sendable (Double) -> Double, kinks: [Double] = []
  ) {
    self.init(name, "", value, derivative: derivative, second: second, kinks: kinks)
  }

  /// The function or its first or second derivative.
  func order(_ order: Int) -> (Double) -> Double {
    switch order {
    case 0: value
    case 1: derivative
    default: secondDerivative
    }
  }

  /// The derivative of `order(order)`; of the second derivative by central differences.
  func slope(_ order: Int) -> (Double) -> Double {
    if order < 2 { return self.order(order + 1) }
    return { [secondDerivative] x in
      let step = cbrt(Double.ulpOfOne) * max(1, abs(x))
      return (secondDerivative(x + step) - secondDerivative(x - step)) / (2 * step)
    }
  }
}

extension ElementFunction {
  public static let sigmoid = ElementFunction(
    "sigmoid", "1/(1 + e⁻ˣ) of each element", logistic,
    derivative: { logistic($0) * logistic(-$0) },
    second: { logistic($0) * logistic(-$0) * (1 - 2 * logistic($0)) })

  public static let tanh = ElementFunction(
    "tanh", "the hyperbolic tangent of each element", hyperbolicTangent,
    derivative: { 1 - hyperbolicTangent($0) * hyperbolicTangent($0) },
    second: {
      let t = hyperbolicTangent($0)
      return -2 * t * (1 - t * t)
    })

  public static let relu = leakyReLU("relu", "max(0, x) of each element", slope: 0)

  /// max(0, x) + s·min(0, x).
  public static func leakyReLU(
    _ name: String = "leaky_relu", _ help: String = "", slope: Double
  ) -> ElementFunction {
    ElementFunction(
      name, help, { $0 > 0 ? $0 : slope * $0 }, derivative: { $0 > 0 ? 1 : slope },
      second: { _ in 0 },
      kinks: [0])
  }

  public static let identity = ElementFunction(
    "identity", "each element as it is", { $0 }, derivative: { _ in 1 }, second: { _ in 0 })

  /// The functions code and formulas may call by name.
  public static let all: [ElementFunction] = [
    sigmoid, tanh, relu,
    leakyReLU("leaky_relu", "x, or 0.01·x where x is negative, of each element", slope: 0.01),
    identity,
    ElementFunction(
      "exp", "eˣ of each element", { exp($0) }, derivative: { exp($0) }, second: { exp($0) }),
    ElementFunction(
      "log", "the natural logarithm of each element", { log($0) }, derivative: { 1 / $0 },
      second: { -1 / ($0 * $0) }),
    ElementFunction(
      "sqrt", "the square root of each element", { $0.squareRoot() },
      derivative: { 0.5 / $0.squareRoot() },
      second: { -0.25 / ($0 * $0.squareRoot()) }),
    ElementFunction(
      "abs", "the size of each element without its sign", { abs($0) },
      derivative: { $0 < 0 ? -1 : 1 }, second: { _ in 0 }, kinks: [0]),
    ElementFunction(
      "sign", "1, 0 or −1 of each element", { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 },
      derivative: { _ in 0 }, second: { _ in 0 },
      kinks: [0]),
    ElementFunction(
      "sin", "the sine of each element", { sin($0) }, derivative: { cos($0) }, second: { -sin($0) }),
    ElementFunction(
      "cos", "the cosine of each element", { cos($0) }, derivative: { -sin($0) },
      second: { -cos($0) }),
    ElementFunction(
      "square", "the square of each element", { $0 * $0 }, derivative: { 2 * $0 },
      second: { _ in 2 }),
    ElementFunction(
      "round", "each element rounded to a whole number, halves to the even one",
      { $0.rounded(.toNearestOrEven) }, derivative: { _ in 0 }, second: { _ in 0 }),
    ElementFunction(
      "floor", "the largest whole number that is not above each element", { $0.rounded(.down) },
      derivative: { _ in 0 }, second: { _ in 0 }),
  ]

  public static func named(_ name: String) -> ElementFunction? {
    byName[name]
  }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

/// 1 / (1 + e⁻ˣ), written so that neither branch overflows.
private func logistic(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + exp(-x)) }
  let e = exp(x)
  return e / (1 + e)
}

private func hyperbolicTangent(_ x: Double) -> Double { Glibc.tanh(x) }
