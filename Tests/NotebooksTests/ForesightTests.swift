import Diagnostics
import Notebooks
import Testing

@Suite("What is known to be wrong before a run")
struct ForesightTests {
  private static let cells = """
    ```{data} d
    generate: {moons: {count: 40}}
    test: {fraction: 0.25}
    ```

    ```{network} net
    input: 2
    layers: [{units: 1, activation: sigmoid}]
    loss: binary-cross-entropy
    ```

    ```{network} three
    input: 2
    layers: [{units: 3, activation: softmax}]
    loss: cross-entropy
    ```

    ```{network} wide
    input: 4
    layers: [{units: 2, activation: softmax}]
    loss: cross-entropy
    ```

    """

  private static func messages(_ text: String) -> [String] {
    Fixtures.notebook(cells + text).diagnostics(foreseenIn: Fixtures.folder).map(\.message)
  }

  @Test(
    "a part that a dataset has not is named by the label its author gave it",
    arguments: [
      "```{evaluate}\nnetwork: net\ndata: d.training\n```",
      "```{train}\nnetwork: net\ndata: d\nvalidation: d.training\nlearning-rate: 1\nsteps: 1\n```",
      "```{plot}\nkind: boundary\nof: net\ndata: d.training\n```",
      "{eval}`accuracy(net, d.training)`", "```{expect}\ncount(d.training) == 30\n```",
      "```{table}\ncolumns: [a]\nrows: [[\"count(d.training)\"]]\n```",
      "```{compute}\ncount(d.training)\n```",
    ])
  func parts(_ text: String) {
    #expect(Self.messages(text) == ["'d' has no part 'training'"])
  }

  @Test(
    "a network and data of different widths are found wherever they are used together",
    arguments: [
      ("```{evaluate}\nnetwork: three\ndata: d\n```", "'three' has 3 outputs, 'd' has 2 classes"),
      (
        "```{train}\nnetwork: wide\ndata: d.train\nlearning-rate: 1\nsteps: 1\n```",
        "'wide' takes 4 inputs, 'd.train' has 2 features"
      ),
      (
        "```{gradient-check}\nnetwork: three\ndata: d\n```",
        "'three' has 3 outputs, 'd' has 2 classes"
      ),
      ("{eval}`loss(wide, d.test)`", "'wide' takes 4 inputs, 'd.test' has 2 features"),
      ("```{expect}\naccuracy(three, d) > 0\n```", "'three' has 3 outputs, 'd' has 2 classes"),
      (
        "```{plot}\nkind: confusion\nof: three\ndata: d\n```",
        "'three' has 3 outputs, 'd' has 2 classes"
      ),
    ])
  func widths(_ text: String, _ message: String) {
    #expect(Self.messages(text) == [message])
  }

  @Test("what fits is not complained of")
  func sound() {
    #expect(Self.messages("{eval}`accuracy(net, d.test)` {eval}`loss(net, d)`").isEmpty)
  }

  @Test("a file that is not there is missed before the run, one that is there is read")
  func files() {
    let missing = Fixtures.notebook("```{data} far\nfile: no-such-file.csv\n```\n")
    #expect(missing.diagnostics.isEmpty)
    #expect(missing.diagnostics(foreseenIn: Fixtures.folder).map(\.id) == ["data.missing"])
    let iris = Fixtures.notebook(
      "```{data} flowers\nsource: iris\n```\n\n{eval}`count(flowers.all)` {eval}`count(flowers.test)`\n"
    )
    #expect(
      iris.diagnostics(foreseenIn: Fixtures.folder).map(\.message) == [
        "'flowers' has no part 'test'"
      ])
  }
}
