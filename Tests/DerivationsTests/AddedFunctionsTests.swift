import Derivations
import Neural
import Testing

import func Glibc.cosh
import func Glibc.exp
import func Glibc.exp2
import func Glibc.log
import func Glibc.tanh

/// A loss and activations that the engine's lists do not have, as somebody would add them.
@Suite("A function that is new to the program is what its entry says, and nothing else")
struct AddedFunctionsTests {
  /// Σ log cosh(aᵢ − yᵢ), whose slope is tanh(aᵢ − yᵢ).
  static let logCosh = Loss(
    "log-cosh", formula: #"\sum_i \log\cosh(a_i-y_i)"#, derivativeFormula: #"\tanh(a_i-y_i)"#,
    code: "sum(log((exp(a - y) + exp(y - a)) / 2))", derivativeCode: "tanh(a - y)",
    source: "a test", domain: -Double.infinity...Double.infinity,
    term: { a, y in log(cosh(a - y)) }, derivative: { a, y in tanh(a - y) })

  /// 2^{zᵢ} / Σ 2^{zₖ}: a function of the whole row that is not softmax, with log 2 times its slope.
  static let powersOfTwo = Activation(
    "powers-of-two", formula: #"\frac{2^{x_i}}{\sum_k 2^{x_k}}"#, derivative: "", source: "a test",
    range: 0...1,
    form: .rowwise(
      value: { z in
        let total = z.reduce(0) { $0 + exp2($1) }
        return z.map { exp2($0) / total }
      },
      pullback: { p, upstream in
        let mean = zip(p, upstream).reduce(0) { $0 + $1.0 * $1.1 }
        return zip(p, upstream).map { log(2) * $0 * ($1 - mean) }
      }))

  static func checker(
    _ last: Activation, _ loss: Loss, _ layout: Notation.Layout = .rows
  ) throws -> DerivationChecker {
    try ClassicTests.checker(
      [(5, .tanh), (3, last)], loss: loss, layout: layout,
      symbols: [
        ("W_l", "weights"), ("b_l", "bias"), ("h_l", "preactivation"), ("P", "output"),
        ("Y", "target"), ("L", "loss"),
      ]
    ) { $0.reduction = .sum }
  }

  @Test(
    "a loss: its own formula and slope are verified, the quadratic ones refuted",
    arguments: [
      (#"L(P) = \sum \log \frac{\exp(P - Y) + \exp(Y - P)}{2}"#, true),
      (#"L = \sum \log \frac{\exp(P - Y) + \exp(Y - P)}{2}"#, true),
      (#"\frac{\partial L}{\partial P} = \tanh(P - Y)"#, true),
      (#"L(P) = \frac{1}{2} \left\| P - Y \right\|^2"#, false),
      (#"L = \frac{1}{2} \left\| P - Y \right\|^2"#, false),
      (#"\frac{\partial L}{\partial P} = P - Y"#, false),
    ])
  func loss(_ formula: String, _ holds: Bool) throws {
    var checker = try Self.checker(.linear, Self.logCosh)
    let checked = checker.check(formula)
    #expect(checked.isVerified == holds, "\(formula)\n\(checked.summary)")
  }

  @Test("a loss: its passes are written with its own formula", arguments: Notation.Layout.allCases)
  func derived(_ layout: Notation.Layout) throws {
    let derived = try Self.checker(.linear, Self.logCosh, layout).derivation
    for line in derived.lines { #expect(line.checked.isVerified, "\(line.tex)") }
    #expect(
      derived.tex.contains(#"\frac{\partial L}{\partial P} &= \tanh (P - Y)"#), "\(derived.tex)")
  }

  @Test("an activation of whole rows is not taken for softmax")
  func rowwise() throws {
    var checker = try Self.checker(Self.powersOfTwo, .quadratic)
    for (formula, holds) in [
      (#"P = \operatorname{softmax}(h_2)"#, false),
      (#"P_i = \frac{2^{h_{2,i}}}{\sum_k 2^{h_{2,k}}}"#, true),
      (#"\frac{\partial P_i}{\partial h_{2,j}} = P_i (1[i = j] - P_j)"#, false),
      (#"\frac{\partial P_i}{\partial h_{2,j}} = P_i (1[i = j] - P_j) \log 2"#, true),
    ] {
      let checked = checker.check(formula)
      #expect(checked.isVerified == holds, "\(formula)\n\(checked.summary)")
    }
  }

  @Test("an activation of single elements has its own derivative")
  func elementwise() throws {
    // softplus, whose slope is the sigmoid.
    let softplus = Activation(
      "softplus", formula: #"\log(1+e^x)"#, derivative: #"\sigma(x)"#, source: "a test",
      form: .elementwise(
        value: { log(1 + exp($0)) }, derivative: { z, _ in 1 / (1 + exp(-z)) }))
    var checker = try Self.checker(softplus, .quadratic)
    let right = checker.check(
      #"\frac{\partial L}{\partial h_2} = (P - Y) \odot \frac{1}{1 + \exp(-h_2)}"#)
    #expect(right.isVerified, "\(right.summary)")
    let wrong = checker.check(
      #"\frac{\partial L}{\partial h_2} = (P - Y) \odot P \odot (1 - P)"#)
    #expect(!wrong.isVerified, "\(wrong.summary)")
  }

  @Test("the code of every loss is its value and its slope", arguments: Loss.all + [logCosh])
  func code(_ loss: Loss) throws {
    // The passes are written from the code and checked against the engine's own functions.
    let last: Activation = loss.accepts(.linear) ? .linear : .sigmoid
    let derived = try Self.checker(last, loss).derivation
    for line in derived.lines { #expect(line.checked.isVerified, "\(line.tex)") }
  }
}
