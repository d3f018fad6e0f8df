import Derivations
import Neural
import Testing

/// Formulas that look right where somebody looks away: nothing they say may be dropped.
@Suite("What a formula says is judged whole")
struct NeverWrongTests {
  static func checker(_ last: Activation = .sigmoid) throws -> DerivationChecker {
    try ClassicTests.checker(
      [(5, .tanh), (3, last)], loss: .quadratic, layout: .columns,
      symbols: [
        ("x", "input"), ("a^l", "activation"), ("z^l", "preactivation"), ("w^l", "weights"),
        ("b^l", "bias"), ("y", "target"), ("p", "output"), ("C", "loss"), ("\\sigma", "sigmoid"),
        ("\\delta^l", "delta"), ("L", "last layer"),
      ]
    ) { $0.samples = .each }
  }

  /// The last of these formulas, with what the others define before it.
  private func verdict(
    _ formulas: [String], _ last: Activation = .sigmoid
  ) throws -> CheckedDerivation {
    var checker = try Self.checker(last)
    for formula in formulas.dropLast() { _ = checker.check(formula) }
    return checker.check(formulas[formulas.count - 1])
  }

  @Test(
    "words beside a condition, strokes and full stops are not dropped",
    arguments: [
      #"\mathrm{ReLU}'(t) = \begin{cases} 1 & t > 0 \text{ never} \\ 0 & \text{otherwise} \end{cases}"#,
      #"\mathrm{ReLU}'(t) = \begin{cases} 1 & \text{unless } t > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      #"\mathrm{ReLU}'(t) = \begin{cases} 1 & t > 0 \\ 0 & \text{sometimes} \end{cases}"#,
      #"\mathrm{ReLU}'(t) = \begin{cases} 1 & t > 0 \\ 0 & \text{otherwise } t > 1 \end{cases}"#,
      #"\delta^L = (a^L - y) \odot \cancel{\sigma'(z^L)}"#,
      #"\delta^L = \xcancel{y} (a^L - y) \odot \sigma'(z^L)"#,
      #"\delta^L . = (a^L . - y) \odot \sigma'(z^L)"#,
    ])
  func dropped(_ formula: String) throws {
    let checked = try verdict([formula])
    #expect(!checked.isVerified, "\(checked.summary)")
  }

  @Test(
    "words that say what the signs say are read, in three languages",
    arguments: [
      #"\mathrm{ReLU}'(t) = \begin{cases} 1 & \text{if } t > 0, \\ 0 & \text{otherwise.} \end{cases}"#,
      #"\mathrm{ReLU}'(t) = \begin{cases} 1 & \text{当 } t > 0 \\ 0 & \text{其他} \end{cases}"#,
      #"\mathrm{ReLU}'(t) = \begin{cases} 1, & \text{если } t > 0; \\ 0, & \text{иначе} \end{cases}"#,
      #"\delta^L = (a^L - y) \odot \sigma'(z^L)."#,
    ])
  func read(_ formula: String) throws {
    let checked = try verdict([formula])
    #expect(checked.isVerified, "\(checked.summary)")
  }

  @Test(
    "a loss of two arguments is taken of both",
    arguments: [
      (#"C(y, a^L) = \frac{1}{2} \|a^L - y\|^2"#, true),
      (#"C(a^L, y) = C"#, true),
      (#"C(y, \sigma(z^L)) = C"#, true),
      (#"C(y, a^L) - C(a^L, a^L) = 0"#, false),
      (#"C(a^L, z^L) = C"#, false),
      (#"C(y, y) = C"#, false),
      (#"C(y, z^L) = C"#, false),
      (#"C(y, a^L, z^L) = C"#, false),
      (#"C(w^1, b^1) = C"#, false),
    ])
  func lossArguments(_ formula: String, _ holds: Bool) throws {
    let checked = try verdict([formula])
    #expect(checked.isVerified == holds, "\(formula)\n\(checked.summary)")
  }

  @Test(
    "a definition has no index on the right that its name lacks",
    arguments: [
      #"q_j = \delta^L_k"#, #"q = a^L_k"#, #"q_j = \delta^L_j y_k"#, #"q_j = \sum_i a^L_i y_k"#,
    ])
  func strangers(_ formula: String) throws {
    let checked = try verdict([formula])
    #expect(!checked.isVerified && checked.summary.contains("shape"), "\(checked.summary)")
    #expect(checked.steps.allSatisfy { !$0.verdict.holds })
  }

  @Test(
    "a kink of the author's own is seen from both sides",
    arguments: [
      ([#"q = \sum_j \max(0, 1 - y_j p_j)"#, #"\frac{\partial q}{\partial p_k} = -y_k"#], false),
      (
        [
          #"q = \sum_j \max(0, 1 - y_j p_j)"#,
          #"\frac{\partial q}{\partial p_k} = -y_k 1[y_k p_k < 1]"#,
        ], true
      ),
      ([#"q = \sum_j |p_j - y_j - 1|"#, #"\frac{\partial q}{\partial p_k} = -1"#], false),
      (
        [
          #"q = \sum_j |p_j - y_j - 1|"#,
          #"\frac{\partial q}{\partial p_k} = \operatorname{sign}(p_k - y_k - 1)"#,
        ], true
      ),
      ([#"\min(p_k, 1.5) = p_k"#], false),
      ([#"\max(p_k, -1.5) = p_k"#], false),
    ])
  func kinks(_ formulas: [String], _ holds: Bool) throws {
    let checked = try verdict(formulas, .linear)
    #expect(checked.isVerified == holds, "\(formulas)\n\(checked.summary)")
  }

  @Test(
    "∂/∂x in front of a product reaches over the whole of it, and no further",
    arguments: [
      (#"\frac{\partial}{\partial p_j} \frac{1}{2} \sum_k (p_k - y_k)^2 = p_j - y_j"#, true),
      (#"\frac{\partial}{\partial p_j} y_j p_j^2 = 2 y_j p_j"#, true),
      (#"\frac{\partial}{\partial p_j} y_j p_j^2 + p_j = 2 y_j p_j + p_j"#, true),
      (#"\frac{\partial}{\partial p_j} y_j p_j^2 = 0"#, false),
      (#"\frac{\partial}{\partial p_j} 3 p_j^2 = 6 p_j"#, true),
      (#"\frac{\partial}{\partial p_j} 3 p_j^2 = 0"#, false),
    ])
  func reach(_ formula: String, _ holds: Bool) throws {
    let checked = try verdict([formula])
    #expect(checked.isVerified == holds, "\(formula)\n\(checked.summary)")
  }
}
