import Diagnostics
import Testing

@testable import Notebooks

@Suite("Expectations and code cells")
struct ExpectTests {
  @Test("statements meant for other parameters are not checked, and say for which they are")
  func parameters() {
    let run = Fixtures.run(
      """
      ---
      params: {steps: 5}
      ---

      ```{expect}
      for: {steps: 10}
      ---
      1 == 2
      ```

      ```{expect}
      for: {steps: 5}
      ---
      1 == 1
      ```
      """)
    #expect(run.diagnostics == [])
    #expect(run.expectations.map(\.verdict) == [.notChecked, .held])
    #expect(run.expectations.first?.finding == "meant for steps = 10")
  }

  @Test("an expectation for a parameter that is not declared is an error at its name")
  func unknownParameter() {
    let notebook = Fixtures.notebook(
      """
      ---
      params: {steps: 5}
      ---

      ```{expect}
      for: {step: 10}
      ---
      1 == 1
      ```
      """)
    #expect(notebook.diagnostics.map(\.id) == ["parameter.unknown"])
    #expect(notebook.diagnostics.first?.help == ["did you mean 'steps'?"])
  }

  @Test("code over a network of one layer writes its parameters as the formulas do, w and b")
  func singleLayer() {
    let run = Fixtures.run(
      #"""
      ```{data} flower
      generate: flower
      seed: 1
      ```

      ```{network} neuron
      input: 2
      layers:
        - {units: 1, activation: sigmoid}
      loss: binary-cross-entropy
      ```

      ```{notation}
      network: neuron
      layout: columns
      reduction: mean
      symbols: {X: input, Y: target, w: weight vector, b: bias, A: activation, J: loss, m: batch}
      ```

      ```{compute}
      data: flower
      samples: 5
      ---
      A = sigmoid(w.T @ X + b)
      dw = X @ (A - Y).T / m
      db = mean(A - Y)
      ```
      """#)
    #expect(run.diagnostics == [])
    let agreements = run.cells.flatMap(\.outputs).flatMap { output -> [Agreement] in
      if case .agreements(let found) = output { found } else { [] }
    }
    #expect(agreements.map(\.name) == ["A", "dw", "db"])
    #expect(agreements.filter { !$0.holds } == [])
  }

  /// What a compute cell over an untrained network says.
  private func computed(_ code: String) -> (agreements: [Agreement], warnings: [String]) {
    let run = Fixtures.run(
      #"""
      ```{data} flower
      generate: flower
      seed: 1
      ```

      ```{network} mlp
      input: 2
      layers:
        - {units: 3, activation: relu}
        - {units: 1, activation: sigmoid}
      loss: binary-cross-entropy
      ```

      ```{notation}
      network: mlp
      symbols: {X: input, Y: target, W_l: weights, b_l: bias, h_l: preactivation, a_l: activation}
      ```

      ```{compute}
      data: flower
      samples: 5
      ---
      \#(code)
      ```
      """#)
    var found: (agreements: [Agreement], warnings: [String]) = ([], [])
    for output in run.cells.flatMap(\.outputs) {
      switch output {
      case .agreements(let agreements): found.agreements += agreements
      case .notice(let notice) where notice.kind == .warning: found.warnings.append(notice.text)
      default: break
      }
    }
    return found
  }

  @Test("code that forgets a bias differs although the biases of an untrained network are zero")
  func forgottenBias() {
    let right = computed("h1 = X @ W1 + b1")
    #expect(right.agreements.map(\.holds) == [true])
    #expect(right.warnings == [])
    let wrong = computed("h1 = X @ W1")
    #expect(wrong.agreements.map(\.holds) == [false])
    let difference = wrong.agreements.first?.difference ?? ""
    #expect(difference.hasPrefix("differs where the biases are not zero"), "\(difference)")
  }

  @Test("code that assigns to a parameter is warned of it")
  func overwriting() {
    let found = computed("W1 = W1 * 1\nh1 = X @ W1 + b1")
    #expect(found.warnings.count == 1)
    #expect(found.warnings.first?.contains("'W1'") == true)
  }
}
