import Testing

@testable import Neural

@Suite("Activations")
struct ActivationTests {
  private static let points = Matrix<Double>([[-2.3, -0.7, 0.4, 1.9], [0.1, 3.1, -1.2, -0.2]])

  @Test("every derivative matches finite differences", arguments: Activation.all)
  func derivatives(activation: Activation) {
    let z = Self.points
    let upstream = Matrix<Double>([[0.3, -1.1, 0.8, 0.5], [1.7, 0.2, -0.4, 0.9]])
    let pullback = activation.pullback(upstream, z: z, a: activation(z))
    let h = 1e-6
    for i in 0..<z.rows {
      for j in 0..<z.columns {
        var (above, below) = (z, z)
        above[i, j] += h
        below[i, j] -= h
        let difference = activation(above).zipped(activation(below), -).scaled(by: 1 / (2 * h))
        let numeric = difference.zipped(upstream, *).sum
        #expect(abs(pullback[i, j] - numeric) < 1e-8, "\(activation.name) at \(z[i, j])")
      }
    }
  }

  @Test("nothing overflows, and what is not a number stays so", arguments: Activation.all)
  func extremes(activation: Activation) {
    let a = activation(Matrix<Double>([[-1e4, 1e4, 0]]))
    #expect(a.values.allSatisfy { $0.isFinite })
    #expect(a.values.allSatisfy(activation.range.contains))
    #expect(activation(Matrix<Double>([[.nan]]))[0, 0].isNaN)
    let single = activation(Matrix<Float>([[-1e4, 1e4, 0]]))
    #expect(single.values.allSatisfy { $0.isFinite })
  }

  /// `1 / (1 + np.exp(-z))`, `np.tanh(z)`, softmax by NumPy.
  @Test("values are NumPy's")
  func values() {
    let z = Matrix<Double>([[-1.5, 0.25]])
    #expect(close(Activation.sigmoid(z), [0.18242552380635635, 0.5621765008857981]))
    #expect(close(Activation.tanh(z), [-0.9051482536448664, 0.24491866240370913]))
    #expect(close(Activation.softmax(z), [0.14804719803168948, 0.8519528019683106]))
    #expect(Activation.relu(z).values == [0, 0.25])
    #expect(Activation.leakyReLU(slope: 0.1)(z).values == [-0.1 * 1.5, 0.25])
  }

  @Test("at its kink ReLU has the derivative 0, the leaky one its slope")
  func kinks() {
    let zero = Matrix<Double>([[0]])
    let one = Matrix<Double>([[1]])
    #expect(Activation.relu.pullback(one, z: zero, a: zero) == zero)
    #expect(
      Activation.leakyReLU(slope: 0.2).pullback(one, z: zero, a: zero) == Matrix([[0.2]]))
  }

  @Test("names are unique and every activation has its formulas and source")
  func names() {
    #expect(Set(Activation.all.map(\.name)).count == Activation.all.count)
    #expect(
      Activation.all.allSatisfy {
        !$0.formula.isEmpty && !$0.derivativeFormula.isEmpty && !$0.source.isEmpty
      })
  }

  private func close(_ a: Matrix<Double>, _ expected: [Double]) -> Bool {
    zip(a.values, expected).allSatisfy { abs($0 - $1) <= 1e-15 }
  }
}
