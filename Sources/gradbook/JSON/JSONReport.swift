import Diagnostics
import Foundation
import Notebooks
import Reports

/// What `--format json` prints, as `gradbook schema` describes it.
///
/// The name of the schema changes when a reader written for the old one could fail: when something is
/// removed, renamed or means something else. New keys leave it as it is.
enum JSONReport {
  static let schema = "gradbook/1"

  /// What every command prints around its results.
  struct Envelope<Content: Encodable>: Encodable {
    let command: String
    let content: Content

    private enum Key: String, CodingKey {
      case schema, version, command
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(JSONReport.schema, forKey: .schema)
      try container.encode(Release.version, forKey: .version)
      try container.encode(command, forKey: .command)
      try content.encode(to: encoder)
    }
  }

  /// What `run` and `check` found.
  struct Lessons: Encodable {
    let succeeded: Bool
    let lessons: [JSONLesson]

    init(_ results: [LessonResult]) {
      succeeded = results.allSatisfy(\.succeeded)
      lessons = results.map(JSONLesson.init)
    }
  }

  /// One text for all that a command found.
  ///
  /// - Parameter isLine: whether it stands on one line, among others of its kind.
  static func text(of content: some Encodable, command: String, isLine: Bool = false) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !isLine { encoder.outputFormatting.insert(.prettyPrinted) }
    do {
      let data = try encoder.encode(Envelope(command: command, content: content))
      return String(decoding: data, as: UTF8.self)
    } catch {
      preconditionFailure("a report holds texts, whole numbers and JSONNumber only: \(error)")
    }
  }
}

/// A number that may be infinite or none, which JSON cannot say: it is null.
struct JSONNumber: Encodable {
  private let value: Double

  init(_ value: Double) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// Where something stands, in lines and columns from 1; columns count characters.
struct JSONPlace: Encodable {
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int

  init(_ range: Range<Int>, in file: SourceFile) {
    let (start, end) = (file.position(of: range.lowerBound), file.position(of: range.upperBound))
    (line, column) = (start.line, start.column)
    (endLine, endColumn) = (end.line, end.column)
  }
}
