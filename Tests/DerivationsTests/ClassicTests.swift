import Derivations
import Neural
import TeX
import Testing

@Suite("The equations every course has")
struct ClassicTests {
  /// A checker for a network of these layers.
  static func checker(
    _ layers: [(units: Int, activation: Activation)], loss: Loss, layout: Notation.Layout,
    symbols: [(String, String)], faults: Set<Fault> = [],
    _ change: (inout Notation) -> Void = { _ in }
  ) throws -> DerivationChecker {
    var notation = Notation()
    notation.layout = layout
    change(&notation)
    for (symbol, meaning) in symbols { try notation.bind(symbol, to: meaning) }
    var generator = MersenneTwister(seed: 3)
    let network = try Network<Double>(
      Architecture(
        inputs: 6, layers: layers.map { .init(units: $0.units, activation: $0.activation) },
        loss: loss), using: &generator)
    return DerivationChecker(of: network, in: notation, faults: faults)
  }

  static let nielsen: [(String, String)] = [
    ("a^l", "activation"), ("z^l", "preactivation"), ("w^l", "weights"), ("b^l", "bias"),
    ("\\delta^l", "delta"), ("C", "loss"), ("y", "target"), ("\\sigma", "sigmoid"),
    ("L", "last layer"),
  ]

  /// Nielsen, Neural Networks and Deep Learning, chapter 2.
  @Test(
    "BP1 to BP4 hold",
    arguments: [
      #"\delta^L = \nabla_a C \odot \sigma'(z^L)"#,
      #"\delta^L_j = \frac{\partial C}{\partial a^L_j} \sigma'(z^L_j)"#,
      #"\delta^L = (a^L - y) \odot \sigma'(z^L)"#,
      #"\delta^l = ((w^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l)"#,
      #"\frac{\partial C}{\partial b^l_j} = \delta^l_j"#,
      #"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j"#,
      #"\frac{\partial C}{\partial w^l} = \delta^l (a^{l-1})^T"#,
    ])
  func backpropagation(_ tex: String) throws {
    var checker = try Self.checker(
      [(5, .sigmoid), (4, .sigmoid), (3, .sigmoid)], loss: .quadratic, layout: .columns,
      symbols: Self.nielsen
    ) { $0.samples = .each }
    let checked = checker.check(tex)
    #expect(checked.isVerified, "\(checked.summary)")
  }

