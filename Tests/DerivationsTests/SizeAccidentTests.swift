import Derivations
import Neural
import Testing

/// A size of a twin is no fact of the lesson, and no formula may be verified by one.
@Suite("Sizes")
struct SizeAccidentTests {
  /// A network of these widths in rows of samples, without values worth anything.
  private func check(
    _ tex: String, _ widths: [Int] = [784, 28, 10],
    _ change: (inout Notation) -> Void = { _ in }
  ) throws -> CheckedDerivation {
    var notation = Notation()
    notation.layout = .rows
    change(&notation)
    for (symbol, meaning) in [
      ("X", "input"), ("Y", "target"), ("y", "target"), ("W_l", "weights"), ("b_l", "bias"),
      ("h_l", "preactivation"), ("a_l", "activation"), ("P", "output"), ("p", "output"),
      ("L", "loss"), ("m", "batch"), ("n", "inputs"),
    ] { try notation.bind(symbol, to: meaning) }
    var generator = MersenneTwister(seed: 1)
    let last = widths.count - 1
    let network = try Network<Double>(
      Architecture(
        inputs: widths[0],
        layers: (1...last).map {
          .init(units: widths[$0], activation: $0 == last ? .softmax : .relu)
        }, loss: .crossEntropy), using: &generator)
    var checker = DerivationChecker(of: network, in: notation)
    return checker.check(tex)
  }

  @Test(
    "written as numbers are the lesson's own",
    arguments: [
      #"p_i = \frac{e^{h_{2i}}}{\sum_{k=1}^{10} e^{h_{2k}}}"#,
      #"L = -\sum_{i=1}^{10} y_i \log p_i"#,
      #"h_{1i} = \sum_{j=1}^{784} X_j W_{1,ji} + b_{1i}"#,
      #"\frac{\partial L}{\partial a_{1,j}} = \sum_{k=1}^{10} (p_k - y_k) W_{2,jk}"#,
      #"\sum_i p_i \cdot \sum_k 1[y_k = y_k] = 10"#, "n = 784",
      #"\frac{\partial L}{\partial W_{2}} = \frac{3}{6} a_1^\top (P - Y) + \frac12 a_1^T (P - Y)"#,
    ])
  func own(_ tex: String) throws {
    let checked = try check(tex)
    #expect(checked.isVerified, "\(checked.summary)")
  }

  @Test(
    "of a twin verify nothing",
    arguments: [
      #"p_i = \frac{e^{h_{2i}}}{\sum_{k=1}^{4} e^{h_{2k}}}"#, "m = 3", "m = 4", "m = 5",
      "m = 1 + 2", "m = 1 + 3", #"\frac{1}{m} = \frac{1}{3}"#, "n = 5", #"\sum_i 1[y_i = y_i] = 4"#,
      #"\sum_i 1[y_i = y_i] = 2 + 2"#, #"\sum_{i=1}^{9} p_i = 1"#, #"\sum_{i=1}^{11} p_i = 1"#,
    ])
  func twins(_ tex: String) throws {
    let checked = try check(tex)
    #expect(!checked.isVerified, "\(checked.summary)")
  }

  @Test("of a batch are no number", arguments: [2, 3, 4, 5])
  func batch(_ size: Int) throws {
    let tex = #"\frac{\partial L}{\partial W_2} = \frac{1}{\#(size)} a_1^\top (P - Y)"#
    let wrong = try check(tex) { $0.reduction = .mean }
    #expect(!wrong.isVerified, "\(wrong.summary)")
    let right = try check(#"\frac{\partial L}{\partial W_2} = \frac{1}{m} a_1^\top (P - Y)"#) {
      $0.reduction = .mean
    }
    #expect(right.isVerified, "\(right.summary)")
  }

  @Test("that are too large to be tried leave only layers narrower of which no number speaks")
  func spared() throws {
    let tex = #"\frac{\partial h_{1i}}{\partial W_{1,ji}} = 3 X_j / 3"#
    let held = try check(tex)
    #expect(held.isVerified, "\(held.summary)")
    let wrong = try check(#"\frac{\partial h_{1i}}{\partial W_{1,ji}} = 3 X_j"#)
    #expect(wrong.steps.map(\.verdict.word) == ["refuted"])
    let large = try check(#"\frac{\partial h_{1i}}{\partial W_{1,ji}} = 784 X_j / 784"#)
    #expect(large.steps.map(\.verdict.word) == ["undefined"])
  }
}
