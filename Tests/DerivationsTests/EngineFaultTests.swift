import Derivations
import Neural
import Testing

@Suite("A faulty engine")
struct EngineFaultTests {
  @Test(
    "is blamed in place of the lesson",
    arguments: [
      (Fault.lastNeuronDerivative, Document.mnistQuadratic, "∂L/∂z₂"),
      (.missingMask, .iris, "∂L/∂W₁"),
    ])
  func blamed(_ fault: Fault, _ document: Document, _ gradient: String) throws {
    var checker = document.checker(faults: [fault])
    let tex =
      document == .iris
      ? #"\frac{\partial L}{\partial W_2} = {a_1}^T (P-Y)"#
      : #"\frac{\partial C}{\partial b^M_i} = \frac{\partial C}{\partial z^M_i}"#
    let checked = checker.check(tex)
    // The formula is right, and the verdict on it does not change.
    let words = checked.steps.map(\.verdict.word)
    #expect(Set(words) == ["verified"], "\(checked.summary)")
    #expect(checked.engineFaults.contains { $0.gradient == gradient })
    #expect(!checked.isVerified)
  }

  @Test("one layer too far is right with one hidden layer and wrong with two")
  func oneLayerTooFar() throws {
    func faults(_ layers: [(units: Int, activation: Activation)]) throws -> [EngineFault] {
      try ClassicTests.checker(
        layers, loss: .crossEntropy, layout: .columns, symbols: [],
        faults: [.upstreamWithoutDerivative]
      ).engineFaults
    }
    let one = try faults([(5, .relu), (3, .softmax)])
    #expect(one.isEmpty)
    let two = try faults([(5, .relu), (4, .relu), (3, .softmax)])
    #expect(two.map(\.gradient).sorted() == ["∂L/∂W₁", "∂L/∂b₁", "∂L/∂z₁"])
  }

  @Test("is not blamed where it is right", arguments: Activation.all)
  func sound(_ activation: Activation) throws {
    for loss in Loss.all where loss.accepts(activation) {
      let checker = try ClassicTests.checker(
        [(5, .tanh), (4, activation), (3, activation)], loss: loss, layout: .rows, symbols: [])
      #expect(checker.engineFaults.isEmpty, "\(checker.engineFaults.map(\.description))")
    }
  }
}
