import Derivations
import Diagnostics
import TeX
import Testing

@Suite("Formulas that are no formulas")
struct HostileInputTests {
  private func verdicts(_ tex: String, _ document: Document = .iris) -> [String] {
    var checker = document.checker()
    let checked = checker.check(tex)
    return checked.diagnostics.map(\.id) + checked.steps.map(\.verdict.word)
  }

  @Test("an unknown symbol is unread, at its column, with the nearest name")
  func unknownSymbol() throws {
    var checker = Document.mnistOneByOne.checker()
    let checked = checker.check(#"z^{(1)} = w^{(1)} q + b^{(1)}"#)
    let step = try #require(checked.steps.first)
    guard case .unread(let diagnostic) = step.verdict else {
      Issue.record("\(step.verdict)")
      return
    }
    #expect(diagnostic.message == "'q' stands for nothing here")
    #expect(diagnostic.range == 18..<19)
  }

  @Test(
    "whatever is left over is unread, never verified",
    arguments: [
      "P = P !", "P = P +", "= P", "P = ", #"P = \frac{P}{}"#, #"P = \sum_{} P"#, "P = (P",
      #"P = \text{the output}"#, #"P = \int P"#, "P = P_{a+b}", "P = P'",
    ])
  func leftover(_ tex: String) {
    let words = verdicts(tex)
    #expect(!words.isEmpty)
    #expect(!words.contains("verified"), "\(words)")
  }

  @Test("a hundred thousand braces, a thousand brackets, a sum over 10⁹ terms get a diagnostic")
  func limits() {
    let braces =
      String(repeating: "{", count: 100_000) + "P" + String(repeating: "}", count: 100_000)
    #expect(!verdicts("P = " + braces).contains("verified"))
    let brackets = String(repeating: "(", count: 1000) + "P" + String(repeating: ")", count: 1000)
    #expect(verdicts("P = " + brackets) == ["unread"])
    #expect(verdicts(#"L = \sum_{k=1}^{1000000000} 1"#) == ["shape"])
    let nested =
      String(repeating: #"\sum_{k=1}^{1000} "#, count: 1)
      + #"\sum_{j=1}^{1000} \sum_{n=1}^{1000} \sum_{s=1}^{1000} 1"#
    #expect(verdicts("L = " + nested) == ["shape"])
    #expect(!verdicts(#"\newcommand{\x}{\x\x} L = \x"#).contains("verified"))
    let long = Array(repeating: "P", count: 3000).joined(separator: " + ")
    #expect(!verdicts("P = " + long).contains("verified"))
  }

  @Test(
    "numbers of any size are refused or out of range, never an overflow",
    arguments: [
      "9223372036854775807", "9223372036854775808", "99999999999999999999999", "1000000001",
    ])
  func largeNumbers(_ number: String) {
    for tex in [
      #"h_{\#(number)} = P"#, #"p_{\#(number)} = 1"#, #"W_{1,\#(number) i} = 1"#,
      #"L = \sum_{k=-\#(number)}^{\#(number)} 1"#, #"P = P^{\#(number)}"#,
      #"L = \sum_{k=\#(number)+\#(number)}^{3} y_k"#, #"X: \#(number) \times \#(number)"#,
    ] {
      #expect(!verdicts(tex).contains("verified"), "\(tex)")
    }
    #expect(
      !verdicts(#"a^{(\#(number))} = z^{(\#(number)+\#(number))}"#, .mnistOneByOne).contains(
        "verified"))
  }

  @Test("definitions that contain themselves or double each other are refused at once")
  func definitions() {
    #expect(verdicts(#"q = 2 q q"#) == ["unread"])
    let doubling = (1...40).map {
      #"q_{\text{x\#($0)}} = q_{\text{x\#($0 - 1)}} + q_{\text{x\#($0 - 1)}}"#
    }
    var checker = Document.iris.checker()
    _ = checker.check(#"q_{\text{x0}} = P"#)
    for tex in doubling { _ = checker.check(tex) }
    let letters = "abcdefgjkmnoqrstuvz".map(String.init)
    for (letter, next) in zip(letters, letters.dropFirst()) {
      _ = checker.check("\(next) = \(letter) + \(letter) + \(letter)")
    }
    #expect(!checker.check("z = z + z").steps.isEmpty)
  }

  @Test("free indices that differ and shapes that do not conform are found without running")
  func statically() {
    var checker = Document.iris.checker()
    func messages(_ tex: String) -> [String] {
      checker.staticDiagnostics(ParsedFormula(parsing: tex)).map(\.message)
    }
    #expect(
      messages(#"\frac{\partial L}{\partial P} = -\frac{y_i}{p_i}"#)
        == ["the index 'i' is free on the right side only"])
    #expect(
      messages(#"h_1 = W_1 X + b_1"#) == [
        "cannot multiply [5 × 6] by [3 × 5]: inner sizes 6 and 3 differ"
      ])
    #expect(messages(#"h_3 = a_2 W_3"#).first?.contains("layers 1 to 2, not for 3") == true)
    #expect(messages(#"\frac{\partial L}{\partial W_1} = X^T (P-Y) {W_2}^T"#).isEmpty)
  }

  @Test("a kink or a logarithm of a negative number is undefined, not refuted")
  func undefined() {
    #expect(verdicts(#"P = \log(-P)"#) == ["undefined"])
  }

  /// Pieces of formulas put together at random, the same on every run.
  @Test("no formula of random pieces traps", arguments: Document.allCases)
  func fuzz(_ document: Document) {
    let pieces = [
      "P", "Y", "W_1", "h_{2i}", "p_i", "{", "}", "(", ")", "=", "+", "-", "^T", "_i", "^2",
      #"\frac"#, #"\partial"#, "L", #"\sum_k"#, #"\sum_{i \neq j}"#, #"\left("#, #"\right)"#,
      #"\odot"#, "1[", "]", #"\log"#, "e^", #"\begin{cases}"#, #"\end{cases}"#, "&", #"\\"#, ",",
      #"\max"#, "'", ":", #"\nabla"#, "|", #"\|"#, "0", "3.5", #"\text{x}"#, "a^{(1)}", "z^{(l)}",
      "w^{(1)}", "y_i", #"\sim"#, #"\in"#, #"\mathbb{R}^"#, ":=", #"\times"#, "U(", "E", "C",
      #"\frac{\partial L}{\partial W_1}"#, #"\frac{\partial a}{\partial w_1}"#, "w", "x^{(n)}", "a",
      "b_i", #"\delta^{(s)}_i"#, #"\phi^{(h)\prime}("#, #"\sigma("#, "m", #"\alpha"#, "J",
    ]
    var state = UInt64(document.rawValue.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var checker = document.checker()
    var options = DerivationChecker.Options()
    for round in 0..<300 {
      options.diagnoses = round % 10 == 0
      let side = {
        (0..<(1 + next(5))).map { _ in pieces[next(pieces.count)] }.joined(separator: " ")
      }
      let tex = side() + ["=", "=", ":", ":=", #"\sim"#, "+="][next(6)] + side()
      for step in checker.check(tex, options: options).steps {
        #expect(step.left.upperBound <= tex.utf8.count && step.right.upperBound <= tex.utf8.count)
      }
    }
  }
}
