import Derivations
import Neural
import Testing

@Suite("A check on the lesson's own network")
struct LiveTests {
  /// A checker of a document with random samples for its own network.
  private func checker(_ document: Document) throws -> DerivationChecker {
    let network = document.network
    var generator = MersenneTwister(seed: 9)
    let input = Matrix(
      rows: 5, columns: network.inputs,
      values: (0..<(5 * network.inputs)).map { _ in generator.uniform(0, 1) })
    let target = Matrix(
      rows: 5, columns: network.outputs,
      values: (0..<(5 * network.outputs)).map {
        $0 % network.outputs == $0 / network.outputs ? 1 : 0
      })
    return DerivationChecker(
      of: network, in: document.notation,
      data: DerivationChecker.Data(input: input, target: target))
  }

  private func live(_ tex: String, _ document: Document) throws -> [Evidence.Live] {
    var checker = try checker(document)
    return checker.check(tex).steps.compactMap { step in
      if case .verified(let evidence) = step.verdict { evidence.live } else { nil }
    }
  }

  @Test(
    "agrees with that on its twins",
    arguments: [
      (#"\frac{\partial L}{\partial W_2}={a_1}^T (P-Y)"#, Document.iris),
      (
        #"\frac{\partial L}{\partial W_1}=X^T \left( (P-Y) {W_2}^T \odot 1[h_1 > 0] \right)"#, .iris
      ),
      (#"p_i=\mathop{softmax}(h_{2i})"#, .iris),
      (
        #"\frac{\partial L}{\partial w^{(1)}} = \left({w^{(2)}}^T \cdot (a^{(2)}-y) \times \sigma^{\prime} (z^{(1)})\right) \cdot {a^{(0)}}^T"#,
        .mnistOneByOne
      ),
      (#"\frac{\partial L}{\partial b^{(2)}_i} = a^{(2)}_i - y_i"#, .mnistOneByOne),
    ])
  func agrees(_ tex: String, _ document: Document) throws {
    for evidence in try live(tex, document) {
      guard case .agreed(let error) = evidence else {
        Issue.record("\(evidence)")
        return
      }
      #expect(error < 1e-6)
    }
  }

  @Test("says so where the network is too large for it")
  func tooLarge() throws {
    let found = try live(#"\frac{\partial z^{(1)}}{\partial w^{(1)}} = a^{(0)}"#, .mnistOneByOne)
    #expect(found == [.tooLarge])
  }

  @Test("a line may be shown without being claimed")
  func sketch() {
    var checker = Document.iris.checker()
    var options = DerivationChecker.Options()
    options.sketches = [2]
    let checked = checker.check(
      #"\begin{aligned} h_1 &= X W_1 + b_1 \\ h_2 &= a_1 \text{ and so on} \end{aligned}"#,
      options: options)
    #expect(checked.steps.map(\.verdict.word) == ["verified", "sketch"])
  }
}
