import Diagnostics
import Foundation
import Markdown
import Notebooks
import Testing

@Suite("The lessons that come with the project")
struct LessonTests {
  @Test("a lesson has nothing that 'gradbook check' complains about", arguments: Lessons.names)
  func check(_ name: String) throws {
    #expect(try Lessons.notebook(name).diagnostics == [])
  }

  @Test("a lesson has a title, a subtitle and says what it reproduces", arguments: Lessons.names)
  func frontMatter(_ name: String) throws {
    let front = try Lessons.notebook(name).frontMatter
    #expect(front.title != nil)
    #expect(front.subtitle != nil)
    #expect(front.source != nil || name.contains("gallery"))
  }

  @Test(
    "every item of a document is found where its coverage table says", arguments: Coverage.tables)
  func coverage(_ table: Coverage) throws {
    #expect(!table.rows.isEmpty)
    for row in table.rows {
      if row.place.isEmpty {
        #expect(!row.note.isEmpty, "'\(row.item)' is left out without a reason")
      } else {
        let places = try Lessons.places(in: row.lesson)
        #expect(places.contains(row.place), "'\(row.item)': \(row.lesson) has no '\(row.place)'")
      }
    }
  }

  @Test("every lesson that reproduces a document has a coverage table", arguments: Lessons.names)
  func documents(_ name: String) throws {
    guard try Lessons.notebook(name).frontMatter.source != nil else { return }
    #expect(Coverage.tables.flatMap(\.rows).contains { $0.lesson == name })
  }
}

/// The notebooks of the project.
enum Lessons {
  static let folder: String = {
    let tests = (#filePath as NSString).deletingLastPathComponent
    return ((tests as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
      + "/notebooks"
  }()

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
  }()

  static func notebook(_ name: String) throws -> Notebook {
    try #require(notebooks[name], "there is no lesson '\(name)'")
  }

  /// Every lesson, read once: their derivations make that the slow part.
  private static let notebooks: [String: Notebook] = {
    let read = names.compactMap { name -> (String, Notebook)? in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return nil }
      let file = SourceFile(name: name, text: String(decoding: data, as: UTF8.self))
      return (name, Notebook(parsing: file, in: LessonFolder(folder)))
    }
    return Dictionary(uniqueKeysWithValues: read)
  }()

  /// The labels of a lesson's cells and equations, and the words of its headings.
  static func places(in name: String) throws -> Set<String> {
    let notebook = try notebook(name)
    var places: Set<String> = [""]
    for cell in notebook.cells {
      switch cell {
      case .directive(let cell):
        if let label = cell.label?.value { places.insert(label) }
      case .prose(let blocks):
        for block in blocks {
          switch block.kind {
          case .heading(let heading): places.formUnion([heading.content.plainText, heading.id])
          case .formula(let formula): if let label = formula.label { places.insert(label.text) }
          default: break
          }
        }
      }
    }
    return places
  }
}
