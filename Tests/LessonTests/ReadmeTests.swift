import Diagnostics
import Foundation
import Notebooks
import Testing

@Suite("The README")
struct ReadmeTests {
  /// The blocks marked as Markdown, one after the other as one lesson.
  private static func lesson() throws -> String {
    let path = (Lessons.folder as NSString).deletingLastPathComponent + "/README.md"
    let data = try #require(FileManager.default.contents(atPath: path))
    let parts = String(decoding: data, as: UTF8.self).components(separatedBy: "````markdown\n")
    return parts.dropFirst().map { $0.components(separatedBy: "````")[0] }.joined(separator: "\n")
  }

  @Test("shows a lesson that runs, formulas verified and expectations held")
  func example() throws {
    let notebook = Notebook(parsing: SourceFile(name: "README.md", text: try Self.lesson()))
    #expect(notebook.diagnostics == [])
    let run = notebook.run(in: Session(of: notebook, in: Lessons.folder))
    #expect(run.diagnostics == [])
    #expect(run.counts.held > 0)
    #expect(run.verifiedSteps.claimed > 0)
  }

  @Test("names every directive")
  func directives() throws {
    let path = (Lessons.folder as NSString).deletingLastPathComponent + "/README.md"
    let data = try #require(FileManager.default.contents(atPath: path))
    let text = String(decoding: data, as: UTF8.self)
    for name in DirectiveSet.standard.names {
      #expect(text.contains("`\(name)`"), "the README does not name '\(name)'")
    }
  }
}
