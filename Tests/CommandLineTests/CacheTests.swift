import Foundation
import Testing

@Suite("gradbook run, again")
struct CacheTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  private static func lesson(steps: Int, seed: Int) -> String {
    let cells = (1...4).map { number in
      """
      ```{network} net\(number)
      input: 2
      layers:
        - {units: \(number + 2), activation: tanh}
        - {units: 1, activation: sigmoid}
      loss: binary-cross-entropy
      ```

      ```{train} fit\(number)
      network: net\(number)
      data: moons
      learning-rate: 0.5
      batch: 10
      epochs: \(steps)
      ```

      ```{plot} boundary\(number)
      kind: boundary
      of: net\(number)
      data: moons
      ```

      Its loss is {eval}`loss(fit\(number), last)`.
      """
    }
    return """
      ---
      title: Moons
      seed: \(seed)
      ---

      ```{data} moons
      generate: {moons: {count: 200}}
      ```


      """ + cells.joined(separator: "\n\n")
  }

  @Test("a second run says of each cell that it was kept, and writes the same page")
  func kept() throws {
    try gradbook.write(Self.lesson(steps: 3, seed: 1), to: "moons.md")
    #expect(try gradbook("run", "moons.md", "-q").status == 0)
    let page = gradbook.contents(of: "reports/moons.html")
    let second = try gradbook("run", "moons.md", "-q", "--explain-cache")
    let lines = second.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 13)
    #expect(lines.first == "moons.md:6: data moons: kept")
    #expect(lines.allSatisfy { $0.hasSuffix(": kept") })
    #expect(gradbook.contents(of: "reports/moons.html") == page)
    let without = try gradbook("run", "moons.md", "-q", "--explain-cache", "--no-cache")
    #expect(without.errors.isEmpty)
    #expect(gradbook.contents(of: "reports/moons.html") == page)
  }

  @Test("'clean' forgets, and says how much")
  func clean() throws {
    try gradbook.write(Self.lesson(steps: 3, seed: 1), to: "moons.md")
    #expect(try gradbook("run", "moons.md", "-q").status == 0)
    #expect(try gradbook("clean").errors.hasPrefix("removed "))
    #expect(try gradbook("clean").errors.hasPrefix("nothing was kept in "))
    let run = try gradbook("run", "moons.md", "-q", "--explain-cache")
    #expect(
      run.errors.contains("moons.md:18: train fit1: ran: it is new, or nothing was kept of it"))
  }

  @Test("a limit that is no number is said to be none", arguments: ["much", "-1", "1e3", "\u{1B}"])
  func limit(_ text: String) throws {
    try gradbook.write("Words.", to: "a.md")
    let process = gradbook.process(["run", "a.md", "-q"])
    process.environment?["GRADBOOK_CACHE_LIMIT"] = text
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(said.hasPrefix("warning: GRADBOOK_CACHE_LIMIT is '"), "\(said)")
    #expect(!said.contains("\u{1B}"))
  }

  @Test("killed at any moment, a run leaves whole pages, and the next one is right")
  func kills() throws {
    for seed in 1...2 {
      try gradbook.write(Self.lesson(steps: 40, seed: seed), to: "in/\(seed).md")
    }
    #expect(try gradbook("run", "in", "-q", "-o", "right", "--no-cache").status == 0)
    for round in 0..<12 {
      let process = gradbook.process(["run", "in", "-q", "--jobs", "2"])
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(20_000 + 25_000 * round))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for name in ["1.html", "2.html"] {
        guard let page = gradbook.contents(of: "reports/\(name)") else { continue }
        #expect(page == gradbook.contents(of: "right/\(name)"))
      }
    }
    #expect(try gradbook("run", "in", "-q", "--jobs", "2").status == 0)
    for name in ["1.html", "2.html"] {
      #expect(gradbook.contents(of: "reports/\(name)") == gradbook.contents(of: "right/\(name)"))
    }
  }
}
