import Diagnostics
import Expressions
import TeX

extension RowReader {
  /// A fraction: a derivative where ∂ (or d) heads it, else a quotient.
  mutating func fraction(
    _ fraction: Formula.Fraction, at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    guard fraction.hasBar else {
      throw Diagnostic("read.fraction", "a binomial cannot be read here", at: range)
    }
    let upper = FormulaReader.items(of: fraction.numerator)
    let lower = FormulaReader.items(of: fraction.denominator)
    guard let sign = differential(upper, lower) else {
      let top = try expression(of: fraction.numerator)
      let bottom = try expression(of: fraction.denominator)
      return Expression(.binary(.divide, top, bottom), at: range)
    }
    let isHigher = [upper.first, lower.first].contains {
      $0?.nucleus.sign == sign && $0?.scripts != nil
    }
    guard !isHigher else {
      throw Diagnostic("read.derivative", "only first derivatives are read", at: range)
    }
    guard lower.first?.isSign(sign) == true else {
      throw Diagnostic(
        "shape.derivative", "the denominator lacks its ∂", at: fraction.denominator.range)
    }
    let by = try reading(Array(lower.dropFirst()), at: fraction.denominator.range) {
      row throws(Diagnostic) in try row.wholeExpression()
    }
    let of: Expression
    if upper.count == 1 {
      // ∂/∂x reaches over the whole product behind it, up to a sum or a relation.
      of = try product()
    } else {
      of = try reading(Array(upper.dropFirst()), at: fraction.numerator.range) {
        row throws(Diagnostic) in try row.wholeExpression()
      }
    }
    let whole = range.lowerBound..<max(range.upperBound, upper.count == 1 ? end : range.upperBound)
    return Expression(.derivative(of: of, by: by), at: whole)
  }

  /// The sign of differentiation that heads a fraction: `∂`, or `d` if nothing is called that.
  private func differential(_ upper: [Formula], _ lower: [Formula]) -> String? {
    if upper.first?.nucleus.sign == "∂" || lower.first?.nucleus.sign == "∂" { return "∂" }
    guard notation.bindings["d"] == nil, upper.first?.nucleus.sign == "d",
      lower.first?.nucleus.sign == "d", lower.count > 1
    else { return nil }
    return "d"
  }

  /// `\partial L / \partial W` in a line.
  mutating func inlineDerivative(_ item: Formula) throws(Diagnostic) -> Expression {
    guard item.scripts == nil else {
      throw Diagnostic("read.derivative", "only first derivatives are read", at: item.range)
    }
    let of = try factor()
    guard take("/"), take("∂") else {
      throw Diagnostic("shape.derivative", "a '∂' needs '/ ∂' after it", at: item.range)
    }
    let by = try factor()
    return Expression(
      .derivative(of: of, by: by), at: item.range.lowerBound..<by.range.upperBound)
  }

  /// The name of all weights and biases together, by which `\nabla C` differentiates.
  static let allParameters = "∇"

  /// `\nabla C`, `\nabla_a C`.
  mutating func gradient(_ item: Formula) throws(Diagnostic) -> Expression {
    let by: Expression
    if let sub = item.scripts?.sub {
      by = try expression(of: sub)
    } else {
      by = Expression(.symbol(Symbol(Self.allParameters)), at: item.range)
    }
    if let sup = item.scripts?.sup {
      throw Diagnostic("read.derivative", "this power of ∇ is not read", at: sup.range)
    }
    let of = try factor()
    return Expression(
      .derivative(of: of, by: by), at: item.range.lowerBound..<of.range.upperBound)
  }
}
