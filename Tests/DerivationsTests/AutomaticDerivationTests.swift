import Derivations
import Neural
import Testing

@Suite("A derivation written for a network")
struct AutomaticDerivationTests {
  static let networks: [(layers: [(units: Int, activation: Activation)], loss: Loss)] = [
    ([(3, .softmax)], .crossEntropy),
    ([(1, .sigmoid)], .binaryCrossEntropy),
    ([(5, .relu), (3, .softmax)], .crossEntropy),
    ([(5, .tanh), (4, .leakyReLU(slope: 0.1)), (3, .sigmoid)], .quadratic),
    ([(5, .sigmoid), (3, .softmax)], .quadratic),
    ([(7, .linear), (3, .sigmoid)], .crossEntropy),
    ([(8, .relu), (5, .relu), (4, .tanh), (2, .linear)], .quadratic),
  ]

  @Test(
    "holds line by line, in every layout, notation and reduction",
    arguments: networks.indices, Notation.Layout.allCases)
  func holds(_ number: Int, _ layout: Notation.Layout) throws {
    let network = Self.networks[number]
    for reduction in Notation.Reduction.allCases {
      for symbols in [
        [], [("W_l", "weights"), ("b_l", "bias"), ("h_l", "preactivation"), ("P", "output")],
        [
          ("w^{[l]}", "weights"), ("b^{[l]}", "bias"), ("z^{[l]}", "preactivation"),
          ("y", "target"),
        ],
      ] {
        let checker = try ClassicTests.checker(
          network.layers, loss: network.loss, layout: layout, symbols: symbols
        ) { $0.reduction = reduction }
        let derived = try checker.derivation
        for line in derived.lines {
          #expect(line.checked.isVerified, "\(line.tex)\n\(line.checked.summary)")
        }
        #expect(derived.lines.count >= 4 * network.layers.count)
      }
    }
  }

  @Test("writes the Iris network as its lesson does")
  func iris() throws {
    let derived = try Document.iris.checker().derivation
    #expect(
      derived.tex == #"""
        \begin{aligned}
        h_{1} &= X W_{1} + b_{1} \\
        a_{1} &= \operatorname{ReLU}\left(h_{1}\right) \\
        h_{2} &= a_{1} W_{2} + b_{2} \\
        P &= \operatorname{softmax}\left(h_{2}\right) \\
        L &= -\sum Y \odot \log P \\
        \frac{\partial L}{\partial h_{2}} &= \left(P - Y\right) \\
        \frac{\partial L}{\partial W_{2}} &= {a_{1}}^T \frac{\partial L}{\partial h_{2}} \\
        \frac{\partial L}{\partial b_{2}} &= \sum_{n} \frac{\partial L}{\partial h_{2}^{(n)}} \\
        \frac{\partial L}{\partial a_{1}} &= \frac{\partial L}{\partial h_{2}} {W_{2}}^T \\
        \frac{\partial L}{\partial h_{1}} &= \frac{\partial L}{\partial a_{1}} \odot 1[h_{1} > 0] \\
        \frac{\partial L}{\partial W_{1}} &= {X}^T \frac{\partial L}{\partial h_{1}} \\
        \frac{\partial L}{\partial b_{1}} &= \sum_{n} \frac{\partial L}{\partial h_{1}^{(n)}}
        \end{aligned}
        """#)
  }

  @Test("gives the table of dimensions of the second document")
  func dimensions() throws {
    let checker = try ClassicTests.checker(
      [(4, .tanh), (1, .sigmoid)], loss: .binaryCrossEntropy, layout: .columns,
      symbols: [("W^{[l]}", "weights"), ("b^{[l]}", "bias"), ("m", "batch")])
    let table = try checker.derivation.dimensions.map { "\($0.tex): \($0.rows) × \($0.columns)" }
    #expect(
      table == [
        "X: 6 × m", "W^{[1]}: 4 × 6", "b^{[1]}: 4 × 1", "z^{(1)}: 4 × m", "a^{(1)}: 4 × m",
        "W^{[2]}: 1 × 4", "b^{[2]}: 1 × 1", "z^{(2)}: 1 × m", "a^{(2)}: 1 × m", "Y: 1 × m",
      ])
  }
}
