import Derivations
import Diagnostics
import Neural
import Testing

@Suite("Ways of writing")
struct ReadingTests {
  private func check(_ tex: String) throws -> CheckedDerivation {
    var checker = try ClassicTests.checker(
      [(5, .tanh), (4, .relu), (3, .softmax)], loss: .crossEntropy, layout: .columns,
      symbols: Self.columns)
    return checker.check(tex)
  }

  static let columns: [(String, String)] = [
    ("a^{(l)}", "activation"), ("z^{(l)}", "preactivation"), ("W^{(l)}", "weights"),
    ("b^{(l)}", "bias"), ("\\hat y", "output"), ("y", "target"), ("\\mathcal{L}", "loss"),
    ("\\delta^{(l)}", "delta"), ("L", "last layer"), ("l", "layer"), ("m", "batch"),
    ("dW^{(l)}", "weights gradient"), ("\\Delta b^{(l)}", "bias gradient"), ("x", "input"),
    ("f", "activation function"), ("n_3", "units 3"),
  ]

  @Test(
    "of layers, indices, transposes and derivatives are read",
    arguments: [
      #"z^{(2)} = W^{(2)} a^{(1)} + b^{(2)}"#,
      #"z^{[2]} = W^{[2]} a^{[1]} + b^{[2]}"#,
      #"z^2 = W^2 a^1 + b^2"#,
      #"\mathbf{z}^{(l)} = \mathbf{W}^{(l)} \mathbf{a}^{(l-1)} + \mathbf{b}^{(l)}"#,
      #"z^{(l)}_i = \sum_j W^{(l)}_{i,j} a_j^{(l-1)} + b_i^{(l)}"#,
      #"z^{(l)}_{i} = \sum_{j} W^{(l)}_{i j} \, a^{(l-1)}_{j} + b^{(l)}_{i}"#,
      #"z_1^{(2)} = \sum_j W^{(2)}_{1j} a_j^{(1)} + b_1^{(2)}"#,
      #"a^{(1)} = \tanh z^{(1)}"#, #"a^{(1)} = \tanh\left(z^{(1)}\right)"#,
      #"a^{(2)} = \max(0, z^{(2)})"#, #"a^{(l)} = f^{(l)}(z^{(l)})"#,
      #"a^{(2)}_i = \begin{cases} z^{(2)}_i & \text{if } z^{(2)}_i > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"\hat y = a^{(L)} = a^L = a^{(3)}"#, #"x = a^{(0)}"#,
      #"\hat{y}_i = \frac{\exp(z^{(L)}_i)}{\sum_{k=1}^{n_3} \exp z^{(L)}_k}"#,
      #"\mathcal{L} = -\sum_i y_i \ln \hat y_i = -\sum_i y_i \log(\hat y_i)"#,
      #"\mathcal L = -\sum_{n=1}^m \sum_i y_i^{(n)} \log \hat y_i^{(n)}"#,
      #"\mathcal L = -\sum_{n,i} y_i^{(n)} \log a_i^{(L,n)} = -\ln \prod_n \prod_i {\hat y_i^{(n)}}^{y_i^{(n)}}"#,
      #"\delta^{(L)} = \nabla_{z^{(L)}} \mathcal{L} = \hat y - y"#,
      #"\delta^{(2)} = {W^{(3)}}^\top \delta^{(3)} \odot 1[z^{(2)} > 0]"#,
      #"\delta^{(2)} = W^{(3)\top} \delta^{(3)} \odot \mathbb{1}\{z^{(2)} > 0\}"#,
      #"\delta^{(2)} = (W^{(3)})^T \delta^{(3)} \odot I(z^{(2)} > 0)"#,
      #"\delta^{(2)} = W^{(3)T} \delta^{(3)} \odot \mathbf{1}_{z^{(2)} > 0}"#,
      #"\delta^{(1)} = (W^{(2)})^{\mathsf T} \delta^{(2)} \odot (1 - a^{(1)} \odot a^{(1)})"#,
      #"\delta^{(1)} = (W^{(2)})^T \delta^{(2)} * \tanh'(z^{(1)})"#,
      #"\delta^{(l)} = \left( (W^{(l+1)})^T \delta^{(l+1)} \right) \circ f^{(l)\prime}(z^{(l)})"#,
      #"\delta^{(2)}_j = \sum_k W^{(3)}_{kj} \delta^{(3)}_k \, f'^{(2)}(z^{(2)}_j)"#,
      #"dW^{(2)} = \delta^{(2)} (a^{(1)})^T"#,
      #"\Delta b^{(2)} = \sum_{n=1}^m \delta^{(2, n)}"#,
      #"dW^{(2)}_{ij} = \sum_n \delta_i^{(2,n)} a_j^{(1,n)}"#,
      #"\frac{d\mathcal{L}}{dz^{(3)}} = \hat y - y"#,
      #"\partial \mathcal{L} / \partial z^{(3)} = \hat y - y"#,
      #"\frac{\partial \mathcal{L}}{\partial W^{(l)}} = \delta^{(l)} {a^{(l-1)}}^T"#,
      #"\frac{\partial z^{(2)}_i}{\partial a^{(1)}_j} = W^{(2)}_{ij}"#,
      #"\frac{\partial \hat y_i}{\partial z^{(3)}_j} = \hat y_i (1[i = j] - \hat y_j)"#,
      #"\sqrt{\hat y_i^2} = |\hat y_i| = \hat y_i^{1/2} \cdot \hat y_i^{\frac{1}{2}}"#,
      #"\sum_{i=1, i \neq j}^{n_3} \hat y_i = 1 - \hat y_j"#,
      #"\max_i \hat y_i = \max_k \hat y_k"#,
      #"\tfrac12 \left\| \hat y - y \right\|_2^2 = \frac{1}{2} \sum_{n} \sum_i (\hat y^{(n)}_i - y^{(n)}_i)^2"#,
      #"\begin{bmatrix} z^{(3)}_1 \\ z^{(3)}_2 \\ \vdots \\ z^{(3)}_{n_3} \end{bmatrix} = z^{(3)}"#,
    ])
  func read(_ tex: String) throws {
    let checked = try check(tex)
    #expect(checked.isVerified, "\(checked.summary)")
  }

