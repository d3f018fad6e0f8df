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
    guard let a = UnsafeRawPointer(a.baseAddress), let b = UnsafeRawPointer(b.baseAddress),
      let c = UnsafeMutableRawPointer(result.baseAddress), k > 0
    else {
      result.update(repeating: 0)
      return
    }
    let library = library(for: m * n * k, widest: max(m, n, k))
    let order = Int32(openblas_row_major.rawValue)
    let lda = Int32(truncatingIfNeeded: readingA == .asStored ? k : m)
    let ldb = Int32(truncatingIfNeeded: readingB == .asStored ? n : k)
    let (m32, n32, k32) = (
      Int32(truncatingIfNeeded: m), Int32(truncatingIfNeeded: n), Int32(truncatingIfNeeded: k)
    )
    // Scalar is Float or Double. Naming which makes the plain loops as fast for a caller that is
    // generic itself; the raw pointers above are rebound to what they pointed to.
    if Scalar.self == Float.self {
      let (a, b) = (a.assumingMemoryBound(to: Float.self), b.assumingMemoryBound(to: Float.self))
      let c = c.assumingMemoryBound(to: Float.self)
      guard let library else { return plainProduct(a, readingA, b, readingB, c, m, n, k) }
      library.sgemm(
        order, readingA.code, readingB.code, m32, n32, k32, 1, a, lda, b, ldb, 0, c,
        n32)
    } else {
      precondition(Scalar.self == Double.self, "no third precision is known")
      let (a, b) = (a.assumingMemoryBound(to: Double.self), b.assumingMemoryBound(to: Double.self))
      let c = c.assumingMemoryBound(to: Double.self)
      guard let library else { return plainProduct(a, readingA, b, readingB, c, m, n, k) }
      library.dgemm(
        order, readingA.code, readingB.code, m32, n32, k32, 1, a, lda, b, ldb, 0, c,
        n32)
    }
  }

  /// `result = op(a) · x`, with `a` stored as `[rows × columns]`.
  ///
  /// - Precondition: `x` and `result` are as long as `op(a)` is wide and high.
  static func multiply<Scalar: Real>(
    _ a: UnsafeBufferPointer<Scalar>, rows: Int, columns: Int, _ reading: Reading = .asStored,
    vector x: UnsafeBufferPointer<Scalar>, into result: UnsafeMutableBufferPointer<Scalar>
  ) {
    let (m, k) = reading == .asStored ? (rows, columns) : (columns, rows)
    precondition(x.count == k && result.count == m, "the vectors do not fit \(rows) × \(columns)")
    guard let library = library(for: rows * columns, widest: max(rows, columns)), k > 0,
      let matrix = UnsafeRawPointer(a.baseAddress), let vector = UnsafeRawPointer(x.baseAddress),
      let sums = UnsafeMutableRawPointer(result.baseAddress)
    else {
      return multiply(a, reading, x, .asStored, into: result, m: m, n: 1, k: k)
    }
    precondition(a.count == rows * columns, "the matrix is not \(rows) × \(columns)")
    let order = Int32(openblas_row_major.rawValue)
    if Scalar.self == Float.self {
      library.sgemv(
        order, reading.code, Int32(rows), Int32(columns), 1,
        matrix.assumingMemoryBound(to: Float.self), Int32(columns),
        vector.assumingMemoryBound(to: Float.self), 1, 0,
        sums.assumingMemoryBound(to: Float.self), 1)
    } else {
      precondition(Scalar.self == Double.self, "no third precision is known")
      library.dgemv(
        order, reading.code, Int32(rows), Int32(columns), 1,
        matrix.assumingMemoryBound(to: Double.self), Int32(columns),
        vector.assumingMemoryBound(to: Double.self), 1, 0,
        sums.assumingMemoryBound(to: Double.self), 1)
    }
  }

  /// The library, where a product is large enough for it and its sizes fit the library's integers.
  private static func library(for multiplications: Int, widest: Int) -> Library? {
    multiplications > smallProduct && widest <= Int(Int32.max) ? Library.shared : nil
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
