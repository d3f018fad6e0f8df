extension LessonWriter {
  private static let names = [
    "X", "Y", "W1", "b1", "z1", "a1", "P", "L", "m", "W2", "b2", "z2", "a2", "1", "2", "0.5", "-1",
    "X.T", "P[0]", "X[:, 0]", "W1.shape[0]", "range(2)",
  ]
  private static let functions = [
    "sum", "mean", "max", "argmax", "exp", "log", "sqrt", "abs", "tanh", "relu", "sigmoid",
    "softmax", "dot", "outer", "maximum", "where", "zeros", "ones", "eye", "diag", "reshape",
    "trace",
    "np.sum", "np.zeros_like", "np.maximum", "one_hot", "transpose", "concatenate", "len",
  ]
  private static let operators = ["+", "-", "*", "/", "@", "**", "<", "==", "//", "%"]
  private static let symbols = [
    "X", "Y", "P", "L", "W_1", "b_1", "z_1", "a_1", "W_2", "z_2", "a_2", "m", "1", "2", "0", "i",
    "W_l",
    "a_{l-1}", "z_l", "Y_i", "P_{ij}", "a_1^T", #"\sigma(z_1)"#, #"\mathbf{1}"#, #"\log P"#,
  ]

  /// Array code of a few statements.
  mutating func code() -> [String] {
    (0...choices.below(3)).map { index in
      choices.oncePer(4) ? expression(2) : "v\(index) = \(expression(2))"
    }
  }

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return choices.one(of: Self.names) }
    switch choices.below(6) {
    case 0, 1:
      return "\(expression(depth - 1)) \(choices.one(of: Self.operators)) \(expression(depth - 1))"
    case 2, 3:
      let function = choices.one(of: Self.functions)
      let rest = choices.one(of: ["", "", ", axis=0", ", axis=1, keepdims=True", ", 2", ", axis=9"])
      return "\(function)(\(expression(depth - 1))\(rest))"
    case 4: return "(\(expression(depth - 1)))[\(choices.one(of: Self.indices))]"
    default: return choices.one(of: Self.names)
    }
  }

  private static let indices = [
    "0", "-1", ":", "1:", ":, 0", "0, 0", "::2", "9", "None", "::-1", "1:0", ":, None", "-9:9",
    "1e9",
  ]

  /// A formula, a claim more often than not.
  mutating func equation() -> String { "\(formula(2)) = \(formula(2))" }

  private mutating func formula(_ depth: Int) -> String {
    guard depth > 0 else { return choices.one(of: Self.symbols) }
    let part = formula(depth - 1)
    switch choices.below(9) {
    case 0: return "\(part) + \(formula(depth - 1))"
    case 1: return "\(part) \(formula(depth - 1))"
    case 2: return #"\frac{\partial L}{\partial \#(choices.one(of: Self.symbols))}"#
    case 3: return #"\frac{\#(part)}{\#(formula(depth - 1))}"#
    case 4: return #"\sum_{i=1}^{m} \#(part)"#
    case 5: return "\(part)^{\(choices.one(of: ["2", "T", "-1", "0.5", "i"]))}"
    case 6: return #"\left(\#(part)\right) \odot \#(formula(depth - 1))"#
    case 7: return #"\frac{\partial \#(part)}{\partial z_1}"#
    default: return choices.one(of: Self.symbols)
    }
  }

  /// Something that can be asked for: `accuracy(n, d) + 1`.
  mutating func value() -> String {
    switch choices.below(6) {
    case 0: return number()
    case 1: return "\(choices.one(of: names("function")))(\(number()))"
    case 2:
      return "loss(t, \(choices.one(of: ["last", "first", "0", "1", "9", "-1", "0.5", "1e300"])))"
    default: return measure()
    }
  }

  /// A measure with what it takes, or nearly.
  private mutating func measure() -> String {
    var usage = choices.one(of: Self.measures)
    if usage.contains("sweep") && sweeps.isEmpty || usage.contains("check") && checks.isEmpty {
      usage = "loss(network, data)"
    }
    guard let opening = usage.firstIndex(of: "("), let closing = usage.firstIndex(of: ")") else {
      return usage
    }
    let parameters = usage[usage.index(after: opening)..<closing].split(separator: ", ")
    let arguments = parameters.map { parameter -> String in
      switch parameter {
      case _ where choices.oncePer(40): choices.one(of: ["n", "d", "t", "last", "x", "-1"])
      case "network": "n"
      case "data": choices.one(of: ["d", "d.test", "d.train"])
      case "run": "t"
      case "sweep": sweeps.isEmpty ? "t" : choices.one(of: sweeps)
      case "check": checks.isEmpty ? "t" : choices.one(of: checks)
      default: choices.one(of: ["0", "1", "2", "9", "-1", "0.5", "1e300", "last", "mean", "min"])
      }
    }
    return "\(usage[..<opening])(\(arguments.joined(separator: ", ")))"
  }

  mutating func statement() -> String {
    let sign = choices.one(of: ["<", ">", "==", "≈", "<=", ">="])
    let arithmetic =
      choices.oncePer(3) ? " \(choices.one(of: ["+", "*", "/", "**"])) \(value())" : ""
    return "\(value())\(arithmetic) \(sign) \(value())"
  }
}