  @Test("a name is defined by its first formula and used in later ones")
  func definition() throws {
    var checker = try ClassicTests.checker(
      [(5, .tanh), (4, .relu), (3, .softmax)], loss: .crossEntropy, layout: .columns,
      symbols: Self.columns.filter { $0.1 != "delta" })
    let first = checker.check(
      #"\epsilon^{(l)}_i = \frac{\partial \mathcal{L}}{\partial z^{(l)}_i}"#)
    #expect(first.steps.map(\.verdict.word) == ["definition"])
    let second = checker.check(
      #"\epsilon^{(l-1)}_i = f^{(l-1)\prime}(z^{(l-1)}_i) \sum_k \epsilon^{(l)}_k W^{(l)}_{ki}"#)
    #expect(second.isVerified, "\(second.summary)")
    let wrong = checker.check(
      #"\epsilon^{(l-1)}_i = f^{(l-1)\prime}(z^{(l-1)}_i) \sum_k \epsilon^{(l)}_k W^{(l)}_{ik}"#)
    #expect(wrong.steps.map(\.verdict.word) == ["shape"])
  }

  @Test("a condition may choose among layers")
  func layerCondition() throws {
    var checker = try ClassicTests.checker(
      [(5, .relu), (4, .relu), (3, .softmax)], loss: .crossEntropy, layout: .columns,
      symbols: Self.columns)
    let tex = #"a^{(l)} = \max(0, z^{(l)})"#
    let everywhere = checker.check(tex)
    #expect(everywhere.steps.map(\.verdict.word) == ["refuted"])
    guard case .refuted(let counterexample) = everywhere.steps[0].verdict else { return }
    #expect(counterexample.place.hasPrefix("l = 3"))
    for condition in ["l < L", #"l \le L - 1"#, #"l \neq 3"#, "1 < l < 3"] {
      var options = DerivationChecker.Options()
      options.condition = condition
      let checked = checker.check(tex, options: options)
      #expect(checked.isVerified, "\(condition): \(checked.summary)")
    }
  }

  @Test(
    "a condition that no indices meet verifies nothing",
    arguments: [#"i \neq i"#, "i > 100", "i < j, j < i"])
  func emptyCondition(condition: String) throws {
    var checker = try ClassicTests.checker(
      [(5, .tanh), (4, .relu), (3, .softmax)], loss: .crossEntropy, layout: .columns,
      symbols: Self.columns)
    var options = DerivationChecker.Options()
    options.condition = condition
    let checked = checker.check(
      #"\frac{\partial a^{(3)}_i}{\partial z^{(3)}_j} = 17"#, options: options)
    #expect(checked.steps.map(\.verdict.word) == ["undefined"])
  }

  @Test("a formula that names the number of samples speaks of more than one")
  func namedBatch() throws {
    #expect(try !check(#"a^{(3)}_i = m a^{(3)}_i"#).isVerified)
  }

  @Test("an activation without a layer is that of its argument")
  func activationOfArgument() throws {
    for tex in [
      "a^{(l)} = f(z^{(l)})", "a^{(l)} = f(W^{(l)} a^{(l-1)} + b^{(l)})",
      #"\delta^{(1)} = {W^{(2)}}^T \delta^{(2)} \odot f'(z^{(1)})"#,
    ] {
      let checked = try check(tex)
      #expect(checked.isVerified, "\(tex): \(checked.summary)")
    }
    let wrong = try check(#"\delta^{(2)} = {W^{(3)}}^T \delta^{(3)} \odot f'(a^{(2)})"#)
    #expect(!wrong.isVerified)
  }

  @Test("a superscript may be a power, an index may start at 0")
  func conventions() throws {
    var checker = try ClassicTests.checker(
      [(5, .tanh), (3, .softmax)], loss: .crossEntropy, layout: .rows,
      symbols: [("a_l", "activation"), ("p", "output"), ("c", "classes")]
    ) {
      $0.superscript = .power
      $0.firstIndex = 0
    }
    #expect(checker.check(#"p_i^2 = p_i p_i"#).isVerified)
    #expect(checker.check(#"\sum_{i=0}^{c-1} p_i = 1"#).isVerified)
    #expect(checker.check(#"\sum_{i=1}^{c} p_i = 1"#).steps.map(\.verdict.word) == ["shape"])
  }

  @Test("a notation refuses what it does not know")
  func notation() {
    var notation = Notation()
    #expect {
      try notation.bind("W_l", to: "weight")
    } throws: { error in
      (error as? Diagnostic)?.help == ["did you mean 'weights'?"]
    }
    #expect(throws: Diagnostic.self) { try notation.bind("1 + 1", to: "weights") }
    #expect(throws: Diagnostic.self) { try notation.bind("", to: "weights") }
    #expect(throws: Diagnostic.self) { try notation.setProduct(#"\oplus"#, .matrix) }
  }

  @Test(
    "what every course writes needs no binding",
    arguments: [
      (#"\frac{\partial p_i}{\partial h_{2j}} = p_i (\delta_{ij} - p_j)"#, true),
      (#"\frac{\partial p_i}{\partial h_{2j}} = p_i (\delta_{ij} + p_j)"#, false),
      (#"\frac{\partial h_{2i}}{\partial h_{2j}} = \delta_{ij}"#, true),
      (#"\frac{\partial L}{\partial b_2} = \mathbf{1}^T (P - Y)"#, true),
      (#"\frac{\partial L}{\partial b_2} = 2 \cdot \frac12 \mathbb{1}^\top (P - Y)"#, true),
      (#"\frac{\partial L}{\partial b_2} = (P - Y)^T \mathbf{1}"#, false),
      (#"\frac{\partial L}{\partial b_2} = \left( (P - Y)^T \mathbf 1 \right)^T"#, true),
      (#"h_1 = X W_1 + \mathbf{1} b_1"#, true),
      (#"a_1 \odot a_1 = a_1 \odot (\mathbf{1} \odot a_1)"#, true),
      (#"\begin{aligned} Q_1 &= X W_1 \\ h_1 &= Q_1 + b_1 \end{aligned}"#, true),
      (#"\begin{aligned} Q_1 &= X W_1 \\ h_2 &= Q_1 + b_2 \end{aligned}"#, false),
    ])
  func conventionsOfEveryCourse(_ tex: String, _ holds: Bool) throws {
    var checker = try ClassicTests.checker(
      [(5, .tanh), (3, .softmax)], loss: .crossEntropy, layout: .rows,
      symbols: [
        ("X", "input"), ("Y", "target"), ("P", "output"), ("p", "output"), ("W_l", "weights"),
        ("b_l", "bias"), ("h_l", "preactivation"), ("a_l", "activation"), ("L", "loss"),
      ])
    let checked = checker.check(tex)
    #expect(checked.isVerified == holds, "\(checked.summary)")
  }

  @Test(
    "small sides are compared by the size of their terms",
    arguments: [
      (#"10^{-20} a^{(3)} = 10^{-20} y"#, "refuted"),
      (#"10^{-20} a^{(3)} = 10^{-20} \hat y"#, "verified"),
      (#"10^{-20} (W^{(2)} a^{(1)} + b^{(2)}) = 10^{-20} a^{(2)}"#, "refuted"),
      (#"10^{-20} a^{(3)} = 0"#, "refuted"),
      (#"10^{-150} a^{(3)} = 10^{-150} y"#, "undefined"),
      (#"\sum_i \hat y_i - 1 = 0"#, "verified"),
      (#"\sum_i \frac{\partial \hat y_i}{\partial z^{(3)}_j} = 0"#, "verified"),
      (#"(\hat y - y) - \hat y + y = y - y"#, "verified"),
      (#"0 \cdot \hat y = 0 \cdot y"#, "verified"),
    ])
  func scale(_ tex: String, _ word: String) throws {
    #expect(try check(tex).steps.map(\.verdict.word) == [word])
  }
}
