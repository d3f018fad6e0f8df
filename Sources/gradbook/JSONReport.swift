import Diagnostics
import Foundation
import Notebooks

/// What `--format json` prints: one object for each lesson.
enum JSONReport {
  struct Lesson: Encodable {
    let file: String
    let page: String?
    let succeeded: Bool
    let seconds: Double
    let diagnostics: [Finding]
    let expectations: [Statement]
  }

  struct Finding: Encodable {
    let id: String
    let severity: String
    let message: String
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let notes: [String]
    let help: [String]
  }

  struct Statement: Encodable {
    let line: Int
    let statement: String
    let verdict: String
    let finding: String
  }

  static func text(of results: [LessonResult]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let lessons = results.map(lesson)
    guard let data = try? encoder.encode(lessons) else { return "[]" }
    return String(decoding: data, as: UTF8.self)
  }

  private static func lesson(_ result: LessonResult) -> Lesson {
    Lesson(
      file: result.file.name, page: result.page, succeeded: result.succeeded,
      seconds: result.seconds, diagnostics: result.diagnostics.map { finding($0, in: result.file) },
      expectations: (result.run?.expectations ?? []).map {
        Statement(
          line: result.file.position(of: $0.range.lowerBound).line, statement: $0.statement,
          verdict: $0.verdict.rawValue, finding: $0.finding)
      })
  }

  private static func finding(_ diagnostic: Diagnostic, in file: SourceFile) -> Finding {
    let start = diagnostic.range.map { file.position(of: $0.lowerBound) }
    let end = diagnostic.range.map { file.position(of: $0.upperBound) }
    return Finding(
      id: diagnostic.id, severity: diagnostic.severity.rawValue, message: diagnostic.message,
      line: start?.line, column: start?.column, endLine: end?.line, endColumn: end?.column,
      notes: diagnostic.notes.map(\.message), help: diagnostic.help)
  }
}
