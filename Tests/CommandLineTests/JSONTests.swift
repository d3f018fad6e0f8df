import Foundation
import Testing

@Suite("--format json")
struct JSONTests {
  private let gradbook: Command
  private let schema: SchemaValidator

  init() throws {
    gradbook = try Command()
    schema = try SchemaValidator(gradbook("schema").output)
  }

  @Test("everything a run can find is as the schema says", arguments: [[], ["-P", "rate:1e6"]])
  func run(_ arguments: [String]) throws {
    try gradbook.write(Self.lesson, to: "all.md")
    let outcome = try gradbook.outcome(of: ["run", "all.md", "--format", "json"] + arguments)
    #expect(try schema.problems(in: outcome.output) == [])
    #expect(outcome.errors.isEmpty)
    let lesson = try Self.lesson(in: outcome.output)
    let cells = try #require(lesson["cells"] as? [[String: Any]])
    let outputs = cells.flatMap { $0["outputs"] as? [[String: Any]] ?? [] }
    let kinds = Set(outputs.compactMap { $0["kind"] as? String })
    #expect(kinds.isSuperset(of: ["table", "figure", "expectations", "derivation", "agreements"]))
    let results = cells.compactMap { ($0["result"] as? [String: Any])?["kind"] as? String }
    #expect(
      Set(results).isSuperset(of: ["dataset", "network", "training", "sweep", "gradient-check"]))
    let values = try #require(lesson["values"] as? [[String: Any]])
    #expect(values.first?["query"] as? String == "steps(fit)")
    #expect(values.first?["value"] as? String == "3")
    #expect(
      Set((lesson["time"] as? [String: Any] ?? [:]).keys) == ["reading", "running", "rendering"])
  }

  @Test("a number that is infinite or none is null")
  func infinite() throws {
    try gradbook.write(Self.lesson, to: "all.md")
    let output = try gradbook("run", "all.md", "--format", "json", "-P", "rate:1e6").output
    #expect(output.contains(#""trainLoss" : null"#))
  }

  @Test("check prints the cells with their places, as the schema says")
  func check() throws {
    try gradbook.write(Self.lesson, to: "a.md")
    try gradbook.write("```{data} x\nsource: irsi\n```\n\n$\\alhpa$", to: "b.md")
    try gradbook.write(Data([0xFF]), to: "c.md")
    let outcome = try gradbook("check", "a.md", "b.md", "c.md", "--format", "json")
    #expect(outcome.status == 1)
    #expect(try schema.problems(in: outcome.output) == [])
    let cell = try #require((Self.lesson(in: outcome.output)["cells"] as? [[String: Any]])?.first)
    #expect(cell["status"] as? String == "not-run")
    #expect((cell["place"] as? [String: Int])?["line"] == 6)
  }

  @Test("mutate prints its counts, for each lesson and for all, as the schema says")
  func mutate() throws {
    try gradbook.write(Self.lesson, to: "a.md")
    try gradbook.write("```{dat} x\n```", to: "b.md")
    let outcome = try gradbook("mutate", "a.md", "b.md", "--format", "json")
    #expect(try schema.problems(in: outcome.output) == [])
    #expect(try Self.lesson(in: outcome.output)["counts"] is [String: Any])
  }

  @Test("bench prints a line for each work, each by itself as the schema says")
  func bench() throws {
    let outcome = try gradbook(
      "bench", "--work", "iris", "--work", "flower", "--epochs", "2", "--format", "json",
      "--data-dir", Command.packageFolder + "/notebooks/data")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try schema.problems(in: String(line)) == []) }
  }

  @Test("what is not in the schema is noticed")
  func unknown() throws {
    let line = #"{"schema": "gradbook/1", "version": "1", "command": "check", "succeeded": 1}"#
    #expect(try !schema.problems(in: line).isEmpty)
  }

  private static func lesson(in output: String) throws -> [String: Any] {
    let report = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    return try #require((report?["lessons"] as? [[String: Any]])?.first)
  }

  /// Has a cell of each kind, and with a high rate some that fail.
  private static let lesson = #"""
    ---
    title: All
    params: {rate: 0.1}
    ---

    ```{data} moons
    generate: {moons: {count: 20}}
    test: {count: 5}
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 2, activation: linear}
    loss: quadratic
    ```

    ```{gradient-check} check
    network: net
    data: moons
    ```

    ```{train} fit
    network: net
    data: moons
    learning-rate: 0.1
    steps: 3
    ```

    ```{sweep} rates
    repeat: fit
    over: {fit.steps: [2, 50]}
    seeds: 0..1
    test: moons.test
    ```

    ```{sweep} wild
    repeat: fit
    cases:
      far:
        fit.learning-rate: ${rate}
        fit.steps: 200
    ```

    ```{notation}
    network: net
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, z_l: preactivation, P: output, L: loss}
    ```

    ```{derive}
    ```

    ```{derivation} step
    z_1 = X W_1 + b_1 = X W_1
    ```

    ```{compute}
    data: moons
    ---
    z1 = X @ W1
    z1[0]
    ```

    ```{evaluate}
    network: net
    data: moons.test
    ```

    ```{expect}
    steps(fit) == 3
    1 > 2
    ```

    It took {eval}`steps(fit)` steps and {eval}`loss(fit, 99)`.
    """#
}
