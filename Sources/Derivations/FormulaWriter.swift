import Expressions

/// Writes an expression of whole arrays, read from code, as TeX that reads back to the same meaning.
///
///     -sum(y * log(a))       −\sum Y \odot \log P
///     sum(square(a - y)) / 2 \frac{1}{2} \left\| P - Y \right\|^2
struct FormulaWriter {
  /// The TeX of each name.
  let names: [String: String]

  /// What cannot be written: the language of formulas has no form for it.
  struct Unwritable: Error, CustomStringConvertible {
    let expression: Expression

    var description: String { "formulas have no words for \(expression.kind)" }
  }

  /// How tightly a formula holds together, loosest first.
  private enum Strength: Int, Comparable {
    case comparison, sum, product, factor

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  private typealias Written = (tex: String, strength: Strength)

  /// The formula with a factor before it, which may be empty; a minus sign stays in front.
  func tex(_ expression: Expression, times factor: String) throws(Unwritable) -> String {
    if case .negation(let body) = expression.kind {
      return "-" + (try tex(body, times: factor))
    }
    if case .binary(.divide, let body, let divisor) = expression.kind,
      case .number(let number) = divisor.kind, isTotal(body)
    {
      return try tex(body, times: #"\#(factor)\frac{1}{\#(Self.text(number))} "#)
    }
    let written = try write(expression)
    guard !factor.isEmpty, written.strength < .product else { return factor + written.tex }
    return factor + #"\left(\#(written.tex)\right)"#
  }

  /// The formula as a factor: in brackets where it is a sum.
  func factor(_ expression: Expression) throws(Unwritable) -> String {
    let written = try write(expression)
    return written.strength < .product ? #"\left(\#(written.tex)\right)"# : written.tex
  }

  private func isTotal(_ expression: Expression) -> Bool {
    if case .application(.named("sum"), _, let arguments, _) = expression.kind {
      return arguments.count == 1
    }
    return false
  }

  private func write(_ expression: Expression) throws(Unwritable) -> Written {
    switch expression.kind {
    case .number(let value): return (Self.text(value), .factor)
    case .symbol(let symbol):
      guard symbol.layer == nil, let name = names[symbol.name] else { break }
      return (name, .factor)
    case .negation(let body): return ("-" + (try inner(body, .product)), .sum)
    case .binary(let sign, let left, let right): return try write(sign, left, right, expression)
    case .application(.named(let name), order: 0, let arguments, let named)
    where arguments.count == 1 && named.isEmpty:
      return try write(name, arguments[0], expression)
    default: break
    }
    throw Unwritable(expression: expression)
  }

  private func write(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ whole: Expression
  ) throws(Unwritable) -> Written {
    switch sign {
    case .add: return ("\(try inner(left, .sum)) + \(try inner(right, .sum))", .sum)
    case .subtract: return ("\(try inner(left, .sum)) - \(try inner(right, .product))", .sum)
    case .scale:
      let isMultiple = isNumber(left) || isNumber(right)
      let product = isMultiple ? " " : #" \odot "#
      return ("\(try inner(left, .product))\(product)\(try inner(right, .product))", .product)
    case .divide:
      return (#"\frac{\#(try write(left).tex)}{\#(try write(right).tex)}"#, .factor)
    case .power:
      return (#"\#(try inner(left, .factor))^{\#(try write(right).tex)}"#, .product)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let signs: [BinaryOperator: String] = [
        .less: "<", .lessOrEqual: #"\le"#, .greater: ">", .greaterOrEqual: #"\ge"#,
      ]
      guard let written = signs[sign] else { break }
      return ("1[\(try write(left).tex) \(written) \(try write(right).tex)]", .factor)
    case .multiply, .equal, .unequal, .and, .or: break
    }
    throw Unwritable(expression: whole)
  }

  private func write(
    _ function: String, _ argument: Expression, _ whole: Expression
  ) throws(Unwritable) -> Written {
    switch function {
    case "sum":
      if case .application(.named("square"), order: 0, let inner, _) = argument.kind,
        inner.count == 1
      {
        return (#"\left\| \#(try write(inner[0]).tex) \right\|^2"#, .product)
      }
      let body = try write(argument)
      return (
        body.strength < .product ? #"\sum \left( \#(body.tex) \right)"# : #"\sum \#(body.tex)"#,
        .product
      )
    case "square": return ("\(try inner(argument, .factor))^{2}", .product)
    case "sqrt": return (#"\sqrt{\#(try write(argument).tex)}"#, .factor)
    case "abs": return (#"\left| \#(try write(argument).tex) \right|"#, .factor)
    default:
      guard let name = Self.functions[function] else { throw Unwritable(expression: whole) }
      return ("\(name) \(try inner(argument, .factor))", .product)
    }
  }

  private static let functions = [
    "exp": #"\exp"#, "log": #"\log"#, "sin": #"\sin"#, "cos": #"\cos"#, "tanh": #"\tanh"#,
    "sigmoid": #"\operatorname{sigmoid}"#, "relu": #"\operatorname{ReLU}"#,
    "sign": #"\operatorname{sign}"#,
  ]

  /// A part that must hold together at least this tightly, in brackets where it does not.
  private func inner(_ part: Expression, _ least: Strength) throws(Unwritable) -> String {
    let written = try write(part)
    return written.strength < least ? "(\(written.tex))" : written.tex
  }

  private func isNumber(_ expression: Expression) -> Bool {
    if case .number = expression.kind { true } else { false }
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
