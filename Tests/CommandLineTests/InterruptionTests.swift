import Foundation
import Testing

@Suite("A program that is ended")
struct InterruptionTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  private static let lesson = """
    ```{data} moons
    generate: {moons: {count: 400}}
    ```

    ```{network} net
    input: 2
    layers: [{units: 200, activation: tanh}, {units: 1, activation: sigmoid}]
    loss: binary-cross-entropy
    ```

    ```{train} fit
    network: net
    data: moons
    learning-rate: 0.1
    steps: 50000
    save: net.safetensors
    ```
    """

  @Test(
    "by a signal says so, and has the signal's status",
    arguments: [
      (SIGINT, 130, "interrupted"), (SIGTERM, 143, "terminated"), (SIGHUP, 129, "terminal closed"),
    ])
  func signalled(_ signal: Int32, status: Int32, word: String) throws {
    try gradbook.write(Self.lesson, to: "long.md")
    let process = gradbook.process(["run", "long.md", "--no-cache"])
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    Thread.sleep(forTimeInterval: 1)
    kill(process.processIdentifier, signal)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == status)
    #expect(text.contains("\(word); nothing half-written is left"), "\(text)")
    #expect(gradbook.files() == ["long.md", "reports"] && gradbook.files(in: "reports") == [])
  }

  @Test("what a killed run left in any folder is gone after the next, and nothing else")
  func swept() throws {
    try gradbook.write("Words.", to: "lessons/a.md")
    for name in ["lessons", "out"] {
      try gradbook.write(Data("half".utf8), to: "\(name)/.gradbook-1-1.part")
      try gradbook.write(Data("mine".utf8), to: "\(name)/.mine.part")
    }
    #expect(try gradbook("run", "lessons", "-o", "out").status == 0)
    #expect(gradbook.files(in: "lessons") == [".mine.part", "a.md"])
    #expect(gradbook.files(in: "out") == [".mine.part", "a.html", "index.html"])
  }

  @Test("at random moments leaves nothing behind and harms no page", .timeLimit(.minutes(5)))
  func random() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      Command.packageFolder + "/Tests/Interruptions/run.sh", Command.program, "8",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains("files left: 0, pages harmed: 0, other statuses: 0"), "\(text)")
  }
}
