/// One line of array code.
public struct Statement: Sendable, Equatable {
  /// The name that gets the value; nil for a line that only shows one.
  public let target: String?
  public let targetRange: Range<Int>
  public let expression: Expression
  /// Whether the value is shown: the line is an expression, or `print(…)`.
  public let isShown: Bool
  public let range: Range<Int>
}
