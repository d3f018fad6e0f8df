import Derivations
import Expressions

/// A statement of array code as an equation in a lesson's symbols.
///
///     dW1 = X.T @ dz1 / m    \frac{\partial L}{\partial W_{1}} = \frac{X^{T} \frac{\partial L}{\partial z_{1}}}{m}
///
/// It says what the code says and nothing of what the engine does, so that a wrong line has a wrong
/// formula beside it. A name that the notation does not bind stands as the code has it.
struct CodeFormula {
  private(set) var tex = ""

  private let scope: CodeScope
  private let names: EngineNames

  /// Thrown where formulas have no words for the code.
  private struct Unwritable: Error {}

  /// How tightly a part holds together, loosest first.
  private enum Strength: Int, Comparable {
    case comparison, sum, product, factor
    /// A factor that bears its own superscript and takes no other.
    case raised

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  private typealias Written = (tex: String, strength: Strength)

  /// More elements written out are data, not mathematics.
  private static let mostElements = 16

  /// - Parameter scope: the names with their values, of which only the shapes are asked.
  init?(of statement: Statement, in scope: CodeScope, _ names: EngineNames) {
    self.scope = scope
    self.names = names
    guard let target = statement.target, let right = try? write(statement.expression) else {
      return nil
    }
    // An assignment to what stands on the right as well is no equation.
    let sign = Self.mentions(target, statement.expression) ? #"\leftarrow"# : "="
    tex = "\(symbol(target).tex) \(sign) \(right.tex)"
  }

  private static func mentions(_ name: String, _ expression: Expression) -> Bool {
    if case .symbol(let symbol) = expression.kind, symbol.name == name { return true }
    return expression.children.contains { mentions(name, $0) }
  }

