import Derivations

/// What `mutate` found: the mutants of each lesson and of all.
struct JSONMutation: Encodable {
  let succeeded: Bool
  let lessons: [Lesson]
  let total: Counts

  struct Lesson: Encodable {
    let file: String
    let diagnostics: [JSONLesson.Finding]
    /// Left out for a lesson that has errors.
    let counts: Counts?
  }

  struct Counts: Encodable {
    let steps: Int
    let mutants: Int
    let refuted: Int
    let equivalent: Int
    let share: JSONNumber
    /// True formulas that were rejected unchanged.
    let rejected: Int
    let survivors: [Survivor]

    init(_ report: MutationReport, rejected: Int) {
      steps = report.steps
      mutants = report.mutants
      refuted = report.refuted
      equivalent = report.equivalent
      share = JSONNumber(report.share)
      self.rejected = rejected
      survivors = report.survivors.map {
        Survivor(formula: $0.formula, change: $0.change, reason: $0.reason)
      }
    }
  }

  struct Survivor: Encodable {
    let formula: String
    let change: String
    let reason: String
  }

  init(
    _ results: [LessonMutation], _ total: MutationReport, rejected: Int, succeeded: Bool
  ) {
    self.succeeded = succeeded
    self.total = Counts(total, rejected: rejected)
    lessons = results.map { result in
      Lesson(
        file: result.file.name,
        diagnostics: result.diagnostics.map { JSONLesson.Finding($0, in: result.file) },
        counts: result.isSound ? Counts(result.report, rejected: result.rejected) : nil)
    }
  }
}
