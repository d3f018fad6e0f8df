import ArgumentParser
import Diagnostics
import Notebooks

/// `gradbook check`: everything that can be known of a lesson without running it.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong in lessons without running them.")

  @OptionGroup var lessons: LessonOptions

  func run() async throws {
    let paths = try LessonFiles.find(lessons.paths)
    let parameters = try lessons.parameters.values(for: paths)
    var results: [LessonResult] = []
    let queue = LessonQueue(jobs: Machine.jobs, stopsAtFailure: false) { path in
      LessonResult(reading: path, parameters: parameters).foreseeing(in: path)
    }
    await queue.forEach(of: paths) { result in
      results.append(result)
      guard lessons.format == .text else { return }
      for text in result.renderedDiagnostics(color: Terminal.usesColor) {
        Terminal.error(text + "\n")
      }
    }
    switch lessons.format {
    case .text:
      if !lessons.quiet {
        Terminal.error(summary(of: results))
        ExplanationPage.hint(about: results.lazy.compactMap(\.firstError).first).map(Terminal.error)
      }
    case .json: Terminal.output(JSONReport.text(of: JSONReport.Lessons(results), command: "check"))
    }
    if results.contains(where: { !$0.succeeded }) { throw ExitCode(1) }
  }

  private func summary(of results: [LessonResult]) -> String {
    let diagnostics = results.flatMap(\.diagnostics)
    let errors = diagnostics.filter { $0.severity == .error }.count
    let warnings = diagnostics.count - errors
    let found = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map {
      $0.0.counted($0.1)
    }
    return "\(results.count.counted("lesson")) checked: "
      + (found.isEmpty ? "nothing wrong" : found.joined(separator: ", "))
  }
}
