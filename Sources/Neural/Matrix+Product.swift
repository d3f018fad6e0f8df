extension Matrix {
  /// The matrix product `self · other`: `[m × k]` by `[k × n]` is `[m × n]`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func times(_ other: Matrix) throws(ShapeError) -> Matrix {
    guard columns == other.rows else { throw .product(shape, other.shape) }
    return BLAS.product(self, .asStored, other)
  }

  /// The product `selfᵀ · other`.
  func transposedTimes(_ other: Matrix) -> Matrix {
    BLAS.product(self, .transposed, other)
  }

  /// The product `self · otherᵀ`.
  func timesTransposed(_ other: Matrix) -> Matrix {
    BLAS.product(self, .asStored, other, .transposed)
  }
}
