import Diagnostics
import Foundation
import Notebooks

/// Notebooks for tests, run in memory.
enum Fixtures {
  /// The project's own notebooks, with their data.
  static let folder: String = {
    let tests = (#filePath as NSString).deletingLastPathComponent
    return ((tests as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
      + "/notebooks"
  }()

  static func notebook(_ text: String) -> Notebook {
    Notebook(parsing: SourceFile(name: "lesson.md", text: text))
  }

  static func run(_ text: String) -> Run {
    let notebook = notebook(text)
    return notebook.run(in: Session(of: notebook, in: folder))
  }
}
