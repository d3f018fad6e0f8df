import Foundation
import Testing

@Suite("gradbook run on many lessons")
struct ManyLessonsTests {
  private let gradbook: Command
  private static let count = 7

  /// Lessons of several lengths, two of which fail.
  init() throws {
    gradbook = try Command()
    for number in 1...Self.count {
      let lesson = RunTests.lesson.replacing("title: Moons", with: "title: Moons \(number)")
        .replacing("steps: 3", with: "steps: \(number % 3 == 0 ? 4 : 3)")
      try gradbook.write(lesson, to: "notebooks/\(number).md")
    }
    try gradbook.write("```{netwrok} x\n```", to: "notebooks/8.md")
  }

  private func folder(_ name: String) -> [String: Data] {
    Dictionary(
      uniqueKeysWithValues: gradbook.files(in: name).map { file in
        (file, gradbook.contents(of: "\(name)/\(file)") ?? Data())
      })
  }

  /// What was said, without the seconds.
  private func lines(_ outcome: Command.Outcome) -> String {
    outcome.errors.replacing(/\(\d+[.,]\d\d s/, with: "(")
  }

  @Test(
    "pages, index and what is said are the same to the byte at any number of jobs",
    arguments: ["2", "64", "auto"])
  func jobs(_ jobs: String) throws {
    let one = try gradbook("run", "-o", "out")
    let pages = folder("out")
    #expect(one.status == 1 && pages.count == Self.count + 1)
    let many = try gradbook("run", "-o", "out", "--jobs", jobs)
    #expect(many.status == 1)
    #expect(lines(many) == lines(one))
    #expect(folder("out") == pages)
  }

  @Test("a lesson is told as soon as its turn has come")
  func turns() throws {
    try gradbook.write("Words.", to: "short/1.md")
    try gradbook.write(RunTests.lesson.replacing("== 3", with: "> 0"), to: "short/2.md")
    let process = gradbook.process(["run", "short", "-P", "steps:100000000"])
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    // The second would take minutes; nothing but the first can have been said.
    let first = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    #expect(first.hasPrefix("✓ short/1.md"))
    process.terminate()
    process.waitUntilExit()
  }

  @Test("--fail-fast starts no lesson after one that failed, and names those not run")
  func failFast() throws {
    let outcome = try gradbook("run", "--fail-fast")
    #expect(outcome.status == 1)
    #expect(gradbook.files(in: "reports") == ["1.html", "2.html", "3.html", "index.html"])
    let last = outcome.errors.split(separator: "\n").suffix(6).dropLast()
    #expect(last.elementsEqual((4...8).map { "– notebooks/\($0).md (not run)" }))
    let json = try gradbook("run", "--fail-fast", "--format", "json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let lessons = try #require(report["lessons"] as? [[String: Any]])
    #expect(lessons.count == 8 && lessons[7]["succeeded"] as? Bool == false)
  }

  @Test(
    "shards together make the same folder as one run, in any order",
    arguments: [[1, 2, 3], [3, 1, 2]])
  func shards(_ order: [Int]) throws {
    let one = try gradbook("run", "-o", "one")
    var said: [String] = []
    for shard in order {
      let outcome = try gradbook("run", "-o", "many", "--shard", "\(shard)/3")
      #expect(outcome.status == (shard == 1 ? 0 : 1), "the failing ones are in the others")
      said.append(contentsOf: lines(outcome).split(separator: "\n").map(String.init))
    }
    // The advice at the end comes once for each command.
    said.removeAll { $0.hasPrefix("more about an error") }
    let whole = lines(one).replacing("one/", with: "many/").split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("more about an error") }
    #expect(said.sorted() == whole.sorted())
    #expect(folder("many") == folder("one"))
  }

  @Test("shards that run at the same time make the same folder, again and again")
  func concurrentShards() throws {
    _ = try gradbook("run", "-o", "one")
    let expected = folder("one")
    for round in 1...3 {
      let processes = (1...4).map { shard in
        let process = gradbook.process([
          "run", "-q", "-o", "many-\(round)", "--shard", "\(shard)/4",
        ])
        process.standardError = FileHandle.nullDevice
        return process
      }
      for process in processes { try process.run() }
      for process in processes { process.waitUntilExit() }
      #expect(folder("many-\(round)") == expected)
    }
  }

  @Test("a loss that ceases to be a number is a gap in the index, and the page can be verified")
  func divergence() throws {
    let lesson = RunTests.lesson.replacing("learning-rate: 0.1", with: "learning-rate: 1e300")
      .replacing("== 3", with: "> 0").replacing("steps: 3", with: "steps: 400")
    try gradbook.write(lesson, to: "wild/moons.md")
    #expect(try gradbook("run", "wild", "-q").status == 0)
    let index = String(
      decoding: gradbook.contents(of: "reports/index.html") ?? Data(), as: UTF8.self)
    #expect(index.contains("href=\"moons.html\"") && !index.contains("NaN"))
    let verified = try gradbook("verify", "reports/moons.html", "--notebook", "wild/moons.md")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  @Test(
    "a shard without a lesson says so and is content, a page of a lesson that is gone is not listed"
  )
  func index() throws {
    let empty = try gradbook("run", "notebooks/1.md", "--shard", "2/2")
    #expect(empty.status == 0)
    #expect(empty.errors == "no lesson is in part 2/2: there is one lesson\n")
    #expect(try gradbook("run", "notebooks/1.md", "--shard", "2/2", "-q").errors.isEmpty)
    #expect(gradbook.files(in: "reports").isEmpty)
    _ = try gradbook("run", "-q")
    func listed() -> [String] {
      let index = String(
        decoding: gradbook.contents(of: "reports/index.html") ?? Data(), as: UTF8.self)
      return (1...9).map(String.init).filter { index.contains("href=\"\($0).html\"") }
    }
    #expect(listed() == (1...Self.count).map(String.init))
    try FileManager.default.removeItem(atPath: gradbook.folder.path + "/notebooks/2.md")
    try gradbook.write("<html>no page of ours</html>", to: "reports/9.html")
    #expect(try gradbook("run", "notebooks/1.md", "-q").status == 0)
    #expect(listed() == ["1", "3", "4", "5", "6", "7"])
  }
}
