import Foundation
import Notebooks

/// What fuzzing starts from.
enum Seeds {
  static func texts(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  /// The examples of the reference: every directive, in whole small lessons.
  static var lessons: [String] {
    Reference.standard.sections.flatMap(\.entries).compactMap(\.example)
  }

  /// What the directives of the examples hold: YAML, TeX and code.
  static var cells: [String] {
    lessons.flatMap { lesson in
      lesson.components(separatedBy: "```").filter { $0.hasPrefix("{") }.compactMap { cell in
        cell.firstIndex(of: "\n").map { String(cell[cell.index(after: $0)...]) }
      }
    }
  }

  /// The small files by which the readers of data are tested.
  static func files(_ ending: String, below size: Int = 2_000) -> [[UInt8]] {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("DatasetsTests/Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix("." + ending) }.compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map { [UInt8]($0) }
    }.filter { $0.count < size }
  }
}
