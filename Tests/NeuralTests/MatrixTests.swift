import Testing

@testable import Neural

@Suite("Matrices")
struct MatrixTests {
  private let a = Matrix<Double>([[1, 2], [3, 4], [5, 6]])
  private let b = Matrix<Double>([[1, 0, 2, -1], [0, 1, 3, 1]])

  @Test("a product sums over the inner size")
  func product() throws {
    #expect(try a.times(b) == Matrix([[1, 2, 8, 1], [3, 4, 18, 1], [5, 6, 28, 1]]))
  }

  @Test("products with a transpose equal the product with the transposed matrix")
  func transposes() throws {
    #expect(try a.transposed.times(a) == a.transposedTimes(a))
    #expect(try a.times(a.transposed) == a.timesTransposed(a))
  }

  @Test("a large product equals the sum written out, in both precisions")
  func largeProduct() throws {
    var generator = MersenneTwister(seed: 3)
    let left = Matrix<Double>(rows: 40, columns: 70, values: generator.normal(count: 2800))
    let right = Matrix<Double>(rows: 70, columns: 30, values: generator.normal(count: 2100))
    let product = try left.times(right)
    let single = try left.converted(to: Float.self).times(right.converted(to: Float.self))
    for i in 0..<40 {
      for j in 0..<30 {
        let sum = (0..<70).reduce(0.0) { $0 + left[i, $1] * right[$1, j] }
        #expect(abs(product[i, j] - sum) < 1e-12)
        #expect(abs(Double(single[i, j]) - sum) < 1e-4)
      }
    }
  }

  @Test("sums, norm and argmax")
  func reductions() {
    #expect(a.columnSums == Matrix([[9, 12]]))
    #expect(a.rowSums == Matrix([[3], [7], [11]]))
    #expect(a.sum == 21)
    #expect(Matrix<Double>([[3, 4]]).norm == 5)
    #expect(Matrix<Double>([[1, 3, 3], [2, 0, 1]]).argmaxOfRows == [1, 0])
  }

  @Test("a row joins every row of its batch")
  func rows() throws {
    #expect(try a.adding(row: Matrix([[10, 20]])) == Matrix([[11, 22], [13, 24], [15, 26]]))
  }

  @Test("a mismatch names both sides")
  func mismatches() {
    let four = Matrix<Double>(rows: 4, columns: 1)
    #expect(
      message { _ = try a.times(four) }
        == "cannot multiply [3 × 2] by [4 × 1]: inner sizes 2 and 4 differ")
    #expect(message { _ = try a.adding(b) } == "cannot add [3 × 2] and [2 × 4]: shapes differ")
    #expect(
      message { _ = try four.hadamard(Matrix(rows: 4, columns: 2)) }
        == "cannot multiply element by element [4 × 1] and [4 × 2]: widths 1 and 2 differ")
    #expect(
      message { _ = try four.subtracting(Matrix(rows: 3, columns: 1)) }
        == "cannot subtract [4 × 1] and [3 × 1]: heights 4 and 3 differ")
    #expect(
      message { _ = try a.adding(row: Matrix([[1, 2, 3]])) }
        == "cannot add row [1 × 3] to [3 × 2]: widths 3 and 2 differ")
    #expect(
      message { _ = try a.adding(row: a) }
        == "cannot add row [3 × 2] to [3 × 2]: it is not a single row")
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }
}
