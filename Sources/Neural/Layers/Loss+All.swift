import Glibc

extension Loss {
  public static let all: [Loss] = [.crossEntropy, .binaryCrossEntropy, .quadratic]

  /// −Σ yᵢ log aᵢ. With softmax before it, log aᵢ is zᵢ − log Σ eᶻ and ∂L/∂z = a Σy − y, which is
  /// a − y where the targets sum to one.
  public static let crossEntropy = Loss(
    "cross-entropy", formula: #"-\sum_i y_i \log a_i"#,
    derivativeFormula: #"-\frac{y_i}{a_i}"#, code: "-sum(y * log(a))", derivativeCode: "-y / a",
    source: "Bridle 1990; Bishop 2006, eq. 4.108",
    domain: 0...1, targets: .distributions,
    term: { a, y in y == 0 ? 0 : -y * log(positive(a)) },
    derivative: { a, y in y == 0 ? 0 : -y / positive(a) },
    fusion: Fusion(
      activation: .softmax,
      value: { z, y in
        let largest = z.max() ?? 0
        let logTotal = largest + log(z.reduce(0) { $0 + exp($1 - largest) })
        return zip(z, y).reduce(0) { $0 + ($1.1 == 0 ? 0 : $1.1 * (logTotal - $1.0)) }
      },
      delta: { a, y in
        let mass = y.reduce(0, +)
        return zip(a, y).map { $0 * mass - $1 }
      }, deltaCode: "a - y"))

  /// −Σ (yᵢ log aᵢ + (1 − yᵢ) log(1 − aᵢ)). With sigmoid before it, the loss is
  /// log(1 + eᶻ) − y z and ∂L/∂z = a − y.
  public static let binaryCrossEntropy = Loss(
    "binary-cross-entropy",
    formula: #"-\sum_i \left( y_i \log a_i + (1-y_i) \log (1-a_i) \right)"#,
    derivativeFormula: #"\frac{a_i-y_i}{a_i(1-a_i)}"#,
    code: "-sum(y * log(a) + (1 - y) * log(1 - a))", derivativeCode: "(a - y) / (a * (1 - a))",
    source: "Bishop 2006, eq. 4.90",
    domain: 0...1, targets: .probabilities,
    term: { a, y in
      (y == 0 ? 0 : -y * log(positive(a))) + (y == 1 ? 0 : -(1 - y) * log(positive(1 - a)))
    },
    derivative: { a, y in
      (y == 0 ? 0 : -y / positive(a)) + (y == 1 ? 0 : (1 - y) / positive(1 - a))
    },
    fusion: Fusion(
      activation: .sigmoid,
      value: { z, y in
        zip(z, y).reduce(0) { $0 + max($1.0, 0) - $1.1 * $1.0 + log1p(exp(-abs($1.0))) }
      },
      delta: { a, y in zip(a, y).map { $0 - $1 } }, deltaCode: "a - y"))

  /// ½ Σ (aᵢ − yᵢ)²: with the ½ that makes its derivative a − y.
  public static let quadratic = Loss(
    "quadratic", formula: #"\frac{1}{2}\sum_i (a_i-y_i)^2"#, derivativeFormula: "a_i-y_i",
    code: "sum(square(a - y)) / 2", derivativeCode: "a - y",
    source: "Rumelhart, Hinton & Williams 1986, eq. 3",
    domain: -Double.infinity...Double.infinity,
    term: { a, y in (a - y) * (a - y) / 2 }, derivative: { a, y in a - y })

  /// Keeps a logarithm and a quotient finite where an output has been rounded to 0 (or to 1).
  private static func positive(_ a: Double) -> Double { max(a, .leastNormalMagnitude) }
}
