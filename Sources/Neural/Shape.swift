/// The size of a matrix: rows by columns.
public struct Shape: Sendable, Hashable, CustomStringConvertible {
  public let rows: Int
  public let columns: Int

  @inlinable public init(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  @inlinable public var count: Int { rows * columns }

  public var transposed: Shape { Shape(columns, rows) }

  /// As a reader writes it: `[3 × 2]`.
  public var description: String { "[\(rows) × \(columns)]" }
}

/// Two sizes that do not fit each other, both named.
public enum ShapeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A product whose inner sizes differ.
  case product(Shape, Shape)
  /// An element-by-element operation on different shapes; the verb reads "cannot `verb` A and B".
  case elementwise(verb: String, Shape, Shape)
  /// A row added to a matrix of another width.
  case row(Shape, matrix: Shape)
  /// Samples with another number of features than the network takes.
  case features(given: Int, expected: Int)
  /// Targets with another number of columns than the network has outputs.
  case outputs(given: Int, expected: Int)
  /// As many targets as samples are needed.
  case batch(samples: Int, targets: Int)
  /// A parameter of another shape than its layer wants.
  case parameter(name: String, given: Shape, expected: Shape)
  /// Two networks, or a network and its gradients, with different numbers of layers.
  case layers(given: Int, expected: Int)

  public var description: String {
    switch self {
    case .product(let a, let b):
      "cannot multiply \(a) by \(b): inner sizes \(a.columns) and \(b.rows) differ"
    case .elementwise(let verb, let a, let b):
      "cannot \(verb) \(a) and \(b): \(Self.difference(a, b)) differ"
    case .row(let row, let matrix):
      "cannot add row \(row) to \(matrix): "
        + (row.rows == 1
          ? "widths \(row.columns) and \(matrix.columns) differ" : "it is not a single row")
    case .features(let given, let expected):
      "samples have \(given) features, the network takes \(expected)"
    case .outputs(let given, let expected):
      "targets have \(given) columns, the network has \(expected) outputs"
    case .batch(let samples, let targets):
      "\(samples) samples cannot be matched with \(targets) targets"
    case .parameter(let name, let given, let expected):
      "parameter '\(name)' is \(given), its layer wants \(expected)"
    case .layers(let given, let expected):
      "\(given) layers cannot stand for \(expected)"
    }
  }

  private static func difference(_ a: Shape, _ b: Shape) -> String {
    if a.rows == b.rows { return "widths \(a.columns) and \(b.columns)" }
    if a.columns == b.columns { return "heights \(a.rows) and \(b.rows)" }
    return "shapes"
  }
}
