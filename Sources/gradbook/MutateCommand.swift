import ArgumentParser
import Derivations
import Diagnostics
import Foundation
import Notebooks

/// `gradbook mutate`: put mistakes into the verified formulas of lessons and count which are caught.
struct MutateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Put mistakes into verified formulas and count how many the checker refutes.",
    discussion: """
      Each verified step is perturbed: indices swapped, transposes, primes and signs changed, factors \
      2 and 1/m put in, layers shifted, terms dropped. A mutant that says the same as before is no \
      mistake and counts in neither number. Exit status: 0 if at least 99 % are refuted and no true \
      formula is rejected, else 1.
      """)

  @OptionGroup var lessons: LessonOptions

  /// What is asked of the checker.
  private static let sufficient = 0.99

  func run() throws {
    var results: [LessonMutation] = []
    let paths = try LessonFiles.find(lessons.paths)
    let parameters = try lessons.parameters.values(for: paths)
    for path in paths {
      let result = LessonMutation(of: path, parameters: parameters)
      results.append(result)
      guard lessons.format == .text else { continue }
      for diagnostic in result.diagnostics {
        Terminal.error(diagnostic.rendered(in: result.file, color: Terminal.usesColor))
      }
      if result.isSound, !lessons.quiet {
        Terminal.output(Self.line(result.report, rejected: result.rejected, name: path.onOneLine))
      }
    }
    let total = results.reduce(MutationReport()) { $0 + $1.report }
    let rejected = results.reduce(0) { $0 + $1.rejected }
    let succeeded =
      results.allSatisfy(\.isSound) && rejected == 0 && total.share >= Self.sufficient
    switch lessons.format {
    case .text:
      for survivor in total.survivors {
        Terminal.output(
          "survivor: "
            + "\(survivor.change) in \(survivor.formula): \(survivor.reason)".onOneLine)
      }
      Terminal.output(Self.line(total, rejected: rejected, name: "all"))
    case .json:
      let content = JSONMutation(results, total, rejected: rejected, succeeded: succeeded)
      Terminal.output(JSONReport.text(of: content, command: "mutate"))
    }
    if !succeeded { throw ExitCode(1) }
  }

  private static func line(_ report: MutationReport, rejected: Int, name: String) -> String {
    let share = (100 * report.share).formatted(.number.precision(.fractionLength(2)))
    return
      "\(name): \(report.steps.counted("step")), \(report.mutants.counted("mutant")), \(report.refuted) refuted "
      + "(\(share) %), \(report.survivors.count) survived, \(report.equivalent) equivalent; "
      + "\(rejected.counted("true formula")) rejected"
  }
}

/// What became of the mutants of one lesson.
struct LessonMutation {
  let file: SourceFile
  let diagnostics: [Diagnostic]
  /// Whether the lesson could be read and has no errors; else nothing was mutated.
  let isSound: Bool
  let report: MutationReport
  /// How many true formulas were rejected.
  let rejected: Int

  init(of path: String, parameters: LessonParameters) {
    let lesson = LessonResult(reading: path, parameters: parameters)
    file = lesson.file
    isSound = lesson.succeeded
    diagnostics = isSound ? [] : lesson.diagnostics
    (report, rejected) =
      isSound ? lesson.notebook?.mutated() ?? (MutationReport(), 0) : (MutationReport(), 0)
  }
}
