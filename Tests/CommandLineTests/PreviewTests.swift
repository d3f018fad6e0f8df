import Foundation
import Testing

/// The command as a process; `ServerTests` has the rest of what a client may do to it.
@Suite("gradbook preview")
struct PreviewTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  /// A running preview, whose standard error goes to a file.
  private final class Running {
    let process: Process
    let port: UInt16
    let firstLine: String
    private let log: String

    init(_ gradbook: Command, _ arguments: String...) throws {
      process = gradbook.process(["preview"] + arguments)
      let output = Pipe()
      process.standardOutput = output
      log = "\(gradbook.folder.path)/.log"
      FileManager.default.createFile(atPath: log, contents: nil)
      process.standardError = try #require(FileHandle(forWritingAtPath: log))
      try process.run()
      // The address comes first, and before the lessons are run.
      firstLine = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      port = try #require(
        firstLine.firstMatch(of: #/ is at http:\/\/127\.0\.0\.1:(\d+)\/\n/#).flatMap {
          UInt16($0.output.1)
        })
    }

    deinit { if process.isRunning { process.terminate() } }

    var errors: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    func get(_ target: String) throws -> String { try Client.get(target, port: port) }

    /// The events of a page; what came before the first state that is not of a run has been read.
    func events(of name: String) throws -> Client {
      for _ in 0..<500 {
        let client = try Client(port: port)
        client.send("GET /-/events/\(name) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
        if try client.paragraph().hasPrefix("HTTP/1.1 200 ") {
          if try client.paragraph().contains(#""isRunning":true"#) { _ = try Self.next(client) }
          return client
        }
        usleep(10_000)
      }
      throw Client.Failure(description: "'\(name)' never came to be: \(errors)")
    }

    /// The next state in which a run is over.
    static func next(_ events: Client) throws -> String {
      while true {
        let state = try events.paragraph()
        if state.contains(#""isRunning":false"#) { return state }
      }
    }

    /// Waits for a state that says something. A file that is being written may be run as it is then,
    /// so that others can come before.
    static func wait(_ events: Client, for words: String) throws {
      while try !next(events).contains(words) {}
    }

    /// Waits until a page holds something.
    func wait(_ events: Client, until words: String, standsAt target: String) throws {
      while try !get(target).contains(words) { _ = try Self.next(events) }
    }

    /// How many descriptors it has.
    var openFiles: Int {
      let folder = "/proc/\(process.processIdentifier)/fd"
      return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.count ?? 0
    }

    /// Ends it as Ctrl-C does, and returns its exit status.
    func interrupt(_ signal: Int32 = SIGINT) throws -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      try #require(process.terminationReason == .exit)
      return process.terminationStatus
    }
  }

  @Test("shows a lesson, follows it through a mistake and its mending, and ends on Ctrl-C")
  func following() throws {
    try gradbook.write(RunTests.lesson, to: "moons.md")
    let preview = try Running(gradbook, "moons.md", "--port", "0")
    #expect(preview.firstLine.hasPrefix("moons.md is at http"))
    let events = try preview.events(of: "moons.html")
    let first = try preview.get("/")
    #expect(first.hasPrefix("HTTP/1.1 200 ") && first.contains("<title>Moons</title>"))
    #expect(first.contains("<script src=\"/-/preview.js\""))
    #expect(first.contains("\nCache-Control: no-store\r\n"))
    #expect(first.contains("\nX-Content-Type-Options: nosniff\r\n"))
    #expect(!first.contains("Access-Control"))

    try gradbook.write(RunTests.lesson + "\nAn added sentence.\n", to: "moons.md")
    try preview.wait(events, until: "An added sentence.", standsAt: "/moons.html")

    try gradbook.write(RunTests.lesson + "\n$$ \\nonesuch{<b>} $$\n", to: "moons.md")
    try Running.wait(events, for: "moons.md:27:4")
    #expect(preview.errors.contains("✗ moons.md"))
    #expect(try preview.get("/moons.html").contains("An added sentence."))

    try gradbook.write(RunTests.lesson + "\nMended.\n", to: "moons.md")
    try preview.wait(events, until: "Mended.", standsAt: "/moons.html")

    try FileManager.default.removeItem(atPath: gradbook.folder.path + "/moons.md")
    try Running.wait(events, for: "this file cannot be read")
    try gradbook.write(RunTests.lesson + "\nBack again.\n", to: "moons.md")
    try preview.wait(events, until: "Back again.", standsAt: "/moons.html")

    #expect(try preview.interrupt() == 0)
    #expect(gradbook.files() == [".log", "moons.md"], "nothing is written")
    #expect(preview.errors.hasPrefix("It follows the files. Ctrl-C ends it.\n✓ moons.md ("))
  }

  @Test("shows a folder with its index, whose lessons come, change and go one by one")
  func folder() throws {
    try gradbook.write(RunTests.lesson, to: "lessons/one.md")
    try gradbook.write("# Two\n\nSee [one](one.md).\n", to: "lessons/two.md")
    let preview = try Running(gradbook, "lessons", "--port", "0", "--jobs", "2")
    let events = try preview.events(of: "")
    let index = try preview.get("/")
    #expect(index.contains(#"href="one.html""#) && index.contains(#"href="two.html""#))
    #expect(try preview.get("/two.html").contains(#"href="one.html""#))

    try gradbook.write("# Three\n", to: "lessons/three.md")
    try preview.wait(events, until: #"href="three.html""#, standsAt: "/")
    #expect(preview.errors.ranges(of: "✓ lessons/one.md").count == 1, "only what changed is run")

    try FileManager.default.removeItem(atPath: gradbook.folder.path + "/lessons/two.md")
    while try preview.get("/").contains(#"href="two.html""#) { _ = try Running.next(events) }

    try FileManager.default.removeItem(atPath: gradbook.folder.path + "/lessons")
    try Running.wait(events, for: "there is no file or folder 'lessons'")
    try gradbook.write(RunTests.lesson + "\nBack again.\n", to: "lessons/one.md")
    try preview.wait(events, until: "Back again.", standsAt: "/one.html")
    #expect(try preview.interrupt(SIGTERM) == 0)
  }

  @Test("runs again when a data file that the lesson names changes, and no other")
  func dataFile() throws {
    try gradbook.write("a,b,label\n1,2,x\n3,4,y\n", to: "points.csv")
    let lesson = """
      ```{data} points
      file: points.csv
      target: label
      ```

      """
    try gradbook.write(lesson, to: "data.md")
    let preview = try Running(gradbook, "data.md", "--port", "0")
    let events = try preview.events(of: "data.html")
    try gradbook.write("text", to: "notes.txt")
    try Data("a,b,label\n1,2,x\n3,4,y\n5,6,x\n".utf8).write(
      to: URL(fileURLWithPath: gradbook.folder.path + "/points.csv"), options: .atomic)
    _ = try Running.next(events)
    #expect(preview.errors.ranges(of: "data.md (").count == 2, "\(preview.errors)")
    #expect(try preview.interrupt() == 0)
  }

  @Test("finds a linked lesson once it is there")
  func linked() throws {
    try gradbook.write("# One\n\nSee [two](two.md).\n", to: "one.md")
    let preview = try Running(gradbook, "one.md", "--port", "0")
    let events = try preview.events(of: "one.html")
    #expect(preview.errors.contains("there is no lesson 'two.md'"))
    try gradbook.write("# Two\n", to: "two.md")
    try preview.wait(events, until: #"href="two.html""#, standsAt: "/")
  }

  @Test("shows what is wrong with a template over the page, until it is mended")
  func templates() throws {
    try gradbook.write("# One\n", to: "one.md")
    let folder = gradbook.folder.path + "/mine"
    try FileManager.default.copyItem(atPath: Command.packageFolder + "/templates", toPath: folder)
    let preview = try Running(gradbook, "one.md", "--port", "0", "--templates", "mine")
    let events = try preview.events(of: "one.html")
    let good = try #require(gradbook.contents(of: "mine/page.mustache"))
    try gradbook.write("{{#open}}", to: "mine/page.mustache")
    try Running.wait(events, for: "page.mustache")
    #expect(try preview.get("/").contains("<title>one</title>"))
    try gradbook.write(
      String(decoding: good, as: UTF8.self).replacing("<title>", with: "<title>Mine: "),
      to: "mine/page.mustache")
    try preview.wait(events, until: "<title>Mine: one</title>", standsAt: "/")
  }

  @Test("gives nothing but its pages, to nobody but this machine")
  func hostile() throws {
    try gradbook.write("# One\n", to: "one.md")
    try gradbook.write("secret", to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: gradbook.folder.path + "/link.html", withDestinationPath: "secret.txt")
    let preview = try Running(gradbook, "one.md", "--port", "0")
    _ = try preview.events(of: "one.html")
    let open = preview.openFiles
    for target in [
      "/secret.txt", "/link.html", "/one.md", "/../one.md", "/%2e%2e/one.md", "/..%2fone.md",
      "/%252e%252e%252fone.md", "/etc/passwd", "//etc/passwd", "/one.html%00", "/./one.html",
      "/-/events/secret.txt", "/-/../secret.txt", "http://127.0.0.1/secret.txt", "*",
    ] {
      #expect(try preview.get(target).hasPrefix("HTTP/1.1 404 "), "\(target)")
    }
    for host in [
      "evil.example:\(preview.port)", "localhost", "localhost:1", "", "0:\(preview.port)",
    ] {
      let answer = try Client.get("/one.html", host: host, port: preview.port)
      #expect(answer.hasPrefix("HTTP/1.1 421 "), "\(host)")
      #expect(!answer.contains("<title>"))
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "X"] {
      let request = "\(method) / HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\r\n"
      #expect(
        try Client.answer(to: request, port: preview.port).hasPrefix("HTTP/1.1 405 "), "\(method)")
    }
    for bytes in ["\r\n\r\n", "GET /\r\n\r\n", "\u{16}\u{3}\u{1}\n\n", "GET / HTTP/1.1\r\n\r\n"] {
      let answer = try Client.answer(to: bytes, port: preview.port)
      #expect(answer.hasPrefix("HTTP/1.1 400 ") || answer.hasPrefix("HTTP/1.1 421 "))
    }
    let head = try Client.answer(
      to: "HEAD / HTTP/1.1\r\nHost: localhost:\(preview.port)\r\n\r\n", port: preview.port)
    #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n"))
    for _ in 0..<500 where preview.openFiles > open { usleep(10_000) }
    #expect(preview.openFiles <= open, "every connection is closed")
    #expect(try preview.interrupt() == 0)
  }

  @Test("says what to do about a port that is taken, a strange host, a path that is not there")
  func wrongUsage() throws {
    try gradbook.write("# One\n", to: "one.md")
    let preview = try Running(gradbook, "one.md", "--port", "0")
    let port = String(preview.port)
    let taken = try gradbook("preview", "one.md", "--port", port)
    #expect(taken.status == 1)
    #expect(
      taken.errors.contains(
        "port \(port) is taken; give another with --port, or any that is free with --port 0"))
    let strange = try gradbook("preview", "one.md", "--host", "example.com")
    #expect(strange.status == 64 && strange.errors.contains("'example.com' is no address"))
    let foreign = try gradbook("preview", "one.md", "--port", "0", "--host", "192.0.2.1")
    #expect(foreign.status == 64 && foreign.errors.contains("has no address '192.0.2.1'"))
    let missing = try gradbook("preview", "on.md")
    #expect(missing.status == 64 && missing.errors.contains("did you mean 'one.md'?"))
    let large = try gradbook("preview", "one.md", "--port", "70000")
    #expect(large.status == 64)
  }

  @Test("opens the page in the browser if asked to")
  func open() throws {
    try gradbook.write("# One\n", to: "one.md")
    try gradbook.write("#!/bin/sh\necho \"$1\" > opened\n", to: "bin/xdg-open")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: gradbook.folder.path + "/bin/xdg-open")
    let process = gradbook.process(["preview", "one.md", "--port", "0", "--open", "--quiet"])
    process.environment = ["PATH": "\(gradbook.folder.path)/bin:/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var opened = ""
    for _ in 0..<500 where opened.isEmpty {
      opened = gradbook.contents(of: "opened").map { String(decoding: $0, as: UTF8.self) } ?? ""
      usleep(10_000)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(opened.hasPrefix("http://127.0.0.1:"))
    #expect(process.terminationStatus == 0)
  }

  @Test("waits for a request only so long, also where it comes byte by byte")
  func slow() throws {
    try gradbook.write("# A page\n", to: "page.md")
    let preview = try Running(gradbook, "page.md", "--port", "0")
    let silent = try Client(port: preview.port)
    let slow = try Client(port: preview.port)
    slow.send("GET / HTTP/1.1\r\nHost: local")
    let dripping = try Client(port: preview.port)
    for byte in "GET / HTTP/1.1\r\nX: " + String(repeating: "y", count: 300) {
      dripping.send(String(byte))
      usleep(40_000)
    }
    for client in [silent, slow, dripping] {
      let answer = try client.rest()
      #expect(answer.hasPrefix("HTTP/1.1 408 "))
    }
  }
}
