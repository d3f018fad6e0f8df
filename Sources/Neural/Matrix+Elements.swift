extension Matrix {
  @inlinable public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  /// The matrix of `transform(x)` for every element `x`.
  @inlinable public func map(_ transform: (Scalar) -> Scalar) -> Matrix {
    Matrix(unchecked: rows, columns, values: values.map(transform))
  }

  /// The matrix of `combine(x, y)` for every pair of elements in the same place.
  ///
  /// - Parameter verb: how the operation is called where the shapes differ: "cannot `verb` …".
  @inlinable public func combined(
    with other: Matrix, verb: String = "combine", _ combine: (Scalar, Scalar) -> Scalar
  ) throws(ShapeError) -> Matrix {
    guard shape == other.shape else { throw .elementwise(verb: verb, shape, other.shape) }
    return zipped(other, combine)
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func adding(_ other: Matrix) throws(ShapeError) -> Matrix {
    try combined(with: other, verb: "add") { $0 + $1 }
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func subtracting(_ other: Matrix) throws(ShapeError) -> Matrix {
    try combined(with: other, verb: "subtract") { $0 - $1 }
  }

  /// The element-by-element (Hadamard) product.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func hadamard(_ other: Matrix) throws(ShapeError) -> Matrix {
    try combined(with: other, verb: "multiply element by element") { $0 * $1 }
  }

  /// Every row with `row` added: how a bias joins its batch.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func adding(row: Matrix) throws(ShapeError) -> Matrix {
    guard row.rows == 1, row.columns == columns else { throw .row(row.shape, matrix: shape) }
    return addingToEachRow(row)
  }

  @inlinable public func scaled(by factor: Scalar) -> Matrix {
    map { $0 * factor }
  }

  /// The sum of every column: `[1 × columns]`.
  @inlinable public var columnSums: Matrix {
    var result = Matrix(rows: 1, columns: columns)
    for i in 0..<rows {
      for j in 0..<columns { result[0, j] += self[i, j] }
    }
    return result
  }

  /// The sum of every row: `[rows × 1]`.
  @inlinable public var rowSums: Matrix {
    var result = Matrix(rows: rows, columns: 1)
    for i in 0..<rows { result[i, 0] = row(i).reduce(0, +) }
    return result
  }

  @inlinable public var sum: Scalar { values.reduce(0, +) }

  /// √Σx², the Frobenius norm.
  @inlinable public var norm: Scalar {
    values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The column of the largest element of each row; the first where several are equal.
  @inlinable public var argmaxOfRows: [Int] {
    (0..<rows).map { i in
      var best = 0
      for j in 1..<max(columns, 1) where self[i, j] > self[i, best] { best = j }
      return best
    }
  }

  /// The same numbers in another precision.
  @inlinable public func converted<Other: Real>(to other: Other.Type = Other.self)
    -> Matrix<Other>
  {
    Matrix<Other>(rows: rows, columns: columns, values: values.map { Other($0) })
  }

  /// `combined`, for shapes known to be equal.
  @inlinable func zipped(_ other: Matrix, _ combine: (Scalar, Scalar) -> Scalar) -> Matrix {
    precondition(shape == other.shape, "element by element needs equal shapes")
    var result = self
    for index in elements.indices {
      result.elements[index] = combine(elements[index], other.elements[index])
    }
    return result
  }

  @inlinable func addingToEachRow(_ row: Matrix) -> Matrix {
    precondition(row.rows == 1 && row.columns == columns, "a bias is as wide as its batch")
    var result = self
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] += row[0, j] }
    }
    return result
  }
}
