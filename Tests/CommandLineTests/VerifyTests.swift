import Foundation
import Testing

@Suite("gradbook verify")
struct VerifyTests {
  private let gradbook: Command

  init() throws {
    gradbook = try Command()
    try gradbook.write(Self.lesson, to: "a.md")
    try #require(try gradbook("run", "a.md", "-q").status == 0)
  }

  private static let lesson = "---\ntitle: Å, Ω and K\n---\n\nÉmile: {eval}`6 * 7`.\n"

  private func page(_ name: String = "a") -> String {
    String(decoding: gradbook.contents(of: "reports/\(name).html") ?? Data(), as: UTF8.self)
  }

  @Test(
    "a page whose letters were exchanged for others that look alike does not come out",
    arguments: [
      ("É", "E\u{301}", "\\u{C9}mile", "E\\u{301}mile"),
      ("Å", "\u{212B}", "\\u{C5}", "\\u{212B}"), ("Ω", "\u{2126}", "\\u{3A9}", "\\u{2126}"),
      ("K", "\u{212A}", "K", "\\u{212A}"),
    ])
  func lookAlikes(_ letter: String, _ other: String, _ now: String, _ was: String) throws {
    #expect(try gradbook("verify", "reports/a.html").status == 0)
    // As bytes, which are not exchanged for those that mean the same.
    let changed = page().replacingOccurrences(of: letter, with: other, options: .literal)
    try gradbook.write(Data(changed.utf8), to: "reports/a.html")
    let outcome = try gradbook("verify", "reports/a.html")
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.contains(" was: ") && $0.contains(was) }, "\(outcome.output)")
    #expect(lines.contains { $0.contains(" is:  ") && $0.contains(now) }, "\(outcome.output)")
  }

  @Test("lines that came, went or changed are told by themselves, the first twenty of them")
  func differences() throws {
    let lines = page().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = try #require(lines.firstIndex { $0.contains(">42</span>") })
    var changed = lines
    changed[place] = lines[place].replacing(">42</span>", with: ">43</span>")
    changed.insert("<p>More.</p>", at: place + 1)
    changed.remove(at: 1)
    try gradbook.write(changed.joined(separator: "\n"), to: "reports/a.html")
    let output = try gradbook("verify", "reports/a.html").output.split(separator: "\n")
    #expect(output.count == 4)
    #expect(output.first == "line 2 is:  \(lines[1])")
    #expect(output.contains { $0.hasPrefix("line \(place) was: ") && $0.contains(">43</span>") })
    #expect(
      output.contains { $0.hasPrefix("line \(place + 1) is:  ") && $0.contains(">42</span>") })
    #expect(output.last == "line \(place + 1) was: <p>More.</p>")
  }

  @Test("of a page with very many foreign lines the first are shown, soon", .timeLimit(.minutes(1)))
  func foreign() throws {
    let head = page().components(separatedBy: "<title>")[0]
    let lines = (0..<200_000).map { "<p>\($0)</p>" }.joined(separator: "\n")
    try gradbook.write(head + "\n" + lines, to: "reports/a.html")
    let outcome = try gradbook("verify", "reports/a.html")
    #expect(outcome.status == 1)
    #expect(outcome.output.split(separator: "\n").count == 20)
  }

  @Test("apostrophes, quotes and what looks like an escape go through run, index and verify")
  func apostrophe() throws {
    let title = "It's Newton's \"&lt;b&gt;\" & &#39;more&#39;"
    let quoted = title.replacing("'", with: "''")
    try gradbook.write(
      "---\ntitle: '\(quoted)'\nparams: {who: it's}\n---\n\nWords.\n", to: "it's.md")
    let run = try gradbook("run", "it's.md", "-q", "-P", "who:Newton's &amp;\u{7F}")
    #expect(run.status == 0, "\(run.errors)")
    let index = page("index").split(separator: "\n").filter { $0.contains("it's.html") }
    #expect(
      index.first?.hasSuffix(
        "<h2><a href=\"it's.html\">It's Newton's &quot;&amp;lt;b&amp;gt;&quot; &amp; "
          + "&amp;#39;more&amp;#39;</a></h2>") == true, "\(index)")
    let outcome = try gradbook("verify", "reports/it's.html")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test(
    "a page that names a lesson by its folder is not believed",
    arguments: ["/etc/passwd", "../a.md", "sub/a.md", "a.md\\u0000"])
  func otherLesson(_ name: String) throws {
    try gradbook.write("Words.\n", to: "sub/a.md")
    let named = page().replacing("&quot;a.md&quot;", with: "&quot;\(name)&quot;")
    try gradbook.write(named, to: "reports/a.html")
    let outcome = try gradbook("verify", "reports/a.html")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("names a lesson in a folder of its own choice"))
    #expect(outcome.errors.contains("--notebook"))
    #expect(try gradbook("verify", "reports/a.html", "--notebook", "a.md").status == 1)
  }

  @Test("control characters of a page do not reach the terminal")
  func controls() throws {
    let changed = page().replacing("mile", with: "\u{1B}[31mmile\r\u{202E}")
      .replacing("0.1.0", with: "\\u001B]0;x")
    try gradbook.write(changed, to: "reports/a.html")
    let outcome = try gradbook("verify", "reports/a.html")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\\u{1B}[31mmile\\u{D}\\u{202E}"))
    #expect(outcome.output.contains("version \\u{1B}]0;x"))
    #expect(
      !outcome.output.unicodeScalars.contains { "\u{1B}\r\u{202E}".unicodeScalars.contains($0) })
  }

  @Test("a pipe is no page, and does not keep it waiting", .timeLimit(.minutes(1)))
  func pipe() throws {
    try #require(mkfifo(gradbook.folder.path + "/reports/pipe.html", 0o600) == 0)
    #expect(try gradbook("verify", "reports/pipe.html").status == 1)
    #expect(try gradbook("run", "a.md", "-q").status == 0, "nor does the index wait for it")
    #expect(page("index").contains("href=\"a.html\""))
  }
}
