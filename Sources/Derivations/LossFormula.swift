import Diagnostics
import Expressions
import Neural

/// A loss as a formula of the output and the target, read from its code.
///
/// Whatever the checker and `derive` know of a loss comes from here, so that a loss which is added to
/// the engine's list is the same loss everywhere.
struct LossFormula {
  /// The loss of a batch, summed, over the names `a` and `y`.
  let value: Expression
  /// ∂L/∂a, element by element, over the same names.
  let derivative: Expression
  /// ∂L/∂z after the activation that the loss is taken together with, over the same names.
  let fusedDelta: (activation: Activation, Expression)?

  init(_ loss: Loss) {
    value = Self.read(loss.code, of: loss)
    derivative = Self.read(loss.derivativeCode, of: loss)
    fusedDelta = loss.fusion.map { ($0.activation, Self.read($0.deltaCode, of: loss)) }
  }

  private static func read(_ code: String, of loss: Loss) -> Expression {
    do throws(Diagnostic) {
      return try CodeReader.expression(code)
    } catch {
      preconditionFailure("the code of the loss '\(loss.name)' cannot be read: \(error.message)")
    }
  }
}

extension Expression {
  /// The same with other expressions in place of whole names, all at the place of one formula.
  func substituting(_ values: [String: Expression], at range: Range<Int>) -> Expression {
    if case .symbol(let symbol) = kind, let value = values[symbol.name] { return value }
    return Expression(mapChildren { $0.substituting(values, at: range) }.kind, at: range)
  }
}
