/// A dense matrix, row after row.
///
/// Batches are `[batch × features]`, weights `[inputs × outputs]`, a bias `[1 × outputs]`.
public struct Matrix<Scalar: Real>: Sendable, Equatable {
  public let rows: Int
  public let columns: Int

  /// The elements, row by row; `rows · columns` of them.
  @inlinable public var values: [Scalar] { elements }

  @usableFromInline var elements: [Scalar]

  @inlinable public var shape: Shape { Shape(rows, columns) }

  @inlinable public init(rows: Int, columns: Int, repeating value: Scalar = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative size")
    self.init(
      unchecked: rows, columns, values: [Scalar](repeating: value, count: rows * columns))
  }

  /// The matrix of these elements, given row by row. There must be `rows · columns` of them.
  @inlinable public init(rows: Int, columns: Int, values: [Scalar]) {
    precondition(values.count == rows * columns, "\(values.count) values for \(rows) × \(columns)")
    self.init(unchecked: rows, columns, values: values)
  }

  /// The matrix of these rows, which must be equally long.
  public init(_ rows: [[Scalar]]) {
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "rows of different lengths")
    self.init(unchecked: rows.count, width, values: Array(rows.joined()))
  }

  /// A single row.
  public init(row: [Scalar]) {
    self.init(unchecked: 1, row.count, values: row)
  }

  /// A single column.
  public init(column: [Scalar]) {
    self.init(unchecked: column.count, 1, values: column)
  }

  @usableFromInline init(unchecked rows: Int, _ columns: Int, values: [Scalar]) {
    self.rows = rows
    self.columns = columns
    elements = values
  }

  @inlinable public subscript(row: Int, column: Int) -> Scalar {
    get {
      precondition(column >= 0 && column < columns, "column outside the matrix")
      return elements[row * columns + column]
    }
    set {
      precondition(column >= 0 && column < columns, "column outside the matrix")
      elements[row * columns + column] = newValue
    }
  }

  /// The elements of one row.
  @inlinable public func row(_ index: Int) -> ArraySlice<Scalar> {
    elements[index * columns..<(index + 1) * columns]
  }
}
