import Testing

@testable import LanguageServer

@Suite("What an editor is told")
struct AnswerTests {
  @Test(
    "hovering shows what a name is",
    arguments: [
      ("```{tra‸in} f\nnetwork: mlp\n```\n", "`{train}"),
      ("```{train} fit\nnetwork: m‸lp\n```\n", "4 → 20 → 3, 163 parameters"),
      ("```{train} fit\ndata: iris‸\n```\n", "150 irises"),
      ("```{train} fit\nlearning-ra‸te: 1\n```\n", "a positive number; required"),
      ("```{train} fit\nlearning-rate: ${ra‸te}\n```\n", "a parameter, 0.1"),
      ("```{train} fit\noptimizer: {adam: {be‸ta1: 0.9}}\n```\n", "default: 0.9"),
      ("```{train} fit\noptimizer: ad‸am\n```\n", "`adam`: optimizer"),
      ("```{sweep} s\nover: {mlp.layers.1.un‸its: [1, 2]}\n```\n", "4 → 20 → 3"),
      ("```{derivation}\nW_‸1 = W_1\n```\n", "weights, layer 1\n\nshape: 4 × 20"),
      ("```{derivation}\nX = {W_2}^‸T\n```\n", ""),
      ("```{derivation}\n\\frac{1}{2} h_{2‸} = h_2\n```\n", "layer 2\n\nshape: n × 3"),
      ("Слова 😀 о $W_1 X‸$.\n", "`X`: input\n\nshape: n × 4"),
      ("Слова 😀 {eval}`accu‸racy(mlp, iris)`\n", "`accuracy(network, data)`"),
      ("Слова 😀 {eval}`accuracy(mlp, ir‸is.all)`\n", "a dataset, line 8"),
      ("```{compute}\nh1 = X @ W‸2\n```\n", "weights, layer 2\n\nshape: 20 × 3"),
      ("```{compute}\nq = 1\nq‸\n```\n", "an array of code"),
      ("```{expect}\nlo‸ss(mlp, iris) < 3\n```\n", "the mean loss"),
      ("Слова‸.\n", ""), ("‸", ""),
    ])
  func hover(_ text: String, _ expected: String) throws {
    var editor = try Editor()
    let shown = try editor.hover(Lesson.head + text)
    #expect(expected.isEmpty ? shown.isEmpty : shown.lowercased().contains(expected.lowercased()))
  }

