extension BLAS {
  /// `op(a) · op(b)` as a new matrix.
  ///
  /// - Precondition: the inner sizes are equal.
  static func product<Scalar: Real>(
    _ a: Matrix<Scalar>, _ readingA: Reading = .asStored,
    _ b: Matrix<Scalar>, _ readingB: Reading = .asStored
  ) -> Matrix<Scalar> {
    let left = readingA == .asStored ? a.shape : a.shape.transposed
    let right = readingB == .asStored ? b.shape : b.shape.transposed
    precondition(left.columns == right.rows, "a product needs equal inner sizes")
    let count = left.rows * right.columns
    let values = [Scalar](unsafeUninitializedCapacity: count) { buffer, initialized in
      a.values.withUnsafeBufferPointer { a in
        b.values.withUnsafeBufferPointer { b in
          // Every element is written before it is read: scalars need no initialization.
          multiply(
            a, readingA, b, readingB, into: UnsafeMutableBufferPointer(rebasing: buffer[0..<count]),
            m: left.rows, n: right.columns, k: left.columns)
        }
      }
      initialized = count
    }
    return Matrix(rows: left.rows, columns: right.columns, values: values)
  }
}
