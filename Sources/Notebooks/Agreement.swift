import Diagnostics
import Expressions

/// A value that code computed beside the engine's own.
public struct Agreement: Sendable, Equatable {
  public let name: String
  public let shape: String
  /// ‖code − engine‖ / ‖engine‖; infinite where the shapes differ.
  public private(set) var error: Double
  /// What is wrong where they differ.
  public private(set) var difference: String?
  /// What its statement says, in TeX with the lesson's symbols; nil where formulas have no words for it.
  public let formula: String?
  /// Where its statement stands in the code of its cell.
  public let statement: Range<Int>
  /// The same in the file.
  public let range: Range<Int>

  /// Rounding in another order of the same operations stays far below this.
  public static let tolerance = 1e-9

  public var holds: Bool { error <= Self.tolerance }

  init(
    _ name: String, _ code: Tensor<Double>, _ engine: Tensor<Double>, formula: String? = nil,
    statement: Range<Int>, of source: SourceExcerpt
  ) {
    self.name = name
    self.formula = formula
    self.statement = statement
    range = source.range(inFile: statement)
    shape = code.shape.description
    guard code.elements.count == engine.elements.count,
      code.shape.axes.filter({ $0 != 1 }) == engine.shape.axes.filter({ $0 != 1 })
    else {
      error = .infinity
      difference = "it is \(code.shape), the engine's \(engine.shape)"
      return
    }
    var apart = 0.0
    var size = 0.0
    var worst = 0
    for (index, pair) in zip(code.elements, engine.elements).enumerated() {
      let gap = abs(pair.0 - pair.1)
      apart += gap * gap
      size += pair.1 * pair.1
      if gap > abs(code.elements[worst] - engine.elements[worst]) { worst = index }
    }
    error = size == 0 ? apart.squareRoot() : (apart / size).squareRoot()
    difference =
      error <= Self.tolerance
      ? nil
      : "at element \(worst + 1) the code has \(code.elements[worst].significant(6)), the engine "
        + engine.elements[worst].significant(6)
  }

  /// The same value where it was found to differ in other circumstances.
  func differing(_ difference: String) -> Agreement {
    var other = self
    other.error = .infinity
    other.difference = difference
    return other
  }

  init(
    name: String, shape: String, error: Double, difference: String?, formula: String?,
    statement: Range<Int>, range: Range<Int>
  ) {
    self.name = name
    self.shape = shape
    self.error = error
    self.difference = difference
    self.formula = formula
    self.statement = statement
    self.range = range
  }
}