  @Test(
    "a name leads to where it was given its meaning",
    arguments: [
      ("```{train} fit\nnetwork: m‸lp\n```\n", 11, 13, 16),
      ("Слова 😀 о $W_1‸$.\n", 21, 31, 34),
      ("```{plot} a\nkind: network\nof: mlp\n```\n\nСм. 😀 @fig-a‸\n", 24, 10, 11),
      ("$$x = 1$$ {#eq-one}\n\n@eq-on‸e\n", 24, 12, 18),
    ])
  func definition(_ text: String, line: Int, from: Int, to: Int) throws {
    var editor = try Editor()
    let found = try editor.ask("definition", Lesson.head + text)
    #expect(found["uri"] == .string(Editor.address))
    #expect(
      found["range"] == [
        "start": ["line": .integer(line), "character": .integer(from)],
        "end": ["line": .integer(line), "character": .integer(to)],
      ])
  }

  @Test(
    "what may follow is offered, also where the line makes no sense yet",
    arguments: [
      ("```{ne‸\n", ["network", "train"], ["iris"]),
      ("```{train} fit\nnetwork: mlp\nlea‸\n```\n", ["learning-rate", "caption"], ["network"]),
      ("```{train} fit\nlea‸", ["learning-rate"], ["units"]),
      ("```{train} fit\nnetwork: ‸\n```\n", ["mlp"], ["iris"]),
      ("```{train} fit\noptimizer: ‸\n```\n", ["adam"], ["relu", "learning-rate"]),
      ("```{train} fit\noptimizer: {‸\n```\n", ["adam"], ["sgd", "learning-rate"]),
      ("```{train} fit\noptimizer: {adam: {be‸\n```\n", ["beta1"], ["decay"]),
      ("```{train} fit\nl2: ${‸\n```\n", ["rate"], ["l1"]),
      ("```{network} n\nlayers:\n  - {units: 3, ‸\n```\n", ["activation"], ["layers"]),
      ("```{network} n\nlayers:\n- units: 3\n  activation: ‸\n```\n", ["relu"], ["units"]),
      ("```{plot} p\nkind: network\n‸\n```\n", ["of", "alt"], ["smooth"]),
      ("```{plot} p\n‸\nkind: learning-curve\n```\n", ["smooth"], ["kind"]),
      ("```{notation}\nsymbols: {Q: ‸\n```\n", ["weights"], ["network"]),
      ("😀 {eval}`acc‸\n", ["accuracy", "mlp"], ["adam"]),
      ("```{compute}\nh1 = ‸\n```\n", ["W1", "W2", "X"], ["W3"]),
      ("```{plot} a\nkind: network\nof: mlp\n```\n\n😀 @‸\n", ["fig-a"], ["mlp"]),
      ("```{network} n\r\nlayers:\r\n  - units: 3\r\n    ‸\r\n```\r\n", ["init"], ["layers"]),
      ("```{train} fit‸\nnetwork: mlp\n```\n", [], ["data"]),
      ("```{train} fit\nnetwork: mlp\n```‸\n", [], ["data"]),
      ("```{train} fit\nnetwork: mlp\n```\n‸\n", [], ["data"]),
      ("Слова‸\n", [], ["network"]),
    ])
  func completion(_ text: String, offers: [String], not others: [String]) throws {
    var editor = try Editor()
    let names = try editor.completions(Lesson.head + text)
    #expect(Set(names).isSuperset(of: offers), "\(names)")
    #expect(Set(names).isDisjoint(with: others), "\(names)")
  }

  @Test("in the front matter its options are offered, with what they take")
  func frontMatter() throws {
    var editor = try Editor()
    #expect(try editor.completions("---\nprec‸\n---\n").contains("precision"))
    #expect(try editor.completions("---\nprecision: ‸\n---\n") == ["double", "float"])
    #expect(try editor.completions("‸").isEmpty, "without one there is nothing to offer")
  }

  @Test("what is offered takes the place of what was begun, after characters of any width")
  func edit() throws {
    var editor = try Editor()
    let answer = try editor.ask("completion", "😀 你好 {eval}`acc‸")
    let edit = try #require(answer["items"]?.array?.first?["textEdit"])
    #expect(edit["newText"] == "accuracy(")
    #expect(
      edit["range"] == [
        "start": ["line": 0, "character": 13], "end": ["line": 0, "character": 16],
      ])
  }

  @Test("the outline has the headings with the cells below them")
  func outline() throws {
    var editor = try Editor()
    let text = "# A\n\n## B\n\n```{data} d\nsource: iris\n```\n\n## C\n\n# D‸\n"
    let items = try #require(try editor.ask("documentSymbol", text).array)
    #expect(items.compactMap { $0["name"]?.string } == ["A", "D"])
    let inner = try #require(items[0]["children"]?.array)
    #expect(inner.compactMap { $0["name"]?.string } == ["B", "C"])
    #expect(inner[0]["children"]?.array?.first?["detail"] == "{data}")
    #expect(inner[0]["range"]?["end"] == ["line": 8, "character": 0])
  }

  @Test("at every place of a lesson something or nothing is answered, and no more")
  func everywhere() throws {
    var editor = try Editor()
    let text =
      Lesson.head
      + "```{derivation} d\nW_1^T = \\frac{W_1}{2} \\\\\n```\n\n$h^{(1)}$ @fig-d {eval}`x(`"
    _ = try editor.open(text)
    for (line, words) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for column in stride(from: line % 5, through: words.utf16.count + 1, by: 5) {
        for method in ["hover", "completion", "definition"] {
          _ = try editor.answer(method, line: line, column: column)
        }
      }
    }
  }
}
