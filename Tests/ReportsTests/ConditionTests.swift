import Testing

@Suite("What a step needs")
struct ConditionTests {
  private static func lesson(_ derivation: String, target: String = "Y", language: String = "en")
    -> String
  {
    """
    ---
    title: T
    lang: \(language)
    ---

    ```{network} net
    input: 4
    layers: [{units: 5, activation: tanh}, {units: 3, activation: softmax}]
    loss: cross-entropy
    ```

    ```{notation}
    network: net
    symbols: {X: input, \(target): target, W_l: weights, b_l: bias, z_l: preactivation, a_l: activation, P: output, L: loss}
    ```

    ```{derivation} step
    \(derivation)
    ```
    """
  }

  /// The summaries of the page, which are seen closed and on paper, without formulas' marks.
  private static func lines(_ text: String) throws -> [String] {
    try Pages.html(of: text).split(separator: "<summary class=\"verdict").dropFirst().map { piece in
      var text = ""
      var isTag = true
      for character in piece.split(separator: "</summary>")[0] {
        if character == "<" {
          isTag = true
        } else if character == ">" {
          isTag = false
        } else if !isTag {
          text.append(character)
        }
      }
      return text
    }
  }

  private static let fused = #"\frac{\partial L}{\partial z_2} = P - "#

  @Test("stands on its line, in the lesson's letter")
  func normalized() throws {
    #expect(try Self.lines(Self.lesson(Self.fused + "Y")) == ["✓ verified if ∑Y=1"])
    #expect(try Self.lines(Self.lesson(Self.fused + "T", target: "T")) == ["✓ verified if ∑T=1"])
  }

  @Test("is not said of a step that needs nothing")
  func nothing() throws {
    #expect(
      try Self.lines(Self.lesson(#"z_2 = a_1 W_2 + b_2"#)) == ["✓ verified"])
  }

  @Test(
    "is in the language of the page",
    arguments: [("zh", "已验证(若 ∑Y=1)"), ("ru", "проверено если ∑Y=1")])
  func languages(language: String, words: String) throws {
    #expect(try Self.lines(Self.lesson(Self.fused + "Y", language: language)) == ["✓ \(words)"])
  }

  @Test("a looser tolerance stands there, too")
  func tolerance() throws {
    let found = try Self.lines(Self.lesson("tolerance: 0.001\n---\n" + Self.fused + "Y"))
    #expect(found == ["✓ verified within 0.001 if ∑Y=1"])
  }
}
