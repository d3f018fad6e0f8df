import Foundation
import Testing

/// What a document holds, item by item, and the cell of a lesson that reproduces it.
///
/// A table has the columns `kind` (section, figure, formula, number, erratum), `item`, `where` and
/// `note`. Where is the label of a cell or equation, or a heading, in the lesson that the table is named
/// after, or in another one as `01-iris.md#fit`; it is empty if the item is left out, and the note then
/// gives the reason.
struct Coverage: Sendable, CustomTestStringConvertible {
  struct Row: Sendable {
    let kind: String
    let item: String
    let lesson: String
    let place: String
    let note: String
  }

  let name: String
  let rows: [Row]

  var testDescription: String { name }

  static let tables: [Coverage] = {
    let folder = (#filePath as NSString).deletingLastPathComponent + "/Coverage"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".csv") }.sorted().map { Coverage(path: "\(folder)/\($0)") }
  }()

  private init(path: String) {
    name = (path as NSString).lastPathComponent
    let own = (name as NSString).deletingPathExtension + ".md"
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    rows = (text ?? "").split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = Self.fields(of: line) + ["", "", "", ""]
      let (lesson, place) = Self.target(fields[2], own: own)
      return Row(
        kind: fields[0], item: fields[1], lesson: lesson, place: place, note: fields[3])
    }
  }

  /// `01-iris.md#fit` apart; a place without a file is in the table's own lesson.
  private static func target(_ place: String, own: String) -> (lesson: String, place: String) {
    guard let end = place.range(of: ".md") else { return (own, place) }
    return (String(place[..<end.upperBound]), String(place[end.upperBound...].drop { $0 == "#" }))
  }

  /// The fields of a line; a quoted one may hold commas, and a quote written twice.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
