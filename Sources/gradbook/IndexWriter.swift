import Files
import Foundation
import Reports

/// Writes `index.html`, which leads to every page of a folder.
///
/// Every page carries what the index says of it, and the index is made of the pages that are there. So
/// several processes can fill one folder, in any order and at the same time.
struct IndexWriter {
  let templates: Templates
  let folder: String
  /// Where lessons are: a page whose lesson has gone from there is not listed.
  let lessonFolders: Set<String>

  static let name = "index.html"
  /// What a page says of itself stands before its stylesheet.
  private static let head = 1 << 18
  /// Another process would have to write a page just between every two looks.
  private static let mostRounds = 100

  /// Writes the index, again as long as other processes add pages meanwhile: whoever is the last to
  /// write has looked after that, and found nothing new.
  func write() throws {
    var written: [Index.Entry] = []
    for _ in 0..<Self.mostRounds {
      let entries = entries()
      guard entries != written else { return }
      try write(entries)
      written = entries
    }
  }

  private func entries() -> [Index.Entry] {
    let names = (try? FolderListing(of: folder))?.names ?? []
    return names.filter { $0.hasSuffix(".html") && $0 != Self.name }.compactMap { name in
      let path = LessonFiles.join(folder, name)
      guard LessonFiles.isRegularFile(path), let handle = FileHandle(forReadingAtPath: path),
        let data = try? handle.read(upToCount: Self.head),
        case let html = String(decoding: data, as: UTF8.self),
        let provenance = Provenance(readingPage: html),
        let summary = provenance.summary, hasLesson(provenance.notebook)
      else { return nil }
      return Index.Entry(page: name, summary: summary, isStale: StalePage.isMarked(html))
    }
  }

  private func hasLesson(_ name: String) -> Bool {
    lessonFolders.contains {
      FileManager.default.fileExists(atPath: LessonFiles.join($0, name))
    }
  }

  private func write(_ entries: [Index.Entry]) throws {
    let path = LessonFiles.join(folder, Self.name)
    let html: String
    do throws(TemplateError) {
      html = try templates.page(for: Index(entries))
    } catch {
      throw Failure("\(error)", help: error.help)
    }
    do throws(FileError) {
      try WholeFile.write(html.utf8, to: path)
    } catch {
      throw Failure("'\(path)' cannot be written", error)
    }
  }
}