  private func write(_ expression: Expression) throws(Unwritable) -> Written {
    switch expression.kind {
    case .number(let value): return try Self.number(value)
    case .symbol(let symbol): return self.symbol(symbol.name)
    case .negation(let body): return ("-\(try part(body, .product))", .sum)
    case .not(let body): return (#"\lnot \#(try part(body, .factor))"#, .product)
    case .transpose(let body):
      let written = try write(body)
      if written.strength == .raised { return ("{\(written.tex)}^{T}", .raised) }
      return ("\(Self.bracketed(written, .factor))^{T}", .raised)
    case .binary(let sign, let left, let right): return try write(sign, left, right)
    case .matrix(let rows):
      guard rows.reduce(0, { $0 + $1.count }) <= Self.mostElements else { break }
      var lines: [String] = []
      for row in rows {
        var cells: [String] = []
        for cell in row { cells.append(try write(cell).tex) }
        lines.append(cells.joined(separator: " & "))
      }
      return (#"\begin{pmatrix} \#(lines.joined(separator: #" \\ "#)) \end{pmatrix}"#, .factor)
    case .slice(let body, let parts):
      // `[1, 2]` is read as the only row of a matrix.
      if case .matrix = body.kind, parts.count == 1 { return try write(body) }
      var indices: [String] = []
      for one in parts { indices.append(try write(one)) }
      return (
        #"\#(try part(body, .factor))\left[\#(indices.joined(separator: #",\, "#))\right]"#, .factor
      )
    case .application(.named(let name), order: 0, let arguments, let named):
      return try write(name, arguments, named)
    case .index, .component, .sample, .application, .reduction, .total, .derivative, .cases,
      .tabulation:
      break
    }
    throw Unwritable()
  }

  private func write(_ subscript: Subscript) throws(Unwritable) -> String {
    switch `subscript` {
    case .position(let position): return try write(position).tex
    case .range(let from, let to, let step):
      var bounds = [from, to].map { $0 }
      if step != nil { bounds.append(step) }
      var texts: [String] = []
      for bound in bounds {
        guard let bound else {
          texts.append("")
          continue
        }
        texts.append(try write(bound).tex)
      }
      return texts.joined(separator: "{:}")
    }
  }

  private func write(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(Unwritable) -> Written {
    switch sign {
    case .add: return ("\(try part(left, .sum)) + \(try part(right, .product))", .sum)
    case .subtract: return ("\(try part(left, .sum)) - \(try part(right, .product))", .sum)
    case .multiply: return try product(left, names.symbols.sign(of: .matrix), right)
    case .scale:
      // A multiple needs no sign, but before a number.
      guard isNumber(left) || isNumber(right) else {
        return try product(left, names.symbols.sign(of: .elementwise), right)
      }
      if case .number = right.kind { return try product(left, #" \cdot "#, right) }
      return try product(left, #" \, "#, right)
    case .divide:
      return (#"\frac{\#(try write(left).tex)}{\#(try write(right).tex)}"#, .factor)
    case .power:
      let base = try write(left)
      let tex =
        base.strength == .raised
        ? #"\left(\#(base.tex)\right)"# : Self.bracketed(base, .factor)
      return ("\(tex)^{\(try write(right).tex)}", .raised)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal:
      let signs: [BinaryOperator: String] = [
        .less: "<", .lessOrEqual: #"\le"#, .greater: ">", .greaterOrEqual: #"\ge"#, .equal: "=",
        .unequal: #"\neq"#,
      ]
      guard let written = signs[sign] else { throw Unwritable() }
      return ("1[\(try write(left).tex) \(written) \(try write(right).tex)]", .factor)
    case .and:
      return (#"\#(try part(left, .product)) \land \#(try part(right, .product))"#, .comparison)
    case .or:
      return (#"\#(try part(left, .product)) \lor \#(try part(right, .product))"#, .comparison)
    }
  }

  private func product(
    _ left: Expression, _ sign: String, _ right: Expression
  ) throws(Unwritable) -> Written {
    ("\(try part(left, .product))\(sign)\(try part(right, .factor))", .product)
  }

  /// A part that must hold together at least this tightly, in brackets where it does not.
  private func part(_ part: Expression, _ least: Strength) throws(Unwritable) -> String {
    Self.bracketed(try write(part), least)
  }

  private static func bracketed(_ written: Written, _ least: Strength) -> String {
    written.strength < least ? #"\left(\#(written.tex)\right)"# : written.tex
  }
}

// Names, numbers and functions.
extension CodeFormula {
  private func symbol(_ name: String) -> Written {
    if let tex = names.tex[name] { return (tex, tex.contains("^") ? .raised : .factor) }
    // `t1` is t₁, `mask` a word.
    let letters = name.prefix { !$0.isNumber }
    let digits = name.dropFirst(letters.count)
    guard letters.allSatisfy(\.isLetter), digits.allSatisfy(\.isNumber) else {
      return (#"\text{\#(name)}"#, .factor)
    }
    let base = letters.count == 1 ? String(letters) : #"\mathrm{\#(letters)}"#
    return (digits.isEmpty ? base : "\(base)_{\(digits)}", .factor)
  }

  private static func number(_ value: Double) throws(Unwritable) -> Written {
    guard value.isFinite else { throw Unwritable() }
    if let whole = Int(exactly: value), abs(whole) < 1_000_000 { return ("\(whole)", .factor) }
    let parts = "\(value)".split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return ("\(value)", .factor) }
    let head = parts[0].hasSuffix(".0") ? String(parts[0].dropLast(2)) : String(parts[0])
    let power = "10^{\(exponent)}"
    return head == "1" ? (power, .raised) : (#"\#(head) \cdot \#(power)"#, .product)
  }

  /// Whether it is a single number, by the shapes of the names in it.
  private func isNumber(_ expression: Expression) -> Bool {
    if case .number = expression.kind { return true }
    var compiler = Compiler(scope: scope.shapes)
    return (try? compiler.compile(expression))?.shape.rank == 0
  }

  private func write(
    _ function: String, _ arguments: [Expression], _ named: [String: Expression]
  ) throws(Unwritable) -> Written {
    guard let first = arguments.first else { throw Unwritable() }
    if named.isEmpty {
      switch (function, arguments.count) {
      case ("dot", 2), ("matmul", 2):
        return try product(first, names.symbols.sign(of: .matrix), arguments[1])
      case ("transpose", 1): return try write(Expression(.transpose(first), at: first.range))
      case ("square", 1):
        return try write(
          .power, first, Expression(.number(2), at: first.range))
      case ("exp", 1): return ("e^{\(try write(first).tex)}", .raised)
      case ("sqrt", 1): return (#"\sqrt{\#(try write(first).tex)}"#, .factor)
      case ("abs", 1): return (#"\left| \#(try write(first).tex) \right|"#, .factor)
      case ("norm", 1): return (#"\left\| \#(try write(first).tex) \right\|"#, .factor)
      case ("sum", 1): return (#"\sum \#(try part(first, .product))"#, .product)
      case ("prod", 1): return (#"\prod \#(try part(first, .product))"#, .product)
      default: break
      }
    }
    var inner: [String] = []
    for argument in arguments { inner.append(try write(argument).tex) }
    // What more is said stands as in the code: the axis a sum runs along.
    let options = named.sorted { $0.key < $1.key }.filter { $0.key != "keepdims" }
    var under: [String] = []
    for option in options {
      under.append(#"\text{\#(option.key)} = \#(try write(option.value).tex)"#)
    }
    let script = under.isEmpty ? "" : "_{\(under.joined(separator: ", "))}"
    if ["sum", "prod"].contains(function), arguments.count == 1 {
      return (#"\\#(function)\#(script) \#(try part(first, .product))"#, .product)
    }
    return (
      #"\#(try sign(of: function))\#(script)\left(\#(inner.joined(separator: ", "))\right)"#,
      .factor
    )
  }

  /// How a function is called before its arguments; what the language does not know, such as a measure,
  /// is no mathematics of the lesson's symbols.
  private func sign(of function: String) throws(Unwritable) -> String {
    if let own = names.symbols.function(named: function) { return own }
    switch function {
    case "max", "maximum": return #"\max"#
    case "min", "minimum": return #"\min"#
    case "sin", "cos", "log", "exp": return "\\\(function)"
    default:
      guard Compiler.functionNames.contains(function) else { throw Unwritable() }
      return #"\operatorname{\#(function.filter { $0 != "_" })}"#
    }
  }
}
