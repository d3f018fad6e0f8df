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
    var total = MutationReport()
    var rejected = 0
    var failed = false
    let paths = try LessonFiles.find(lessons.paths)
    let parameters = try lessons.parameters.values(for: paths)
    for path in paths {
      switch LessonFiles.read(path) {
      case .failure(let unreadable):
        Terminal.error(unreadable.diagnostic.rendered(in: unreadable.file))
        failed = true
      case .success(let file):
        let notebook = Notebook(
          parsing: file, in: LessonFolder(LessonFiles.folder(of: path)),
          overrides: parameters.values(for: file))
        guard !notebook.hasErrors else {
          for diagnostic in notebook.diagnostics {
            Terminal.error(diagnostic.rendered(in: file, color: Terminal.usesColor))
          }
          failed = true
          continue
        }
        let mutation = notebook.mutated()
        total = total + mutation.report
        rejected += mutation.rejected
        if lessons.format == .text, !lessons.quiet {
          Terminal.output(Self.line(mutation.report, rejected: mutation.rejected, name: path))
        }
      }
    }
    print(total, rejected: rejected)
    if failed || rejected > 0 || total.share < Self.sufficient { throw ExitCode(1) }
  }

  private func print(_ report: MutationReport, rejected: Int) {
    switch lessons.format {
    case .text:
      for survivor in report.survivors {
        Terminal.output("survivor: \(survivor.change) in \(survivor.formula): \(survivor.reason)")
      }
      Terminal.output(Self.line(report, rejected: rejected, name: "all"))
    case .json:
      let survivors = report.survivors.map {
        ["formula": $0.formula, "change": $0.change, "reason": $0.reason]
      }
      let summary = Summary(
        steps: report.steps, mutants: report.mutants, refuted: report.refuted,
        equivalent: report.equivalent, share: report.share, rejected: rejected,
        survivors: survivors)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      if let data = try? encoder.encode(summary) {
        Terminal.output(String(decoding: data, as: UTF8.self))
      }
    }
  }

  private struct Summary: Encodable {
    let steps: Int
    let mutants: Int
    let refuted: Int
    let equivalent: Int
    let share: Double
    let rejected: Int
    let survivors: [[String: String]]
  }

  private static func line(_ report: MutationReport, rejected: Int, name: String) -> String {
    let share = (100 * report.share).formatted(.number.precision(.fractionLength(2)))
    return "\(name): \(report.steps) steps, \(report.mutants) mutants, \(report.refuted) refuted "
      + "(\(share) %), \(report.survivors.count) survived, \(report.equivalent) equivalent; "
      + "\(rejected) true formulas rejected"
  }
}
