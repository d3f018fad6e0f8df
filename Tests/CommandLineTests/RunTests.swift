import Foundation
import Testing

@Suite("gradbook run")
struct RunTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  static let lesson = """
    ---
    title: Moons
    params: {steps: 3}
    ---

    ```{data} moons
    generate: moons
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    ```{train} fit
    network: net
    data: moons
    learning-rate: 0.1
    steps: ${steps}
    ```

    ```{expect}
    steps(fit) == 3
    ```
    """

  @Test("writes a page and says so, on standard error")
  func page() throws {
    try gradbook.write(Self.lesson, to: "moons.md")
    let outcome = try gradbook("run", "moons.md")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("✓ moons.md → reports/moons.html ("))
    #expect(
      outcome.errors.contains("1 expectation held")
        || outcome.errors.contains("1 expectation held"))
    let page = try #require(gradbook.contents(of: "reports/moons.html"))
    #expect(page.starts(with: Data("<!doctype html>".utf8)))
  }

  @Test("an expectation that fails is status 1, and the page is written to show it")
  func failing() throws {
    try gradbook.write(Self.lesson, to: "moons.md")
    let outcome = try gradbook("run", "moons.md", "-P", "steps:4", "-o", "out")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("expected steps(fit) == 3 [expect.failed]\n  --> moons.md:25:1"))
    #expect(outcome.errors.contains("✗ moons.md → out/moons.html"))
    #expect(gradbook.contents(of: "out/moons.html") != nil)
  }

  @Test("a lesson with a mistake is not run, and the page of before stays, below a word about it")
  func mistake() throws {
    try gradbook.write(Self.lesson, to: "moons.md")
    #expect(try gradbook("run", "moons.md").status == 0)
    let before = String(
      decoding: gradbook.contents(of: "reports/moons.html") ?? Data(), as: UTF8.self)
    try gradbook.write(Self.lesson.replacing("steps: ${steps}", with: "stepps: 3"), to: "moons.md")
    let outcome = try gradbook("run", "moons.md")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("unknown option 'stepps' for 'train'"))
    let after = String(
      decoding: gradbook.contents(of: "reports/moons.html") ?? Data(), as: UTF8.self)
    let body = before.components(separatedBy: "<body>")[1]
    #expect(after.contains("This page shows an earlier state") && after.hasSuffix(body))
  }

  @Test("an unknown parameter is named, with the nearest one")
  func parameter() throws {
    try gradbook.write(Self.lesson, to: "moons.md")
    let outcome = try gradbook("run", "moons.md", "-P", "step:4")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "this notebook has no parameter 'step' (given with -P or --params) [parameter.unknown]"))
    #expect(outcome.errors.contains("did you mean 'steps'?"))
  }

  @Test("the same lesson in two folders gives the same bytes, from anywhere")
  func determinism() throws {
    for folder in ["a", "b/c"] { try gradbook.write(Self.lesson, to: "\(folder)/moons.md") }
    #expect(try gradbook("run", "moons.md", in: "a").status == 0)
    #expect(try gradbook("run", "moons.md", "--jobs", "2", in: "b/c").status == 0)
    #expect(try gradbook("run", "b/c/moons.md").status == 0)
    let pages = ["a/reports", "b/c/reports", "reports"].map {
      gradbook.contents(of: "\($0)/moons.html")
    }
    #expect(pages[0] != nil)
    #expect(pages[0] == pages[1] && pages[1] == pages[2])
  }

  @Test("--quiet says nothing when everything holds, and still shows an error")
  func quiet() throws {
    try gradbook.write(Self.lesson, to: "moons.md")
    let outcome = try gradbook("run", "moons.md", "--quiet")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    let failed = try gradbook("run", "moons.md", "-q", "-P", "steps:4")
    #expect(failed.status == 1)
    #expect(failed.errors.hasPrefix("error: expected steps(fit) == 3"))
  }

  @Test(
    "--format json is one JSON text on standard output and nothing beside it",
    arguments: ["steps:3", "steps:4", "step:1"])
  func json(_ parameter: String) throws {
    try gradbook.write(Self.lesson, to: "moons.md")
    let outcome = try gradbook("run", "moons.md", "--format", "json", "-P", parameter)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let lessons = try #require(report["lessons"] as? [[String: Any]])
    #expect(outcome.errors.isEmpty)
    #expect(lessons.count == 1)
    #expect(lessons[0]["file"] as? String == "moons.md")
    #expect(lessons[0]["succeeded"] as? Bool == (parameter == "steps:3"))
    #expect((lessons[0]["diagnostics"] as? [Any])?.count == (parameter == "steps:3" ? 0 : 1))
  }

  @Test("two lessons that would write the same page are refused before anything is written")
  func sameName() throws {
    try gradbook.write(Self.lesson, to: "a/moons.md")
    try gradbook.write(Self.lesson, to: "b/moons.md")
    let outcome = try gradbook("run", "a", "b")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.contains("'a/moons.md' and 'b/moons.md' would both be written to 'moons.html'")
    )
    #expect(gradbook.files(in: "reports").isEmpty)
  }

  @Test("a folder that cannot be written is an error, and nothing is lost")
  func unwritable() throws {
    try gradbook.write(Self.lesson, to: "moons.md")
    try gradbook.write("a file", to: "taken")
    let outcome = try gradbook("run", "moons.md", "-o", "taken")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("'taken' is a file; name a folder for the pages"))
    let within = try gradbook("run", "moons.md", "-o", "taken/pages")
    #expect(within.status == 1 && within.errors.contains("'taken/pages' cannot be made: a part of"))
    // A folder stands where the page is to be.
    try gradbook.write("", to: "out/moons.html/x")
    let second = try gradbook("run", "moons.md", "-o", "out")
    #expect(second.status == 1)
    #expect(second.errors.contains("'out/moons.html' cannot be written"))
    #expect(gradbook.files(in: "out") == ["moons.html"], "nothing half-written is left")
  }

  @Test(
    "killed at any moment, it leaves the page of before whole",
    arguments: [5, 20, 40, 60, 80, 110, 150, 220])
  func killed(_ milliseconds: Int) throws {
    try gradbook.write(Self.lesson.replacing("== 3", with: "> 0"), to: "moons.md")
    #expect(try gradbook("run", "moons.md").status == 0)
    let before = try #require(gradbook.contents(of: "reports/moons.html"))
    let process = gradbook.process(["run", "moons.md", "-q", "-P", "steps:300"])
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let after = try #require(gradbook.contents(of: "reports/moons.html"))
    #expect(after == before || after.suffix(8) == Data("</html>\n".utf8))
  }

  @Test(
    "a reader that goes away ends it without a complaint",
    arguments: [["--help"], ["check", "--format", "json"], ["run", "--format", "json"]])
  func closedPipe(_ arguments: [String]) throws {
    try gradbook.write(Self.lesson, to: "notebooks/moons.md")
    let process = gradbook.process(arguments)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try pipe.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    let isQuiet = process.terminationReason == .exit || process.terminationStatus == SIGPIPE
    #expect(isQuiet, "status \(process.terminationStatus)")
  }

  @Test("a very long run can be stopped by --fail-fast at its first failure")
  func failFast() throws {
    try gradbook.write(
      "```{expect}\n1 > 2\n```\n\n```{data} moons\ngenerate: moons\n```\n\n```{expect}\n1 > 3\n```",
      to: "a.md")
    #expect(try gradbook("run", "a.md").errors.contains("expected 1 > 3"))
    let stopped = try gradbook("run", "a.md", "--fail-fast")
    #expect(stopped.status == 1)
    #expect(!stopped.errors.contains("expected 1 > 3"))
  }
}
