import Foundation
import Testing

@Suite("gradbook fmt")
struct FormatTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  private static let careless =
    "---\ntitle:  A\n---\n\nWords.\n\n```{data} d\ngenerate:   moons\n```\n"
  private static let canonical =
    "---\ntitle: A\n---\n\nWords.\n\n```{data} d\ngenerate: moons\n```\n"

  @Test("names the lessons it changes, and has nothing to do the second time")
  func format() throws {
    try gradbook.write(Self.careless, to: "notebooks/a.md")
    try gradbook.write(Self.canonical, to: "notebooks/b.md")
    let first = try gradbook("fmt")
    #expect(first.status == 0 && first.output == "notebooks/a.md\n")
    #expect(first.errors == "lessons: 2, changed: 1\n")
    #expect(gradbook.contents(of: "notebooks/a.md") == Data(Self.canonical.utf8))
    #expect(gradbook.files(in: "notebooks") == ["a.md", "b.md"], "nothing else is left")
    #expect(try gradbook("fmt").errors == "lessons: 2, changed: 0\n")
  }

  @Test("--check writes nothing, shows the first line that differs and is status 1")
  func check() throws {
    try gradbook.write(Self.careless, to: "a.md")
    let outcome = try gradbook("fmt", "--check", "a.md")
    #expect(outcome.status == 1)
    #expect(outcome.output == "a.md:2: would become\n  - title:  A\n  + title: A\n")
    #expect(gradbook.contents(of: "a.md") == Data(Self.careless.utf8))
    try gradbook.write(Self.canonical, to: "a.md")
    #expect(try gradbook("fmt", "--check", "a.md").status == 0)
  }

  @Test(
    "--check says what would go, come or change",
    arguments: [
      ("A.\n\n\n", "a.md:2: would lose 2 blank lines\n  - (a blank line)\n  - (a blank line)\n"),
      ("A.\n\n", "a.md:2: would lose a blank line\n  - (a blank line)\n"),
      ("A.", "a.md:1: would become\n  - A. (without an end of line)\n  + A.\n"),
      (
        "```{data} d\ngenerate:   xor\nshow:  no\n```\n",
        "a.md:2: would become\n  - generate:   xor\n  - show:  no\n  + generate: xor\n  + show: no\n"
      ),
    ])
  func differences(_ lesson: String, says words: String) throws {
    try gradbook.write(lesson, to: "a.md")
    let outcome = try gradbook("fmt", "--check", "a.md")
    #expect(outcome.status == 1)
    #expect(outcome.output == words)
  }

  @Test("a dash stands for standard input to standard output")
  func input() throws {
    try gradbook.write(Self.careless, to: "a.md")
    let process = gradbook.process(["fmt", "-"])
    let output = Pipe()
    process.standardInput = FileHandle(forReadingAtPath: gradbook.folder.path + "/a.md")
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(String(decoding: text, as: UTF8.self) == Self.canonical)
  }

  @Test("a lesson whose settings are no YAML stays as it is, and the others are formatted")
  func mistake() throws {
    let broken = "```{data}   d\ngenerate: [moons\n```\n"
    try gradbook.write(broken, to: "a.md")
    try gradbook.write(Self.careless, to: "b.md")
    let outcome = try gradbook("fmt", "a.md", "b.md")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[yaml.invalid]\n --> a.md:"))
    #expect(gradbook.contents(of: "a.md") == Data(broken.utf8))
    #expect(gradbook.contents(of: "b.md") == Data(Self.canonical.utf8))
  }

  @Test("a file keeps its permissions, and a link stays one")
  func attributes() throws {
    try gradbook.write(Self.careless, to: "a.md")
    let path = gradbook.folder.path
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path + "/a.md")
    try files.createSymbolicLink(atPath: path + "/b.md", withDestinationPath: "a.md")
    #expect(try gradbook("fmt", "b.md").status == 0)
    #expect(gradbook.contents(of: "a.md") == Data(Self.canonical.utf8))
    #expect(try files.attributesOfItem(atPath: path + "/a.md")[.posixPermissions] as? Int == 0o640)
    #expect(
      try files.attributesOfItem(atPath: path + "/b.md")[.type] as? FileAttributeType
        == .typeSymbolicLink)
  }
}
