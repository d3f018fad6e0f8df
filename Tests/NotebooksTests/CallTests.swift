import Diagnostics
import Expressions
import Testing

@testable import Notebooks

/// Every function that code may call, with up to five arguments of every kind.
@Suite("Calls of functions in code, prose, tables and expectations")
struct CallTests {
  private static let cells = """
    ```{data} d
    generate: {moons: {count: 20}}
    test: {count: 5}
    show: false
    ```

    ```{network} net
    input: 2
    layers: [{units: 1, activation: sigmoid}]
    loss: binary-cross-entropy
    ```

    ```{notation}
    network: net
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, z_l: preactivation, P: output, L: loss, m: batch}
    show: false
    ```

    ```{train} fit
    network: net
    data: d
    learning-rate: 0.1
    steps: 2
    show: nothing
    ```

    ```{compute}
    v = [1, 2, 3]
    none = []
    ```

    """

  private static let functions =
    Measure.all.map(\.name) + Compiler.functionNames + ["gradient", "print", "nothing_like_it"]

  /// An argument of each kind: nothing of it depends on what a function wants.
  private static let arguments = [
    "X", "v", "none", "3", "-1", "0", "1e300", "d", "d.test", "net", "fit", "notation", "last",
    "softmax_over_batch", "unknown", "[1, 2]", "[[1, 2], [3, 4]]", "(2, 3)", "axis=0",
    "keepdims=True",
    "v > 1", "True",
  ]

  /// The argument lists tried for a function: none, one of each kind, pairs, and longer ones that go
  /// round through the kinds.
  private static func lists(for function: String) -> [String] {
    var lists = [""] + arguments
    let shift = function.utf8.reduce(0) { $0 + Int($1) }
    for first in arguments.indices {
      for second in arguments.indices where (first + second + shift).isMultiple(of: 4) {
        lists.append("\(arguments[first]), \(arguments[second])")
      }
      for count in 3...5 {
        let list = (0..<count).map { arguments[(first + $0 * (shift % 7 + 1)) % arguments.count] }
        lists.append(list.joined(separator: ", "))
      }
    }
    return lists
  }

  @Test("what 'check' passes runs, or says why not", arguments: functions)
  func calls(_ function: String) throws {
    let pieces = Self.lists(for: function).flatMap { list -> [String] in
      let call = "\(function)(\(list))"
      return ["```{compute}\ndata: d\n---\n\(call)\n```\n", "{eval}`\(call)`\n"]
    }
    // What is right by itself is then run with all the others.
    var passed: [String] = []
    for start in stride(from: 0, to: pieces.count, by: 100) {
      let some = pieces[start..<min(start + 100, pieces.count)]
      let notebook = Fixtures.notebook(Self.cells + some.joined(separator: "\n"))
      var wrong: Set<Int> = []
      for diagnostic in notebook.diagnostics {
        let range = try #require(diagnostic.range, "\(diagnostic)")
        wrong.insert(notebook.file.position(of: range.lowerBound).line)
      }
      var line = Self.cells.split(separator: "\n", omittingEmptySubsequences: false).count
      for piece in some {
        let count = piece.split(separator: "\n", omittingEmptySubsequences: false).count
        if wrong.isDisjoint(with: line..<line + count) { passed.append(piece) }
        line += count
      }
    }
    #expect(passed.count < pieces.count)
    let run = Fixtures.run(Self.cells + passed.joined(separator: "\n"))
    // Only what no check can know: which steps were recorded, how many classes there are.
    let late = ["measure.", "data."]
    for diagnostic in run.diagnostics where diagnostic.severity == .error {
      #expect(late.contains { diagnostic.id.hasPrefix($0) }, "\(function): \(diagnostic)")
    }
  }

  @Test(
    "a measure with too few or too many arguments is refused in code as elsewhere",
    arguments: [
      ("loss(X)", "'loss' takes 2 to 3 arguments, found 1"),
      ("loss()", "'loss' takes 2 to 3 arguments, found 0"),
      ("accuracy(net)", "'accuracy' takes 2 to 3 arguments, found 1"),
      ("count()", "'count' takes 1 argument, found 0"),
      ("top(1, net)", "'top' takes 3 arguments, found 2"),
      ("gradient(W1)", "'gradient' takes 2 arguments, found 1"),
      ("gradient(d, W1)", "'d' is a dataset, expected a network"),
      ("accuracy(net, d, axis=1)", "'accuracy' has no option 'axis'"),
      ("sum()", "'sum' takes 1 to 2 arguments, not 0"),
    ])
  func arity(_ call: String, _ message: String) {
    let notebook = Fixtures.notebook(
      Self.cells + "```{compute}\ndata: d\n---\nP = \(call)\n```\n")
    #expect(notebook.diagnostics.map(\.message) == [message])
  }

  @Test(
    "a name that stands for nothing is found before the run, with what to do",
    arguments: [
      ("a = X + zz", "'zz' stands for nothing here", "known names: "),
      ("a = X + V1", "'V1' stands for nothing here", "did you mean 'W1'?"),
      ("a = z1", "'z1' stands for nothing here", "the code is to compute it: "),
      ("a = d", "'d' stands for nothing here", "'d' is a dataset: ask something of it: "),
      ("a = v.shape", "'v.shape' stands for nothing here", "an array has '.T' and functions"),
    ])
  func names(_ code: String, _ message: String, _ help: String) {
    let notebook = Fixtures.notebook(
      Self.cells + "```{compute}\ndata: d\n---\n\(code)\n```\n")
    #expect(notebook.diagnostics.map(\.message) == [message])
    #expect(notebook.diagnostics.first?.help.first?.hasPrefix(help) == true)
  }

  @Test("code over samples says what is missing: a notation, or the data")
  func missing() {
    let without = Fixtures.notebook("```{compute}\nmean(X)\n```\n")
    #expect(without.diagnostics.first?.help.first?.contains("add a cell '{notation}'") == true)
    let dataless = Fixtures.notebook(Self.cells + "```{compute}\nmean(X) + m\n```\n")
    #expect(dataless.diagnostics.map(\.message).count == 2)
    #expect(dataless.diagnostics.first?.help.first?.contains("'data: …'") == true)
  }

  @Test("shapes of code are checked before the run, through all cells")
  func shapes() {
    let notebook = Fixtures.notebook(
      Self.cells + """
        ```{compute}
        data: d
        samples: 4
        ---
        h = X @ W1
        w = h @ v
        ```

        ```{compute}
        u = w + 1
        t = h + ones((3, 4))
        ```

        {eval}`h` {eval}`h[0, 0]` {eval}`w`

        """)
    #expect(
      notebook.diagnostics.map(\.message) == [
        "cannot multiply [4 × 1] by [3]: inner sizes 1 and 3 differ",
        "cannot add [4 × 1] and [3 × 4]: the shapes differ",
        "this is [4 × 1], expected a single number",
      ])
  }

  @Test("sizes that multiply beyond all numbers are refused")
  func sizes() {
    for code in [
      "zeros((4611686018427387904, 4611686018427387904, 0))",
      "where(ones((9000000, 1, 1)), ones((1, 9000000, 1)), ones((1, 1, 9000000)))",
      "ones((9000000, 1)) + ones((1, 9000000))", "eye(4611686018427387904)",
    ] {
      #expect(throws: Diagnostic.self) {
        _ = try CodeShapes().shape(of: CodeReader.expression(code))
      }
    }
  }
}
