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
}
