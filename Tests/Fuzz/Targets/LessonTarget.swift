import Diagnostics
import Foundation
import Notebooks
import Synchronization

extension FuzzTarget {
  /// How many lessons passed `check` and were run.
  public static let lessons = Atomic<Int>(0)

  /// The lesson that the fuzzer's bytes become.
  public static func lessonText(_ bytes: [UInt8]) -> String {
    var writer = LessonWriter(bytes)
    return writer.lesson()
  }

  /// A lesson made from the tokens of the language; if it passes `check`, it is run in this process.
  static let lesson = FuzzTarget("lesson") {
    var mutator = Mutator(seed: 1)
    return (0..<64).map { 8 * ($0 % 16 + 1) }.map { mutator.noise($0) }
  } run: { bytes in
    guard bytes.count <= 512 else { return }
    let file = SourceFile(name: "lesson.md", text: lessonText(bytes))
    let notebook = Notebook(parsing: file)
    guard !notebook.hasErrors else { return }
    lessons.add(1, ordering: .relaxed)
    let folder = FileManager.default.temporaryDirectory.path
    let run = notebook.run(in: Session(of: notebook, in: folder))
    _ = run.diagnostics.map { $0.rendered(in: file) }
  }
}
