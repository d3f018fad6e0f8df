import Diagnostics
import Expressions
import TeX

extension RowReader {
  /// `784 \times 1`, `(n, m)`: the sizes of a tensor.
  mutating func sizes() throws(Diagnostic) -> [Expression] {
    var parts = items
    if parts.count > 2, parts[0].opensBracket, parts[parts.count - 1].closesBracket {
      parts = Array(parts.dropFirst().dropLast())
    }
    var sizes: [Expression] = []
    let groups = FormulaReader.split(parts) { $0.isSign("×") || $0.isSign(",") || $0.isSign("*") }
    for group in groups {
      sizes.append(
        try reading(group, at: range) { row throws(Diagnostic) in try row.wholeExpression() })
    }
    return sizes
  }

  /// `\mathbb{R}^{(m, n)}`, `\mathbb{R}^{m \times n}`.
  mutating func space() throws(Diagnostic) -> [Expression] {
    guard items.count == 1, let sup = items[0].scripts?.sup,
      items[0].nucleus.plainName == "R" || items[0].nucleus.sign == "ℝ"
    else { throw Diagnostic("read.space", "expected a space such as ℝ^{m × n}", at: range) }
    return try reading(FormulaReader.items(of: sup), at: sup.range) { row throws(Diagnostic) in
      try row.sizes()
    }
  }

  /// `U(a, b)`, `\mathcal{N}(\mu, \sigma^2)`.
  mutating func distribution() throws(Diagnostic) -> Chain.Content {
    guard let name = items.first?.plainName ?? items.first?.sign, items.count > 1 else {
      throw Diagnostic("read.distribution", "expected a distribution such as U(a, b)", at: range)
    }
    at = 1
    let inside: [Formula]
    if case .fenced(let fenced) = items[1].kind {
      inside = FormulaReader.items(of: fenced.body)
    } else if items[1].opensBracket {
      inside = try insideBrackets()
    } else {
      throw Diagnostic("read.distribution", "expected its parameters in brackets", at: range)
    }
    var parameters: [Expression] = []
    for part in FormulaReader.split(inside, at: { $0.isSign(",") }) {
      parameters.append(
        try reading(part, at: range) { row throws(Diagnostic) in try row.wholeExpression() })
    }
    guard parameters.count == 2 else {
      throw Diagnostic("read.distribution", "a distribution here has two parameters", at: range)
    }
    switch name.uppercased() {
    case "U", "UNIFORM": return .uniform(low: parameters[0], high: parameters[1])
    case "N", "NORMAL", "𝒩": return .normal(mean: parameters[0], variance: parameters[1])
    default:
      throw Diagnostic("read.distribution", "'\(name)' is no distribution known here", at: range)
    }
  }

  /// What a symbol becomes: an expression, or `(v' = …)`.
  mutating func update() throws(Diagnostic) -> Expression {
    var inside = items
    if let first = items.first, case .fenced(let fenced) = first.kind, items.count == 1 {
      inside = FormulaReader.items(of: fenced.body)
    } else if items.count > 2, items[0].isSign("("), items[items.count - 1].isSign(")") {
      inside = Array(items.dropFirst().dropLast())
    }
    let parts = FormulaReader.split(inside) { $0.isSign("=") }
    if parts.count == 2, parts[0].count == 1, (parts[0][0].scripts?.primes ?? 0) > 0 {
      return try reading(parts[1], at: range) { row throws(Diagnostic) in
        try row.wholeExpression()
      }
    }
    return try wholeExpression()
  }
}
