import Derivations
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
    let derivations: [Derivation]
  }

  struct Derivation: Encodable {
    let line: Int
    let isErratum: Bool
    let steps: [Step]
    /// The steps of what an erratum should have been.
    let correction: [Step]
  }

  struct Step: Encodable {
    let kind: String
    let line: Int
    let verdict: String
    let error: Double?
    let points: Int?
    let assumption: String?
    let finding: String?
    let diagnosis: String?
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
      }, derivations: (result.run?.derivations ?? []).map { derivation($0, in: result.file) })
  }

  private static func derivation(_ record: DerivationRecord, in file: SourceFile) -> Derivation {
    Derivation(
      line: file.position(of: record.formula.excerpt.offset(inFile: 0)).line,
      isErratum: record.isErratum,
      steps: record.checked.steps.map { step($0, of: record.formula, in: file) },
      correction: zip([record.corrected], [record.correction]).flatMap { checked, formula in
        guard let checked, let formula else { return [Step]() }
        return checked.steps.map { step($0, of: formula, in: file) }
      })
  }

  private static func step(
    _ step: CheckedStep, of formula: SourceFormula, in file: SourceFile
  ) -> Step {
    let offset = formula.excerpt.offset(inFile: step.right.lowerBound)
    var (error, points, assumption, finding) = (Double?.none, Int?.none, String?.none, String?.none)
    switch step.verdict {
    case .verified(let evidence):
      (error, points) = (evidence.error, evidence.points)
      assumption = evidence.assumption.description
    case .refuted(let counterexample):
      (error, points, finding) = (counterexample.error, counterexample.points, counterexample.words)
      assumption = counterexample.assumption.description
    case .shape(let diagnostic), .unread(let diagnostic): finding = diagnostic.message
    case .undefined(let why): finding = why
    case .definition, .sketch: break
    }
    return Step(
      kind: step.kind.rawValue, line: file.position(of: offset).line, verdict: step.verdict.word,
      error: error.flatMap { $0.isFinite ? $0 : nil }, points: points, assumption: assumption,
      finding: finding, diagnosis: step.diagnosis.map { $0.filter { $0 != "$" } })
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
