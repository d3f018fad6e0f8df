import Foundation
import Testing

@Suite("Limits of the system and of the program")
struct LimitTests {
  private let gradbook: Command

  init() throws {
    gradbook = try Command()
    try gradbook.write("# A lesson\n\nWords.", to: "a.md")
  }

  /// Runs the program in a shell after some commands.
  private func outcome(after commands: String, _ arguments: String) throws -> (Int32, String) {
    let process = gradbook.process([])
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\(commands); exec \"$0\" \(arguments)", Command.program]
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(
    "a file that the shell lets nobody write is told with the cause and the way out",
    arguments: ["run a.md -o out", "convert a.md --to ipynb", "new b", "reference -o r.html"])
  func fileSize(_ command: String) throws {
    let (status, text) = try outcome(after: "ulimit -f 0", command)
    #expect(status == 1, "\(text)")
    #expect(text.contains("cannot be written: the file grew larger than the limit"), "\(text)")
    #expect(text.contains("help: raise the limit of the shell: ulimit -f unlimited"), "\(text)")
    #expect(!text.contains("Usage") && !text.contains("NSCocoa"))
    #expect(gradbook.files().filter { $0 != "out" } == ["a.md"])
  }

  @Test("without free descriptors a file that is there is not called missing")
  func descriptors() throws {
    var refused = 0
    for most in 3...12 {
      let (status, text) = try outcome(after: "ulimit -n \(most)", "run a.md -o out")
      // Without any the system's loader cannot start it, and says so.
      guard status != 0, status != 127 else { continue }
      refused += 1
      #expect(status == 1 && text.contains("too many open files"), "\(most): \(text)")
    }
    #expect(refused > 0)
  }

  @Test("a template that is not there, and one that leads back to itself, are two things")
  func templates() throws {
    let source = Command.packageFolder + "/templates"
    for name in try FileManager.default.contentsOfDirectory(atPath: source) {
      try gradbook.write(
        try Data(contentsOf: URL(fileURLWithPath: "\(source)/\(name)")), to: "own/\(name)")
    }
    let cell = gradbook.contents(of: "own/cell.mustache") ?? Data()
    let rings = [("{{> cell }}", "cell → cell"), ("{{>mine}}", "cell → mine → cell")]
    try gradbook.write("{{=<% %>=}}<%#never%><%>cell%><%/never%>", to: "own/mine.mustache")
    for (tag, ring) in rings {
      try gradbook.write(cell + Data(tag.utf8), to: "own/cell.mustache")
      let outcome = try gradbook("run", "a.md", "-o", "out", "--templates", "own")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("own/cell.mustache: this template includes itself: \(ring)"))
    }
    try gradbook.write("deep and finite", to: "own/mine.mustache")
    try gradbook.write("{{>mine}}", to: "own/upper.mustache")
    try gradbook.write(cell + Data("{{>upper}}".utf8), to: "own/cell.mustache")
    #expect(try gradbook("run", "a.md", "-o", "out", "--templates", "own").status == 0)
    let page = String(decoding: gradbook.contents(of: "out/a.html") ?? Data(), as: UTF8.self)
    #expect(page.contains("deep and finite"))
    try gradbook.write(cell + Data("{{>nowhere}}".utf8), to: "own/cell.mustache")
    let missing = try gradbook("run", "a.md", "-o", "out", "--templates", "own")
    #expect(missing.errors.contains("own/nowhere.mustache: this template is missing"))
  }

  @Test("a page past its limit names it and how it is raised")
  func pageSize() throws {
    try gradbook.write(String(repeating: "Words of a long lesson. ", count: 60_000), to: "long.md")
    let (status, text) = try outcome(after: "export GRADBOOK_PAGE_LIMIT=1", "run long.md -o out")
    #expect(status == 1 && text.contains("more than the limit of 1 [page.large]"), "\(text)")
    #expect(text.contains("GRADBOOK_PAGE_LIMIT=4"))
    #expect(try outcome(after: "export GRADBOOK_PAGE_LIMIT=4", "run long.md -o out").0 == 0)
  }
}
