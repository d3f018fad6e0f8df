import Diagnostics
import Foundation
import Notebooks
import Testing

@Suite("What 'gradbook explain' says")
struct ExplanationTests {
  private static let withExamples = Explanation.all.filter { $0.example != nil }

  private static func ids(of lesson: String) -> [String] {
    let notebook = Notebook(
      parsing: SourceFile(name: "lesson.md", text: lesson), in: LessonFolder(Fixtures.folder))
    let known = notebook.diagnostics(foreseenIn: Fixtures.folder)
    guard !notebook.hasErrors else { return known.map(\.id) }
    let run = notebook.run(in: Session(of: notebook, in: Fixtures.folder))
    return (known + run.diagnostics.filter { !known.contains($0) }).map(\.id)
  }

  @Test("every example has the mistake it is for", arguments: withExamples.map(\.id))
  func mistake(_ id: String) throws {
    let example = try #require(Explanation.of(id)?.example)
    let ids = Self.ids(of: example.lesson)
    #expect(ids.contains(id), "\(ids)\n\(example.mistake.prefix(300))")
  }

  @Test("mended, it has none", arguments: withExamples.map(\.id))
  func mended(_ id: String) throws {
    let example = try #require(Explanation.of(id)?.example)
    #expect(example.mistake != example.mended)
    let ids = Self.ids(of: example.mendedLesson)
    #expect(!ids.contains(id), "\(example.mended)")
    // A lesson that is told to be right is right, but for files that are the reader's own, and pictures
    // that only a reader has.
    let others = ids.filter { !["data.missing", "picture.web"].contains($0) }
    #expect(others.isEmpty, "\(ids)\n\(example.mended)")
  }

  @Test("every option that an explanation names exists")
  func options() {
    // 'name: value' stands for any option.
    let names = Set(Reference.standard.names + ["name"])
    for explanation in Explanation.all {
      let quoted = explanation.meaning.matches(
        of: /'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(: [^'\n]*)?'/)
      for match in quoted where match.1.contains("-") || match.2 != nil {
        #expect(names.contains(String(match.1)), "\(explanation.id) names '\(match.1)'")
      }
    }
  }

  @Test("every kind of diagnostic in the sources is explained, once, and no other")
  func coverage() throws {
    let sources = (Fixtures.folder as NSString).deletingLastPathComponent + "/Sources"
    let calls = try Regex(
      #"(?:(?:Diagnostic|CellFailure|\.warning|\breport|\breturn |self\.init|message\) =\s*)\(|ID = |\bid = )\s*"([a-z-]+\.[a-z0-9-]+)""#,
      as: (Substring, Substring).self)
    // Those whose id is put together: of data by the kind of error, of TeX by the kind of script.
    var known: Set<String> = ["tex.double-superscript", "tex.double-subscript"]
    let kinds = ["missing", "unreadable", "malformed", "tooLarge", "unsupported", "invalid"]
    known.formUnion(kinds.map { "data." + $0 })
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources)
    where path.hasSuffix(".swift") && !path.contains("Explanations/") {
      let text = try String(contentsOfFile: "\(sources)/\(path)", encoding: .utf8)
      known.formUnion(text.matches(of: calls).map { String($0.output.1) })
    }
    let explained = Explanation.all.map(\.id)
    #expect(known.count > 190, "the sources were found and read")
    #expect(known.subtracting(explained).sorted() == [], "these are not explained")
    #expect(Set(explained).subtracting(known).sorted() == [], "these are not in the sources")
    #expect(Set(explained).count == explained.count)
  }
}
