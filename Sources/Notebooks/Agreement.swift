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

extension Tensor<Double> {
  /// The values as NumPy prints them, large arrays shortened.
  var printed: String {
    guard shape.rank > 0 else { return elements[0].significant(8) }
    guard shape.rank > 1 else { return Self.row(elements[...]) }
    let columns = shape.axes[shape.rank - 1]
    let rows = columns == 0 ? 0 : elements.count / columns
    var lines: [String] = []
    for row in 0..<rows where row < Self.edge || row >= rows - Self.edge || rows <= 2 * Self.edge {
      if row == rows - Self.edge, rows > 2 * Self.edge { lines.append("…") }
      lines.append(Self.row(elements[row * columns..<(row + 1) * columns]))
    }
    return "[" + lines.joined(separator: "\n ") + "]"
  }

  /// How many rows and columns are shown at either end.
  private static var edge: Int { 4 }

  private static func row(_ values: ArraySlice<Double>) -> String {
    func text(_ values: ArraySlice<Double>) -> String {
      values.map { value in
        let text = value == value.rounded() && abs(value) < 1e6 ? value.fixed(0) : value.fixed(6)
        return value < 0 ? text : " " + text
      }.joined(separator: " ")
    }
    guard values.count > 2 * edge else { return "[\(text(values))]" }
    return "[\(text(values.prefix(edge))) … \(text(values.suffix(edge)))]"
  }
}
