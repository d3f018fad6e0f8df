/// A formula or a line of code as mathematics: the one tree on which both readers meet.
///
/// It says what is computed, not how it was written: `\frac{a}{b}` and `a / b` are both a quotient.
/// Ranges are UTF-8 offsets in the text that was read. Shapes are not part of the tree; they follow
/// from the names' shapes when it is compiled (``Compiler``), and they do so before any value is known.
public struct Expression: Sendable, Equatable {
  public let kind: Kind
  public let range: Range<Int>

  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Sendable, Equatable {
    case number(Double)
    /// A whole tensor: `W_1`, `X`.
    case symbol(Symbol)
    /// An index used as a number, as in `i = j`.
    case index(String)
    /// One element: `w^{(2)}_{ij}`.
    case component(Expression, [Index])
    /// One sample of a batch, as a batch of one: `x^{(n)}`.
    case sample(Expression, Index)
    /// Part of a tensor in code: `a[0, :]`.
    case slice(Expression, [Subscript])
    case negation(Expression)
    case binary(BinaryOperator, Expression, Expression)
    case transpose(Expression)
    /// A function of its arguments, or its derivative: `\sigma'(z)` has order 1.
    case application(FunctionName, order: Int, [Expression], [String: Expression])
    /// `\sum_k`, `\prod_{j}`: over an index.
    case reduction(Reduction, Binder, Expression)
    /// Over all elements: `\sum e^h`; in code over one axis: `sum(x, axis=0)`.
    case total(Reduction, axis: Int?, keepsAxis: Bool, Expression)
    /// `∂of/∂by`, with axes (of, by).
    case derivative(of: Expression, by: Expression)
    case not(Expression)
    /// `\begin{cases}`: the first branch whose condition holds; a nil condition always does.
    case cases([Branch])
    /// Elements written out, row by row.
    case matrix([[Expression]])
    /// A matrix by its general element: `[f(r, c)]` with r and c over the ranges of two indices.
    case tabulation(row: String, column: String?, Expression)
  }

  /// One line of `\begin{cases}`.
  public struct Branch: Sendable, Equatable {
    public let value: Expression
    public let condition: Expression?

    public init(_ value: Expression, if condition: Expression?) {
      self.value = value
      self.condition = condition
    }
  }
}

/// A name of a tensor, with the layer it belongs to where layers are counted.
public struct Symbol: Sendable, Hashable {
  public let name: String
  public let layer: Layer?

  public init(_ name: String, layer: Layer? = nil) {
    self.name = name
    self.layer = layer
  }
}

/// Which layer: 2, or L − 1 where L stands for a layer.
public struct Layer: Sendable, Hashable, CustomStringConvertible {
  /// The letter it is counted from; nil for a plain number.
  public let variable: String?
  public let offset: Int

  public init(_ variable: String? = nil, _ offset: Int = 0) {
    self.variable = variable
    self.offset = offset
  }

  public var description: String {
    guard let variable else { return String(offset) }
    return offset == 0 ? variable : "\(variable)\(offset < 0 ? "−" : "+")\(abs(offset))"
  }
}

/// Which element along an axis.
public enum Index: Sendable, Hashable, CustomStringConvertible {
  case variable(String)
  /// Counted from 0, whatever the document counts from.
  case constant(Int)
  /// The last element, whatever its number: n in w_{1,n}.
  case last

  public var description: String {
    switch self {
    case .variable(let name): name
    case .constant(let value): String(value + 1)
    case .last: "last"
    }
  }
}

/// Part of an axis in code.
public enum Subscript: Sendable, Equatable {
  case position(Expression)
  case range(from: Expression?, to: Expression?, step: Expression?)
}

public enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  /// The matrix product; with a scalar, the scalar multiple; between Jacobians, the chain rule.
  case multiply = "@"
  /// Element by element.
  case scale = "*"
  case divide = "/"
  case power = "**"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case unequal = "!="
  case and = "and"
  case or = "or"
}

public enum Reduction: String, Sendable, CaseIterable {
  case sum, product, mean
  case maximum = "max"
  case minimum = "min"
}

/// What a big operator runs over: `\sum_{k=1, k \neq i}^c`.
public struct Binder: Sendable, Equatable {
  public let index: String
  /// The first and the last value as written; nil where the shapes decide.
  public let lower: Expression?
  public let upper: Expression?
  /// Only values for which this holds.
  public let condition: Expression?
  public let range: Range<Int>

  public init(
    _ index: String, from lower: Expression? = nil, to upper: Expression? = nil,
    where condition: Expression? = nil, at range: Range<Int>
  ) {
    self.index = index
    self.lower = lower
    self.upper = upper
    self.condition = condition
    self.range = range
  }
}

/// Which function: one the language knows, or whatever activation a layer has.
public enum FunctionName: Sendable, Hashable {
  case named(String)
  case activation(Layer)
}
