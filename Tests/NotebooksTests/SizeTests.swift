import Notebooks
import Testing

@Suite("Sizes in formulas")
struct SizeTests {
  private static func lesson(_ formula: String) -> String {
    """
    ```{network} net
    input: 784
    layers:
      - {units: 28, activation: sigmoid}
      - {units: 10, activation: softmax}
    loss: cross-entropy
    ```

    ```{notation}
    network: net
    symbols: {p: output, y: target, h_l: preactivation, L: loss, m: batch}
    ```

    ```{derivation}
    \(formula)
    ```
    """
  }

  @Test("are those of the lesson's network, before it runs and when it does")
  func own() {
    let text = Self.lesson(#"p_i = \frac{e^{h_{2i}}}{\sum_{k=1}^{10} e^{h_{2k}}}"#)
    #expect(Fixtures.notebook(text).diagnostics == [])
    #expect(Fixtures.run(text).diagnostics == [])
  }

  @Test("are not those of the small networks on which formulas are tried", arguments: 2...9)
  func twins(_ size: Int) {
    let text = Self.lesson(#"p_i = \frac{e^{h_{2i}}}{\sum_{k=1}^{\#(size)} e^{h_{2k}}}"#)
    let notebook = Fixtures.notebook(text)
    #expect(notebook.hasErrors || !Fixtures.run(text).succeeded)
  }
}
