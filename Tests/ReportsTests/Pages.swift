import Diagnostics
import Foundation
import Notebooks
import Reports
import Testing

/// Pages for tests, made in memory.
enum Pages {
  private static let root: String = {
    let tests = ((#filePath as NSString).deletingLastPathComponent as NSString)
      .deletingLastPathComponent
    return (tests as NSString).deletingLastPathComponent
  }()

  /// The project's own notebooks, with their data.
  static let notebooks = root + "/notebooks"

  static func html(of text: String, in folder: String = notebooks) throws -> String {
    try html(of: run(text, in: folder))
  }

  static func html(of run: Run) throws -> String { try templates().page(for: Report(of: run)) }

  /// The page that leads to one lesson, whose page has this name.
  static func index(of text: String, page: String) throws -> String {
    let summary = LessonSummary(of: try run(text, in: notebooks))
    return try templates().page(for: Index([Index.Entry(page: page, summary: summary)]))
  }

  private static func templates() throws -> Templates { try Templates(folder: root + "/templates") }

  private static func run(_ text: String, in folder: String) throws -> Run {
    let notebook = Notebook(parsing: SourceFile(name: "lesson.md", text: text))
    let errors = notebook.diagnostics.map { $0.rendered(in: notebook.file) }
    let isSound = !notebook.hasErrors
    try #require(isSound, "\(errors.joined(separator: "\n"))")
    return notebook.run(in: Session(of: notebook, in: folder))
  }

  static func tree(of text: String, in folder: String = notebooks) throws -> PageTree {
    try PageTree(html(of: text, in: folder))
  }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gradbook-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }
}
