import Foundation
import Testing

@Suite("Names of files that are made to mislead")
struct FileNameTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  private static let names = [
    "\u{1B}[31mred", "bell\u{7}", "two\nlines", "tab\tstop", "back\rspace", "\u{202E}turned",
    "left\u{200E}mark",
  ]

  private func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || scalar.properties.generalCategory != .control
          && ![0x202E, 0x200E].contains(scalar.value)
    }
  }

  @Test("no character of one reaches the terminal that moves it", arguments: names)
  func terminal(_ name: String) throws {
    let path = "lessons/\(name).md"
    try gradbook.write("```{data} d\ngenerate:   xor\n```\n", to: path)
    let commands = [
      ["check", path], ["run", path, "-o", "out", "--explain-cache"],
      ["run", "lessons", "-o", "out"],
      ["verify", "out/\(name).html", "--notebook", path], ["verify", "out/\(name)x.html"],
      ["fmt", "--check", path], ["fmt", path], ["mutate", path], ["check", path + "x"],
      ["convert", path, "--to", "ipynb"], ["convert", path, "--to", "ipynb"], ["run", "--\(name)"],
      ["new", "new\(name)"], ["new", "new\(name)"], ["reference", name], ["explain", name],
      ["run", path, "-P", name],
    ]
    for command in commands {
      let outcome = try gradbook.outcome(of: command)
      #expect(isClean(outcome.output), "\(command): \(outcome.output.debugDescription)")
      #expect(isClean(outcome.errors), "\(command): \(outcome.errors.debugDescription)")
    }
  }

  @Test(
    "the list of lessons leads to their pages, whatever their names",
    arguments: names + [
      "a#b", "a?b", "a%41", "x:y", "javascript:document.title=1", "a\\b", "a b", "\"quoted\"", "数",
      "a&b",
    ])
  func links(_ name: String) throws {
    try gradbook.write("Words.", to: "lessons/\(name).md")
    #expect(try gradbook("run", "lessons", "-o", "out").status == 0)
    let html = String(decoding: gradbook.contents(of: "out/index.html") ?? Data(), as: UTF8.self)
    let match = try #require(html.firstMatch(of: /<h2><a href=(?:"([^"]*)"|([^ >]*))/))
    let address = String(match.output.1 ?? match.output.2 ?? "").replacing("&amp;", with: "&")
    let base = try #require(URL(string: "file:///site/"))
    let target = try #require(URL(string: address, relativeTo: base)?.absoluteURL, "\(address)")
    #expect(target.scheme == "file" && target.query == nil && target.fragment == nil)
    #expect(address.removingPercentEncoding?.replacing("./", with: "") == "\(name).html")
  }

  @Test("a lesson whose name is no text is told by its bytes, and the others run")
  func notText() throws {
    try gradbook.write("Words.", to: "lessons/good.md")
    let bad = Array((gradbook.folder.path + "/lessons/bad").utf8) + [0xFF] + Array(".md".utf8)
    let file = (bad + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { path in
        path.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
      }
    }
    #expect(file >= 0)
    close(file)
    let outcome = try gradbook("run", "lessons", "-o", "out")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the name of this file is not UTF-8 [file.name-not-utf8]"))
    #expect(outcome.errors.contains("--> lessons/bad\\xFF.md"))
    #expect(gradbook.files(in: "out") == ["good.html", "index.html"])
    let shell = gradbook.process([])
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let script = "exec \"$0\" run lessons/bad*.md -o out"
    shell.arguments = ["-c", script, Command.program]
    let errors = Pipe()
    shell.standardError = errors
    try shell.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 64)
    #expect(text.contains("'lessons/bad\\xFF.md' is not UTF-8"), "\(text)")
  }

  @Test("a lesson by the name of the list is refused, in any case", arguments: ["index", "Index"])
  func index(_ name: String) throws {
    try gradbook.write("Unique words.", to: "lessons/\(name).md")
    for command in [["run", "lessons", "-o", "out"], ["preview", "lessons", "--port", "0"]] {
      let outcome = try gradbook.outcome(of: command)
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("where the list of lessons goes; rename the lesson"))
    }
    #expect(gradbook.files(in: "out") == [])
  }
}
