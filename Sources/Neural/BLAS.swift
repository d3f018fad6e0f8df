import COpenBLAS

/// Products of matrices: `C = op(A) · op(B)`, where `op` is nothing or the transpose.
enum BLAS {
  /// Which way a factor is read.
  enum Reading {
    case asStored, transposed

    var code: Int32 {
      Int32(self == .asStored ? openblas_no_transpose.rawValue : openblas_transposed.rawValue)
    }
  }

  /// Below this many multiplications a plain loop ends before a library call has set itself up.
  static let smallProduct = 4096

  /// `result = op(a) · op(b)`: `[m × k]` by `[k × n]`, all row-major and without gaps.
  ///
  /// - Precondition: the buffers hold `m · k`, `k · n` and `m · n` elements, and `result` overlaps
  ///   neither factor.
  static func multiply<Scalar: Real>(
    _ a: UnsafeBufferPointer<Scalar>, _ readingA: Reading = .asStored,
    _ b: UnsafeBufferPointer<Scalar>, _ readingB: Reading = .asStored,
    into result: UnsafeMutableBufferPointer<Scalar>, m: Int, n: Int, k: Int
  ) {
    precondition(m >= 0 && n >= 0 && k >= 0, "a product has no negative size")
    precondition(a.count == m * k, "the left factor holds \(a.count), not \(m) × \(k)")
    precondition(b.count == k * n, "the right factor holds \(b.count), not \(k) × \(n)")
    precondition(result.count == m * n, "the product holds \(result.count), not \(m) × \(n)")
    guard let a = a.baseAddress, let b = b.baseAddress, let c = result.baseAddress, k > 0 else {
      result.update(repeating: 0)
      return
    }
    let widest = max(m, n, k)
    guard m * n * k > smallProduct, widest <= Int(Int32.max), let library = Library.shared else {
      plainProduct(a, readingA, b, readingB, c, m, n, k)
      return
    }
    let lda = Int32(readingA == .asStored ? k : m)
    let ldb = Int32(readingB == .asStored ? n : k)
    let (m32, n32, k32) = (Int32(m), Int32(n), Int32(k))
    let order = Int32(openblas_row_major.rawValue)
    // Scalar is Float or Double; the raw views below only say to C which of the two it is.
    let (rawA, rawB, rawC) = (UnsafeRawPointer(a), UnsafeRawPointer(b), UnsafeMutableRawPointer(c))
    if Scalar.self == Float.self {
      library.sgemm(
        order, readingA.code, readingB.code, m32, n32, k32, 1,
        rawA.assumingMemoryBound(to: Float.self), lda,
        rawB.assumingMemoryBound(to: Float.self), ldb, 0,
        rawC.assumingMemoryBound(to: Float.self), n32)
    } else if Scalar.self == Double.self {
      library.dgemm(
        order, readingA.code, readingB.code, m32, n32, k32, 1,
        rawA.assumingMemoryBound(to: Double.self), lda,
        rawB.assumingMemoryBound(to: Double.self), ldb, 0,
        rawC.assumingMemoryBound(to: Double.self), n32)
    } else {
      plainProduct(a, readingA, b, readingB, c, m, n, k)
    }
  }

  /// `result = op(a) · x`, with `a` stored as `[rows × columns]`.
  ///
  /// - Precondition: `x` and `result` are as long as `op(a)` is wide and high.
  static func multiply<Scalar: Real>(
    _ a: UnsafeBufferPointer<Scalar>, rows: Int, columns: Int, _ reading: Reading = .asStored,
    vector x: UnsafeBufferPointer<Scalar>, into result: UnsafeMutableBufferPointer<Scalar>
  ) {
    precondition(rows >= 0 && columns >= 0, "a product has no negative size")
    let (m, k) = reading == .asStored ? (rows, columns) : (columns, rows)
    precondition(a.count == rows * columns, "the matrix is not \(rows) × \(columns)")
    precondition(x.count == k && result.count == m, "the vectors do not fit \(rows) × \(columns)")
    guard let a = a.baseAddress, let v = x.baseAddress, let y = result.baseAddress else {
      result.update(repeating: 0)
      return
    }
    guard isLarge(rows, columns), let library = Library.shared else {
      plainProduct(a, reading, v, .asStored, y, m, 1, k)
      return
    }
    let order = Int32(openblas_row_major.rawValue)
    let (rawA, rawX, rawY) = (UnsafeRawPointer(a), UnsafeRawPointer(v), UnsafeMutableRawPointer(y))
    if Scalar.self == Float.self {
      library.sgemv(
        order, reading.code, Int32(rows), Int32(columns), 1,
        rawA.assumingMemoryBound(to: Float.self), Int32(columns),
        rawX.assumingMemoryBound(to: Float.self), 1, 0,
        rawY.assumingMemoryBound(to: Float.self), 1)
    } else if Scalar.self == Double.self {
      library.dgemv(
        order, reading.code, Int32(rows), Int32(columns), 1,
        rawA.assumingMemoryBound(to: Double.self), Int32(columns),
        rawX.assumingMemoryBound(to: Double.self), 1, 0,
        rawY.assumingMemoryBound(to: Double.self), 1)
    } else {
      plainProduct(a, reading, v, .asStored, y, m, 1, k)
    }
  }

  private static func isLarge(_ rows: Int, _ columns: Int) -> Bool {
    rows * columns > smallProduct && max(rows, columns) <= Int(Int32.max)
  }

  /// The product without a library: each row of the result gathers multiples of rows of `b`, or,
  /// where `b` is read transposed, inner products with them.
  private static func plainProduct<Scalar: Real>(
    _ a: UnsafePointer<Scalar>, _ readingA: Reading, _ b: UnsafePointer<Scalar>,
    _ readingB: Reading, _ c: UnsafeMutablePointer<Scalar>, _ m: Int, _ n: Int, _ k: Int
  ) {
    let (rowA, stepA) = readingA == .asStored ? (k, 1) : (1, m)
    for i in 0..<m {
      let row = c + i * n
      row.update(repeating: 0, count: n)
      switch readingB {
      case .asStored:
        for p in 0..<k {
          let factor = a[i * rowA + p * stepA]
          let other = b + p * n
          for j in 0..<n { row[j] += factor * other[j] }
        }
      case .transposed:
        for j in 0..<n {
          let other = b + j * k
          var sum = Scalar.zero
          for p in 0..<k { sum += a[i * rowA + p * stepA] * other[p] }
          row[j] = sum
        }
      }
    }
  }
}
