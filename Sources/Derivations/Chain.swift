import Diagnostics
import Expressions

/// A line of mathematics as statements: chains of equalities, updates, sizes, distributions.
struct Chain: Sendable {
  enum Relation: String, Sendable {
    case equals = "="
    /// `:=`, `\leftarrow`: the left becomes the right.
    case becomes = ":="
    case increases = "+="
    /// `a: 784 \times 1`
    case hasSize = ":"
    /// `w \in \mathbb{R}^{(m, n)}`
    case isIn = "∈"
    /// `W \sim U(a, b)`
    case isDrawnFrom = "∼"
  }

  /// One side of a relation.
  struct Side: Sendable {
    let range: Range<Int>
    let content: Content
    /// What is wrong with it although it could be read, such as a bracket that closes nothing.
    let flaw: Diagnostic?
  }

  enum Content: Sendable {
    case expression(Expression)
    /// The sizes of `784 \times 1` or of `\mathbb{R}^{(m, n)}`.
    case sizes([Expression])
    case uniform(low: Expression, high: Expression)
    case normal(mean: Expression, variance: Expression)
    case unread(Diagnostic)
  }

  let sides: [Side]
  /// One less than sides.
  let relations: [Relation]

  var range: Range<Int> {
    (sides.first?.range.lowerBound ?? 0)..<(sides.last?.range.upperBound ?? 0)
  }
}

extension Chain.Side {
  var expression: Expression? {
    if case .expression(let expression) = content { expression } else { nil }
  }
}
