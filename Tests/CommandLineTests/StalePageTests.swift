import Foundation
import Testing

@Suite("A page of before")
struct StalePageTests {
  private let gradbook: Command

  init() throws {
    gradbook = try Command()
    try gradbook.write("---\nlang: ru\n---\n\nThe old text.", to: "lessons/a.md")
    try gradbook.write("Another.", to: "lessons/b.md")
    #expect(try gradbook("run", "lessons", "-o", "out").status == 0)
  }

  private func text(_ name: String) -> String {
    String(decoding: gradbook.contents(of: "out/\(name)") ?? Data(), as: UTF8.self)
  }

  @Test(
    "says that it is not of its lesson any more, and so does the list",
    arguments: ["---\ntitel: x\n---\n", "$\\alhpa$", "@eq-none", "```{data}\nfile: [\n```", ""])
  func marked(_ lesson: String) throws {
    let first = text("a.html")
    try gradbook.write(lesson, to: "lessons/a.md")
    let outcome = try gradbook("run", "lessons", "-o", "out")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("out/a.html is of an earlier state, and says so"))
    let page = text("a.html")
    #expect(
      page.contains("The old text") && page.contains("role=\"alert\"")
        || page.contains("role=alert"))
    #expect(page.contains("Это страница прежней версии урока"))
    #expect(page.contains("gradbook check lessons/a.md"))
    #expect(text("index.html").contains("page of an earlier state of the lesson"))
    // Once is enough.
    _ = try gradbook("run", "lessons", "-o", "out")
    #expect(text("a.html") == page)
    try gradbook.write("---\nlang: ru\n---\n\nThe old text.", to: "lessons/a.md")
    #expect(try gradbook("run", "lessons", "-o", "out").status == 0)
    #expect(text("a.html") == first)
    #expect(!text("index.html").contains("earlier state"))
  }

  @Test("a page that Gradbook did not make is left as it is")
  func foreign() throws {
    try gradbook.write("<html><body>mine</body></html>", to: "out/c.html")
    try gradbook.write("$\\alhpa$", to: "lessons/c.md")
    #expect(try gradbook("run", "lessons/c.md", "-o", "out").status == 1)
    #expect(text("c.html") == "<html><body>mine</body></html>")
  }
}
