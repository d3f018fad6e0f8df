import Testing

@testable import Neural

@Suite("Losses")
struct LossTests {
  private static let outputs = Matrix<Double>([[0.2, 0.7, 0.1], [0.5, 0.25, 0.25]])
  private static let targets = Matrix<Double>([[0, 1, 0], [0.3, 0.3, 0.4]])

  @Test("every derivative matches finite differences", arguments: Loss.all)
  func derivatives(loss: Loss) {
    let (a, y) = (Self.outputs, Self.targets)
    let gradient = loss.gradient(a: a, y: y)
    let h = 1e-6
    for i in 0..<a.rows {
      for j in 0..<a.columns {
        var (above, below) = (a, a)
        above[i, j] += h
        below[i, j] -= h
        let numeric = (loss.value(a: above, y: y) - loss.value(a: below, y: y)) / (2 * h)
        #expect(abs(gradient[i, j] - numeric) < 1e-7)
      }
    }
  }

  @Test(
    "a fused loss is the loss of the activation, and its delta the pullback", arguments: Loss.all)
  func fusions(loss: Loss) {
    let z = Matrix<Double>([[-0.4, 1.3, 0.2], [0.9, -1.1, 0.05]])
    let y = Self.targets
    for activation in Activation.all where loss.accepts(activation) {
      let a = activation(z)
      let fused = loss.value(z: z, a: a, y: y, activation: activation)
      #expect(abs(fused - loss.value(a: a, y: y)) < 1e-12)
      let delta = loss.delta(z: z, a: a, y: y, activation: activation)
      let apart = activation.pullback(loss.gradient(a: a, y: y), z: z, a: a)
      #expect(delta.zipped(apart, -).norm < 1e-12)
    }
  }

  @Test("far from the target a loss is large and finite, at it zero", arguments: Loss.all)
  func extremes(loss: Loss) {
    for activation in [Activation.sigmoid, .softmax] {
      let z = Matrix<Double>([[2000, -2000]])
      let a = activation(z)
      for y in [Matrix<Double>([[0, 1]]), Matrix([[1, 0]]), Matrix([[1, 1]]), Matrix([[0, 0]])] {
        #expect(loss.value(z: z, a: a, y: y, activation: activation).isFinite)
        let delta = loss.delta(z: z, a: a, y: y, activation: activation)
        #expect(delta.values.allSatisfy { $0.isFinite })
      }
      #expect(loss.value(z: z, a: a, y: Matrix([[1, 0]]), activation: activation) == 0)
    }
    let far = Loss.crossEntropy.value(
      z: Matrix<Double>([[2000, -2000]]), a: Matrix([[1, 0]]), y: Matrix([[0, 1]]),
      activation: .softmax)
    #expect(far == 4000)
  }

  @Test("with softmax the delta holds for targets of any sum")
  func anyTargets() {
    let z = Matrix<Double>([[0.3, -0.8]])
    let y = Matrix<Double>([[2, 0.5]])
    let a = Activation.softmax(z)
    let delta = Loss.crossEntropy.delta(z: z, a: a, y: y, activation: .softmax)
    #expect(abs(delta[0, 0] - (2.5 * a[0, 0] - 2)) < 1e-15)
  }

  @Test("the quadratic loss has the half that makes its derivative a − y")
  func half() {
    let loss = Loss.quadratic
    #expect(loss.value(a: Matrix<Double>([[1, 4]]), y: Matrix([[3, 1]])) == 6.5)
    #expect(loss.gradient(a: Matrix<Double>([[1, 4]]), y: Matrix([[3, 1]])) == Matrix([[-2, 3]]))
  }

  @Test("logarithms take probabilities only")
  func domains() {
    #expect(Loss.crossEntropy.accepts(.softmax))
    #expect(Loss.binaryCrossEntropy.accepts(.sigmoid))
    #expect(!Loss.crossEntropy.accepts(.tanh))
    #expect(!Loss.binaryCrossEntropy.accepts(.relu))
    #expect(Loss.quadratic.accepts(.linear))
  }
}
