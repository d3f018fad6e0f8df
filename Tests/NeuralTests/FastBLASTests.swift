import Testing

@testable import Neural

@Suite struct FastBLASTests {
  @Test("a product is the same whichever factor is stored transposed, small or large")
  func readings() {
    var generator = MersenneTwister(seed: 2)
    for (m, k, n) in [(1, 1, 1), (3, 5, 2), (40, 30, 20), (1, 300, 40), (64, 1, 64)] {
      let a = Matrix(rows: m, columns: k, values: generator.normal(count: m * k))
      let b = Matrix(rows: k, columns: n, values: generator.normal(count: k * n))
      let expected = plain(a, b)
      for (left, readingA) in [(a, BLAS.Reading.asStored), (a.transposed, .transposed)] {
        for (right, readingB) in [(b, BLAS.Reading.asStored), (b.transposed, .transposed)] {
          let found = BLAS.product(left, readingA, right, readingB)
          #expect(found.shape == Shape(m, n))
          #expect(zip(found.values, expected).allSatisfy { abs($0 - $1) < 1e-11 })
          let single = BLAS.product(
            left.converted(to: Float.self), readingA, right.converted(), readingB)
          #expect(zip(single.values, expected).allSatisfy { abs(Double($0) - $1) < 1e-3 })
        }
      }
    }
  }

  @Test("a product with an empty side has the right shape and only zeros")
  func empty() {
    let none = Matrix<Double>(rows: 3, columns: 0)
    #expect(BLAS.product(none, .asStored, none.transposed).values == Array(repeating: 0, count: 9))
    #expect(BLAS.product(none.transposed, .asStored, none).values.isEmpty)
  }

  @Test("a matrix times a vector is the product with one column")
  func vectors() {
    var generator = MersenneTwister(seed: 3)
    for (rows, columns) in [(3, 4), (90, 110)] {
      let a = Matrix(rows: rows, columns: columns, values: generator.normal(count: rows * columns))
      for reading in [BLAS.Reading.asStored, .transposed] {
        let (m, k) = reading == .asStored ? (rows, columns) : (columns, rows)
        let x = generator.normal(count: k)
        var y = [Double](repeating: .nan, count: m)
        a.values.withUnsafeBufferPointer { a in
          x.withUnsafeBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in
              BLAS.multiply(a, rows: rows, columns: columns, reading, vector: x, into: y)
            }
          }
        }
        let expected = plain(reading == .asStored ? a : a.transposed, Matrix(column: x))
        #expect(zip(y, expected).allSatisfy { abs($0 - $1) < 1e-11 })
      }
    }
  }

  private func plain(_ a: Matrix<Double>, _ b: Matrix<Double>) -> [Double] {
    (0..<a.rows).flatMap { i in
      (0..<b.columns).map { j in (0..<a.columns).reduce(0) { $0 + a[i, $1] * b[$1, j] } }
    }
  }
}
