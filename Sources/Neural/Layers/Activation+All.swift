import Glibc

extension Activation {
  /// Every activation, with the parameters a notebook gets when it gives none.
  public static let all: [Activation] = [
    .linear, .sigmoid, .tanh, .relu, .leakyReLU(slope: 0.01), .softmax,
  ]

  public static let linear = Activation(
    "linear", formula: "x", derivative: "1", source: "the identity",
    form: .elementwise(value: { $0 }, derivative: { _, _ in 1 }))

  /// Written with e^{−|z|}, which never overflows.
  public static let sigmoid = Activation(
    "sigmoid", formula: #"\frac{1}{1+e^{-x}}"#, derivative: #"\sigma(x)\,(1-\sigma(x))"#,
    source: "Verhulst 1838; as an activation: Rumelhart, Hinton & Williams 1986",
    range: 0...1,
    form: .elementwise(
      value: { z in
        let e = exp(-abs(z))
        return z >= 0 ? 1 / (1 + e) : e / (1 + e)
      },
      derivative: { _, a in a * (1 - a) }))

  public static let tanh = Activation(
    "tanh", formula: #"\tanh x"#, derivative: #"1-\tanh^2 x"#,
    source: "LeCun, Bottou, Orr & Müller 1998, Efficient BackProp", range: -1...1,
    form: .elementwise(value: { Glibc.tanh($0) }, derivative: { _, a in 1 - a * a }))

  /// At the kink the derivative is taken as 0, as in the lessons' `x > 0`.
  public static let relu = Activation(
    "relu", formula: #"\max(0, x)"#, derivative: "1[x > 0]", source: "Nair & Hinton 2010",
    kinks: [0], range: 0...Double.infinity,
    // Not `max(0, z)`, which would turn a NaN into a zero and hide a divergence.
    form: .elementwise(value: { $0 < 0 ? 0 : $0 }, derivative: { z, _ in z > 0 ? 1 : 0 }))

  /// At the kink the derivative is taken as the slope of the left side.
  public static func leakyReLU(slope: Double) -> Activation {
    Activation(
      "leaky-relu", formula: #"\max(0, x) + \#(slope)\min(0, x)"#,
      derivative: #"\begin{cases} 1 & x > 0 \\ \#(slope) & x \le 0 \end{cases}"#,
      source: "Maas, Hannun & Ng 2013", kinks: [0], slope: slope,
      form: .elementwise(
        value: { $0 > 0 ? $0 : slope * $0 }, derivative: { z, _ in z > 0 ? 1 : slope }))
  }

  /// Shifted by the row's largest value, so that no exponent is positive.
  public static let softmax = Activation(
    "softmax", formula: #"\frac{e^{x_i}}{\sum_k e^{x_k}}"#,
    derivative: #"\frac{\partial p_i}{\partial x_j} = p_i\,(1[i=j] - p_j)"#,
    source: "Bridle 1990", range: 0...1,
    form: .rowwise(
      value: { z in
        let largest = z.max() ?? 0
        let powers = z.map { exp($0 - largest) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
      },
      pullback: { p, upstream in
        let mean = zip(p, upstream).reduce(0) { $0 + $1.0 * $1.1 }
        return zip(p, upstream).map { $0 * ($1 - mean) }
      }))
}
