import Diagnostics
import Foundation
import Notebooks
import Testing

@Suite("What a notebook says about mistakes")
struct DiagnosticTests {
  @Test("every mistake is shown whole, at its place", arguments: Golden.all(in: "Diagnostics"))
  func rendering(_ golden: Golden) throws {
    let file = SourceFile(name: "lesson.md", text: golden.input)
    let notebook = Notebook(parsing: file, in: LessonFolder(Fixtures.folder))
    var diagnostics = notebook.diagnostics(foreseenIn: Fixtures.folder)
    if !notebook.hasErrors {
      let run = notebook.run(in: Session(of: notebook, in: Fixtures.folder))
      diagnostics += run.diagnostics.filter { !diagnostics.contains($0) }
    }
    let text = diagnostics.map { $0.rendered(in: file) }.joined(separator: "\n\n")
    // Where the checkout lies is nobody's business.
    try golden.check(text.replacing(Fixtures.folder, with: "notebooks") + "\n")
    #expect(!diagnostics.isEmpty, "a file here shows a mistake")
  }

  /// What no notebook can bring about, and why.
  private static let unreachable = [
    "measure.argument": "a query with a wrong argument is refused before it runs",
    "plot.run": "a plot of a run that is none is refused before it runs",
    "derivation.notation": "a derivation without a notation is refused before it runs",
    "derive.wrong": "no network is known for which it happens",
    "picture.large": "five megabytes are not kept here; a test below makes them",
    "picture.unreadable": "no file is kept here that may not be read",
    "picture.broken": "no damaged picture is kept here; a test of pictures makes one",
    "notebook.mistakes": "it takes five hundred others; a test below makes them",
  ]

  @Test("a picture of more than five megabytes is not put into a page")
  func largePicture() throws {
    let folder = NSTemporaryDirectory() + "gradbook-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(count: 5_000_001).write(to: URL(fileURLWithPath: folder + "/large.png"))
    let file = SourceFile(name: "lesson.md", text: "![A large one](large.png)")
    let notebook = Notebook(parsing: file, in: LessonFolder(folder))
    #expect(notebook.diagnostics.map(\.id) == ["picture.large"])
    #expect(
      notebook.diagnostics.first?.message
        == "'large.png' has 5000001 bytes, at most 5000000 go into a page")
  }

  @Test("of very many mistakes the first are shown, and how many more there are")
  func manyMistakes() {
    let text = String(repeating: "{eval}`x` ![](https://example.org/a.png)\n\n", count: 700)
    let notebook = Notebook(parsing: SourceFile(name: "lesson.md", text: text))
    #expect(notebook.diagnostics.count == 501)
    #expect(notebook.diagnostics.dropLast().allSatisfy { $0.id == "query.name" })
    #expect(notebook.diagnostics.last?.message == "1600 more are not shown")
    #expect(notebook.hasErrors)
  }

  @Test("every kind of diagnostic is shown in a file of mistakes")
  func coverage() throws {
    let shown = try Set(
      Golden.all(in: "Diagnostics").flatMap { golden in
        golden.expected.matches(
          of: try Regex(#"\[([a-z-]+\.[a-z-]+)\]\n"#, as: (Substring, Substring).self)
        )
        .map { String($0.output.1) }
      })
    let sources = (Fixtures.folder as NSString).deletingLastPathComponent + "/Sources/Notebooks"
    var known: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(sources)/\(path)", encoding: .utf8)
      let calls = try Regex(
        #"(?:Diagnostic|CellFailure|\.warning|\breport)\(\s*"([a-z-]+\.[a-z-]+)""#,
        as: (Substring, Substring).self)
      known.formUnion(text.matches(of: calls).map { String($0.output.1) })
    }
    #expect(known.count > 60, "the sources were found and read")
    for id in known.subtracting(shown).sorted() where Self.unreachable[id] == nil {
      Issue.record("no file in Tests/NotebooksTests/Diagnostics shows '\(id)'")
    }
    for id in Self.unreachable.keys where !known.contains(id) {
      Issue.record("'\(id)' is gone; remove it here")
    }
  }
}
