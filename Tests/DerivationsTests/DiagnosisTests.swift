import Derivations
import Testing

@Suite("A step that fails")
struct DiagnosisTests {
  @Test(
    "is told what would repair it",
    arguments: [
      (
        Document.iris, #"\frac{\partial L}{\partial W_1}=X^T (P-Y) {W_2}^T"#,
        "correct when $(P-Y) {W_2}^T$ is multiplied by ⊙ $1[h_1 > 0]$"
      ),
      (
        .iris, #"\frac{\partial L}{\partial b_1}=(P-Y) {W_2}^T"#,
        "correct when multiplied by ⊙ $1[h_1 > 0]$ and summed over the batch"
      ),
      (.iris, #"\frac{\partial L}{\partial b_2}=P-Y"#, "correct when summed over the batch"),
      (
        .iris, #"\frac{\partial L}{\partial P}=-\frac{y_i}{p_i}"#,
        "correct with index i on $P$, on the left side"
      ),
      (.iris, #"h_1 = X {W_1}^T + b_1"#, "correct with $W_1$ not transposed"),
      (.iris, #"h_2 = a_2 W_2 + b_2"#, "correct with layer 1 in $a_2$"),
      (.iris, #"\frac{\partial L}{\partial h_2} = Y - P"#, "correct with the opposite sign"),
      (
        .mnistOneByOne,
        #"\frac{\partial L}{\partial w^{(1)}} = (a^{(2)}-y)w^{(2)}\sigma^{\prime} (z^{(1)})a^{(0)}"#,
        #"correct as $\left({w^{(2)}}^T (a^{(2)}-y) \odot \sigma^{\prime} (z^{(1)})\right) {a^{(0)}}^T$"#
      ),
      (
        .mnistOneByOne,
        #"\frac{\partial L}{\partial b^{(1)}} = {w^{(2)}}^T \cdot (a^{(2)}-y) \times \sigma (z^{(1)})"#,
        "correct with the derivative in place of the function in $\\sigma (z^{(1)})$"
      ),
      (
        .mnistLayers,
        #"\frac{\partial E}{\partial w^{(s)}_{k,i}} = \delta^{(s)}_i a^{(s-1)}_j"#,
        "correct with k for i and i for j"
      ),
      (
        .mnistBatch, #"\frac{\partial E}{\partial v^{(h)}_i}=a^{(h)}_i-y_i"#,
        "correct when divided by the number of samples"
      ),
      (.mnistQuadratic, #"C = \sum_x (y_x-a^L_x)^2"#, "correct when multiplied by ½"),
      (
        .mnistQuadratic, #"\frac{\partial C}{\partial z_i^L} = (a_i^L-y)\sigma’(z_i^L)"#,
        "correct with index i on $y$"
      ),
    ])
  func repair(_ document: Document, _ tex: String, _ words: String) {
    var checker = document.checker()
    let checked = checker.check(tex)
    #expect(checked.steps.map(\.diagnosis) == [words], "\(checked.summary)")
  }

  @Test("in the middle of a chain is told apart from the right ones beside it")
  func middle() {
    var checker = Document.iris.checker()
    let checked = checker.check(
      #"\frac{\partial L}{\partial h_{2i}} = -[y_i(1-p_i)-\sum_{j \neq i} y_i p_j] = p_i-y_i"#)
    #expect(checked.steps.map(\.verdict.word) == ["refuted", "refuted", "verified"])
    #expect(checked.steps[1].diagnosis?.hasPrefix("the left side is the wrong one") == true)
  }
}
