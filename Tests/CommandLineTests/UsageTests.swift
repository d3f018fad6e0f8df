import Foundation
import Testing

@Suite("The command line")
struct UsageTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  @Test(
    "wrong usage is status 64 and says what is right",
    arguments: [
      (["rnu"], "did you mean 'run'"), (["run", "--ouput-dir", "x"], "--output-dir"),
      (["run", "--jobs", "65"], "from 1 to 64"), (["run", "--jobs", "-1"], "--jobs"),
      (["run", "--shard", "4/3"], "4/3"), (["run", "--shard", "0/3"], "0/3"),
      (["run", "--shard", "1"], "'1'"),
      (["run", "--jobs", "many"], "many"),
      (["run", "missing.md"], "no file or folder 'missing.md'"),
      (["check", "missing/"], "no file or folder 'missing/'"),
      (["run", "empty"], "no lesson (a file *.md) in the folder 'empty'"),
      (["run", "-P", "novalue"], "novalue"), (["run", "--format", "xml"], "xml"), (["new"], "name"),
      (["data", "where", "mnits"], "did you mean 'mnist'"),
      (["data", "fetch", "flowers"], "flowers"),
    ])
  func wrongUsage(_ arguments: [String], says words: String) throws {
    try gradbook.write("", to: "empty/notes.txt")
    let outcome = try gradbook.outcome(of: arguments)
    #expect(outcome.status == 64, "\(arguments)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "wrong usage is followed by the usage of its own command",
    arguments: [
      (["data", "fetch", "flowers"], "Usage: gradbook data fetch"),
      (["run", "missing.md"], "Usage: gradbook run"),
      (["reference", "nothing"], "Usage: gradbook reference"),
      (["explain", "nothing"], "Usage: gradbook explain"),
      (["verify", "missing.html"], "Usage: gradbook verify"),
    ])
  func usage(_ arguments: [String], of command: String) throws {
    let outcome = try gradbook.outcome(of: arguments)
    #expect(outcome.status == 64 && outcome.errors.contains(command), "\(outcome.errors)")
    #expect(!outcome.errors.contains("<subcommand>"), "\(outcome.errors)")
  }

  @Test(
    "what failed is status 1, with what to do and no usage",
    arguments: [
      (["data", "fetch", "cats"], "has no public mirror"),
      (["data", "fetch", "drawings"], "it is computed, and needs no file"),
      (["verify", "a.md"], "run the lesson first: gradbook run a.md"),
      (["new", "a"], "give the lesson another name"), (["new", "x/y/z"], "mkdir -p x/y"),
      (["convert", "a.md", "--to", "pdf", "--templates", "none"], "page.mustache"),
      (["run", "a.md", "--templates", "none"], "none/"),
      (["reference", "-o", "a.md/r.html"], "cannot be written"),
    ])
  func failed(_ arguments: [String], says words: String) throws {
    try gradbook.write("Words.", to: "a.md")
    let outcome = try gradbook.outcome(of: arguments)
    #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!outcome.errors.contains("Usage"), "\(outcome.errors)")
  }

  @Test("reference lists all names with a line each; its page does not pose as a lesson")
  func reference() throws {
    let list = try gradbook("reference").output.split(separator: "\n").map(String.init)
    let names = [
      "{train}", "accuracy(", "learning-rate ", "relu", "adam", "moons", "kind: boundary",
    ]
    for name in names {
      #expect(list.count { $0.trimmingPrefix { $0 == " " }.hasPrefix(name) } > 0, "\(name)")
    }
    #expect(list.contains { $0.contains(/{train} \[label\] +Trains a network/) })
    #expect(gradbook.files() == [])
    #expect(try gradbook("reference", "-o", "r/all.html").status == 0)
    let page = String(decoding: gradbook.contents(of: "r/all.html") ?? Data(), as: UTF8.self)
    for words in ["to read", "Skip to the lesson", "Run it again", "reference.md", "Seed"] {
      #expect(!page.contains(words), "\(words)")
    }
    #expect(page.contains("Skip to the text") && page.contains("learning-rate"))
    #expect(try gradbook("reference", "train", "-o", "x.html").status == 64)
  }

  @Test("a misspelt path is answered with the nearest lesson")
  func nearestPath() throws {
    try gradbook.write("Words.", to: "lessons/flower.md")
    #expect(
      try gradbook("check", "lessons/flowre.md").errors.contains(
        "did you mean 'lessons/flower.md'?"))
  }

  @Test(
    "help and version are status 0 on standard output", arguments: ["--help", "--version", "help"])
  func help(_ argument: String) throws {
    let outcome = try gradbook.outcome(of: [argument])
    #expect(outcome.status == 0 && !outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test("--version has the versions of the libraries under it")
  func version() throws {
    let lines = try gradbook("--version").output.split(separator: "\n")
    #expect(lines.first?.contains(/^gradbook \d+\.\d+\.\d+$/) == true)
    for name in ["cmark-gfm", "OpenBLAS", "libhdf5", "libpng", "zlib", "libcurl", "HarfBuzz"] {
      let line = try #require(lines.first { $0.hasPrefix(name) }, "\(name)")
      #expect(line.contains(/\s\d+\.\d+(\.\d+)?/) || line.hasSuffix("not found"), "\(line)")
    }
    #expect(lines.contains { $0.contains(/^zlib +1\./) }, "it is linked, so it is there")
  }

  @Test("a shell completes ids, works and the parameters of the lesson named")
  func completions() throws {
    try gradbook.write("---\nparams: {steps: 3, rate: 1}\n---\n\nWords.", to: "a.md")
    func words(_ line: [String], _ option: String) throws -> [String] {
      let command = ["---completion", line[1], "--", option, "\(line.count - 1)", "0"]
      return try gradbook.outcome(of: command + line).output.split(separator: "\n").map(String.init)
    }
    #expect(try words(["gradbook", "run", "a.md", "-P", ""], "-P") == ["rate:", "steps:"])
    #expect(try words(["gradbook", "bench", "--work", ""], "--work").contains("iris"))
    #expect(try words(["gradbook", "explain", ""], "positional@0").contains("yaml.invalid"))
    let script = try gradbook("--generate-completion-script", "bash")
    #expect(script.status == 0 && script.output.contains("_gradbook_explain"))
  }

  @Test("the mistakes of many lessons are told in the order of their names")
  func order() throws {
    for index in 10..<40 {
      let filling = String(repeating: "Words. ", count: 2000 * (index % 3))
      try gradbook.write(filling + "$\\alhpa$", to: "l\(index).md")
    }
    let outcome = try gradbook("check", ".")
    let places = outcome.errors.matches(of: /--> (l\d+)\.md/).map { String($0.output.1) }
    #expect(places == (10..<40).map { "l\($0)" })
  }

  @Test("check finds what is wrong without running, and exits 1")
  func check() throws {
    try gradbook.write("```{netwrok} mlp\n```", to: "a.md")
    try gradbook.write("All is well.", to: "b.md")
    let outcome = try gradbook("check")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("unknown directive 'netwrok'"))
    #expect(outcome.errors.contains("2 lessons checked: 1 error"))
    #expect(gradbook.files() == ["a.md", "b.md"], "it writes nothing")
    #expect(try gradbook("check", "b.md").status == 0)
    let quiet = try gradbook("check", "b.md", "-q")
    #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
  }

  @Test("check --format json is JSON with lines and columns")
  func checkJSON() throws {
    try gradbook.write("学习 $\\alhpa$", to: "a.md")
    let outcome = try gradbook("check", "--format", "json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let lessons = try #require(report["lessons"] as? [[String: Any]])
    let found = try #require((lessons.first?["diagnostics"] as? [[String: Any]])?.first)
    let place = try #require(found["place"] as? [String: Int])
    #expect(found["id"] as? String == "tex.unknown-command")
    #expect(place["line"] == 1 && place["column"] == 5)
    #expect(found["help"] as? [String] == ["did you mean '\\alpha'?"])
  }

  @Test(
    "a file that is no text is refused at its first wrong byte, whatever the command",
    arguments: ["run", "check"])
  func notText(_ command: String) throws {
    try gradbook.write(Data("一二\nab".utf8) + Data([0xFF, 0xFE, 0x41]), to: "a.md")
    let outcome = try gradbook(command, "a.md")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("not UTF-8 text: unexpected byte 0xFF [file.not-utf8]"))
    #expect(outcome.errors.contains("a.md:2:3"))
  }

  @Test(
    "text that ends within a character is no text, either",
    arguments: [
      [0xE4], [0xE4, 0xBA], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80],
    ] as [[UInt8]])
  func cutText(_ bytes: [UInt8]) throws {
    for end in ["", "abcdef"] {
      try gradbook.write(Data("a\n中".utf8) + Data(bytes) + Data(end.utf8), to: "a.md")
      let outcome = try gradbook("check", "a.md")
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.contains(
          "unexpected byte 0x\(String(bytes[0], radix: 16, uppercase: true)) [file.not-utf8]"))
      #expect(outcome.errors.contains("a.md:2:2"))
    }
  }

  @Test("a file that may not be read, or that is a folder by the name of a lesson, is an error")
  func unreadable() throws {
    try gradbook.write("x", to: "a.md/b.txt")
    #expect(try gradbook("check", "a.md").status == 64)
    try gradbook.write("", to: "empty.md")
    let empty = try gradbook("check", "empty.md")
    #expect(empty.status == 1)
    #expect(empty.errors.contains("there is nothing in this notebook [notebook.empty]"))
  }

  @Test("new writes a lesson that runs as it is, and never over another")
  func new() throws {
    let outcome = try gradbook("new", "first")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("gradbook run first.md"))
    let text = gradbook.contents(of: "first.md")
    #expect(try gradbook("run", "first.md", "-q", "-P", "steps:200").status == 0)
    let again = try gradbook("new", "first.md")
    #expect(again.status == 1)
    #expect(again.errors.contains("'first.md' exists already; it is left as it is"))
    #expect(gradbook.contents(of: "first.md") == text)
    #expect(try gradbook("new", "no/folder").errors.contains("there is no folder 'no'"))
  }

  @Test("data lists the datasets and says where the files of one lie")
  func data() throws {
    let list = try gradbook("data", "list")
    #expect(list.status == 0)
    for name in ["iris", "mnist", "digits"] { #expect(list.output.contains(name)) }
    let found = try gradbook(
      "data", "where", "iris", "--data-dir", Command.packageFolder + "/notebooks/data")
    #expect(found.status == 0)
    #expect(found.output.hasSuffix("iris.csv\n"))
  }

  @Test("iris and the digits are there wherever the program is")
  func builtInData() throws {
    // The folder of this test has no data.
    #expect(try gradbook("data", "list").output.contains("comes with the program"))
    #expect(try gradbook("data", "where", "digits").output.contains("comes with the program"))
    let fetched = try gradbook("data", "fetch", "iris")
    #expect(fetched.status == 0)
    #expect(fetched.errors.contains("'iris' comes with the program"))
    try gradbook.write(
      "```{data} iris\nsource: iris\n```\n\n"
        + "```{data} digits\nsource: mnist\nfallback: digits\n```\n", to: "lesson.md")
    let run = try gradbook("run", "lesson.md", "-o", "out")
    #expect(run.status == 0, "\(run.errors)")
  }
}