  @Test("softmax with cross-entropy follows from first principles")
  func softmax() throws {
    var checker = try Self.checker(
      [(5, .relu), (3, .softmax)], loss: .crossEntropy, layout: .rows,
      symbols: [("p", "output"), ("z_l", "preactivation"), ("y", "target"), ("L", "loss")])
    let checked = checker.check(
      #"""
      \begin{aligned}
      p_k &= \frac{e^{z_{2k}}}{\sum_j e^{z_{2j}}} \\
      \frac{\partial p_k}{\partial z_{2i}}
        &= \begin{cases} p_i (1 - p_i) & i = k \\ -p_k p_i & i \neq k \end{cases}
        = p_k (1[i = k] - p_i) \\
      L &= -\sum_k y_k \log p_k = -\sum_k y_k z_{2k} + \left(\sum_k y_k\right) \log \sum_j e^{z_{2j}} \\
      \frac{\partial L}{\partial z_{2i}}
        &= -\sum_k \frac{y_k}{p_k} \frac{\partial p_k}{\partial z_{2i}}
        = -\sum_k y_k (1[i = k] - p_i)
        = p_i \sum_k y_k - y_i = p_i - y_i
      \end{aligned}
      """#)
    #expect(checked.isVerified, "\(checked.summary)")
    let last = try #require(checked.steps.last)
    guard case .verified(let evidence) = last.verdict else {
      Issue.record("the last step is \(last.verdict)")
      return
    }
    #expect(evidence.assumption == .normalized)
  }

  @Test(
    "logistic regression and batch sums hold in both layouts",
    arguments: [
      (Notation.Layout.columns, #"\frac{\partial J}{\partial W} = \frac{1}{m} (A - Y) X^T"#),
      (.rows, #"\frac{\partial J}{\partial W} = \frac{1}{m} X^T (A - Y)"#),
      (.columns, #"\frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^m (A^{(i)} - Y^{(i)})"#),
      (.rows, #"\frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^m (A^{(i)} - Y^{(i)})"#),
      (.columns, #"\frac{\partial J}{\partial Z} = \frac{1}{m} (A - Y)"#),
      (.rows, #"\frac{\partial J}{\partial b_k} = \frac{1}{m} \sum_{n=1}^m (A_{nk} - Y_{nk})"#),
      (.columns, #"\frac{\partial J}{\partial b_k} = \frac{1}{m} \sum_{n=1}^m (A_{kn} - Y_{kn})"#),
      (
        .rows,
        #"J = -\frac{1}{m} \sum_{n=1}^m \sum_k \left( Y_{nk} \log A_{nk} + (1 - Y_{nk}) \log (1 - A_{nk}) \right)"#
      ),
    ])
  func logisticRegression(_ layout: Notation.Layout, _ tex: String) throws {
    var checker = try Self.checker(
      [(3, .sigmoid)], loss: .binaryCrossEntropy, layout: layout,
      symbols: [
        ("X", "input"), ("Y", "target"), ("A", "output"), ("W", "weights"), ("b", "bias"),
        ("Z", "preactivation"), ("J", "loss"), ("m", "batch"),
      ]
    ) {
      $0.reduction = .mean
      $0.samples = .all
    }
    let checked = checker.check(tex)
    // log(1 − a) of a random a needs no care: sigmoid keeps it within bounds.
    #expect(checked.isVerified, "\(checked.summary)")
  }

  @Test(
    "one output is as good as a number",
    arguments: [
      #"\frac{\partial J}{\partial z} = a - y"#,
      #"\frac{\partial J}{\partial w} = (a - y) x"#,
      #"\frac{\partial J}{\partial w_j} = (a - y) x_j"#,
      #"\frac{\partial a}{\partial z} = a (1 - a)"#,
      #"\frac{\partial a}{\partial w_j} = a (1 - a) x_j"#,
      #"J = -\left( y \log a + (1 - y) \log(1 - a) \right)"#,
      #"a = \sigma(z) = \sigma(w^T x + b) = \frac{1}{1 + e^{-z}}"#,
    ])
  func singleOutput(_ tex: String) throws {
    var checker = try Self.checker(
      [(1, .sigmoid)], loss: .binaryCrossEntropy, layout: .columns,
      symbols: [
        ("x", "input"), ("y", "target"), ("a", "output"), ("w", "weight vector"), ("b", "bias"),
        ("z", "preactivation"), ("J", "loss"),
      ]
    ) { $0.samples = .each }
    let checked = checker.check(tex)
    #expect(checked.isVerified, "\(checked.summary)")
  }

  @Test(
    "the gradient of an L2 penalty is λW",
    arguments: [
      (
        #"\frac{\partial}{\partial W_1} \left( \frac{\lambda}{2} \|W_1\|^2 \right) = \lambda W_1"#,
        true
      ),
      (
        #"\frac{\partial}{\partial W_{1,ij}} \left( \frac{\lambda}{2} \sum_k \sum_l W_{1,kl}^2 \right) = \lambda W_{1,ij}"#,
        true
      ),
      (#"\frac{\partial}{\partial W_1} \left( \lambda \|W_1\|^2 \right) = \lambda W_1"#, false),
    ])
  func penalty(_ tex: String, _ holds: Bool) throws {
    var checker = try Self.checker(
      [(5, .tanh), (3, .softmax)], loss: .crossEntropy, layout: .rows,
      symbols: [("W_l", "weights"), ("\\lambda", "number")])
    let checked = checker.check(tex)
    #expect(checked.isVerified == holds, "\(checked.summary)")
  }

  @Test(
    "optimizers step as their equations say",
    arguments: [
      (#"W := W - \alpha g"#, "sgd", true),
      (#"\begin{aligned} v &:= \beta v - \alpha g \\ W &:= W + v \end{aligned}"#, "momentum", true),
      (#"\begin{aligned} v &:= \beta v + \alpha g \\ W &:= W - v \end{aligned}"#, "momentum", true),
      (
        #"\begin{aligned} v &:= \beta v + (1 - \beta) g \\ W &:= W - \alpha v \end{aligned}"#,
        "momentum", false
      ),
      (
        #"\begin{aligned} m &:= \beta_1 m + (1 - \beta_1) g \\ s &:= \beta_2 s + (1 - \beta_2) g^2 \\ W &:= W - \alpha \frac{m / (1 - \beta_1^t)}{\sqrt{s / (1 - \beta_2^t)} + \epsilon} \end{aligned}"#,
        "adam", true
      ),
      (
        #"\begin{aligned} m &:= \beta_1 m + (1 - \beta_1) g \\ s &:= \beta_2 s + (1 - \beta_2) g^2 \\ W &:= W - \alpha \frac{m}{\sqrt{s} + \epsilon} \end{aligned}"#,
        "adam", false
      ),
    ])
  func optimizers(_ tex: String, _ name: String, _ holds: Bool) throws {
    let checker = try Self.checker(
      [(5, .tanh), (3, .softmax)], loss: .crossEntropy, layout: .rows,
      symbols: [
        ("W", "weights"), ("g", "weights gradient"), ("\\beta_1", "number"),
        ("\\beta_2", "number"), ("\\beta", "number"), ("\\alpha", "learning rate"),
        ("\\epsilon", "number"), ("t", "number"),
      ])
    let optimizer = try #require(Optimizers.all.first { $0.name == name })
    let checked = checker.check(
      ParsedFormula(parsing: tex), against: optimizer, rate: 0.1,
      values: [
        "\\alpha": 0.1, "\\beta": 0.9, "\\beta_1": 0.9, "\\beta_2": 0.999, "\\epsilon": 1e-8,
      ], step: "t")
    #expect(checked.isVerified == holds, "\(checked.summary)")
  }
}
