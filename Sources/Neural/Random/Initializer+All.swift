extension Initializer {
  /// Every initializer, with the parameters a notebook gets when it gives none.
  public static let all: [Initializer] = [
    .zeros, .constant(1), .uniform(-1, 1), .normal(mean: 0, deviation: 1), .xavierUniform,
    .xavierNormal, .lecunNormal, .heUniform, .heNormal,
  ]

  public static let zeros = Initializer(
    "zeros", formula: "0", source: "for biases; weights that begin equal stay equal"
  ) { _, _ in 0 }

  public static func constant(_ value: Double) -> Initializer {
    Initializer("constant", formula: "\(value)", source: "by hand") { _, _ in value }
  }

  /// `np.random.uniform(low, high)`; `0.4 · rand − 0.2` draws the same numbers as (−0.2, 0.2).
  public static func uniform(_ low: Double, _ high: Double) -> Initializer {
    Initializer("uniform", formula: "U(\(low), \(high))", source: "by hand") {
      $1.uniform(low, high)
    }
  }

  /// `deviation · np.random.randn() + mean`.
  public static func normal(mean: Double, deviation: Double) -> Initializer {
    Initializer("normal", formula: "N(\(mean), \(deviation)^2)", source: "by hand") {
      mean + deviation * $1.normal()
    }
  }

  public static let xavierUniform = Initializer(
    "xavier-uniform",
    formula: #"U\left(-\sqrt{\frac{6}{n_{in}+n_{out}}}, \sqrt{\frac{6}{n_{in}+n_{out}}}\right)"#,
    source: "Glorot & Bengio 2010, eq. 16"
  ) { fan, generator in
    let bound = (6 / Double(fan.inputs + fan.outputs)).squareRoot()
    return generator.uniform(-bound, bound)
  }

  public static let xavierNormal = Initializer(
    "xavier-normal", formula: #"N\left(0, \frac{2}{n_{in}+n_{out}}\right)"#,
    source: "Glorot & Bengio 2010, eq. 12"
  ) { fan, generator in
    generator.normal() * (2 / Double(fan.inputs + fan.outputs)).squareRoot()
  }

  /// A quotient by √n, not a product with 1/√n: the last bit of published runs depends on it.
  public static let lecunNormal = Initializer(
    "lecun-normal", formula: #"N\left(0, \frac{1}{n_{in}}\right)"#,
    source: "LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, eq. 16"
  ) { fan, generator in
    generator.normal() / Double(fan.inputs).squareRoot()
  }

  public static let heUniform = Initializer(
    "he-uniform",
    formula: #"U\left(-\sqrt{\frac{6}{n_{in}}}, \sqrt{\frac{6}{n_{in}}}\right)"#,
    source: "He, Zhang, Ren & Sun 2015, eq. 10, as a uniform of that variance"
  ) { fan, generator in
    let bound = (6 / Double(fan.inputs)).squareRoot()
    return generator.uniform(-bound, bound)
  }

  public static let heNormal = Initializer(
    "he-normal", formula: #"N\left(0, \frac{2}{n_{in}}\right)"#,
    source: "He, Zhang, Ren & Sun 2015, eq. 10"
  ) { fan, generator in
    generator.normal() * (2 / Double(fan.inputs)).squareRoot()
  }
}
