import Diagnostics
import Files
import Foundation
import Notebooks

/// What became of a lesson on the command line.
struct LessonResult: Sendable {
  let file: SourceFile
  var diagnostics: [Diagnostic]
  /// The page that was written.
  var page: String?
  /// A page of an earlier state of the lesson, where none could be written.
  var stalePage: String?
  /// Nil if the file could not be read.
  let notebook: Notebook?
  var run: Run?
  var time: Time

  /// Seconds that each stage took; nil for one that was not reached.
  struct Time: Sendable {
    var reading: Double
    var running: Double?
    var rendering: Double?

    var total: Double { reading + (running ?? 0) + (rendering ?? 0) }
  }

  /// Reads a lesson and checks it; nothing is run.
  init(reading path: String, parameters: LessonParameters) {
    let clock = ContinuousClock()
    let start = clock.now
    switch LessonFiles.readLesson(path) {
    case .failure(let unreadable):
      (file, diagnostics, notebook) = (unreadable.file, [unreadable.diagnostic], nil)
    case .success(let text):
      let folder = LessonFolder(PathName.folder(of: path))
      let read = Notebook(parsing: text, in: folder, overrides: parameters.values(for: text))
      (file, diagnostics, notebook) = (text, read.diagnostics, read)
    }
    time = Time(reading: (clock.now - start) / .seconds(1))
  }

  /// A lesson that was not started, since another one had failed.
  static func notRun(_ path: String) -> LessonResult {
    LessonResult(
      notRun: SourceFile(name: path, text: ""),
      Diagnostic(
        notRunID, "this lesson was not run, since another one had failed before",
        help: ["mend that one first, or leave out --fail-fast"]))
  }

  private static let notRunID = "lesson.not-run"

  private init(notRun file: SourceFile, _ diagnostic: Diagnostic) {
    (self.file, diagnostics, notebook) = (file, [diagnostic], nil)
    time = Time(reading: 0)
  }

  /// The first error that says more than that the lesson was not run.
  var firstError: Diagnostic? {
    diagnostics.first { $0.severity == .error && $0.id != Self.notRunID }
  }

  /// The same with what a run would refuse before it has computed anything.
  func foreseeing(in path: String) -> LessonResult {
    guard let notebook else { return self }
    var result = self
    result.diagnostics = notebook.diagnostics(foreseenIn: PathName.folder(of: path))
    return result
  }

  func written(to page: String) -> LessonResult {
    var result = self
    result.page = page
    return result
  }

  func failing(_ diagnostic: Diagnostic) -> LessonResult {
    var result = self
    result.diagnostics.append(diagnostic)
    return result
  }

  var succeeded: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Of each cell whether it was kept or ran, and why: `notebooks/iris.md:41: train fit: kept`.
  var keepings: [String] {
    run?.cells.compactMap { cell in
      cell.keeping.map { keeping in
        let line = file.position(of: cell.cell.head.lowerBound).line
        let name = [cell.cell.name, cell.cell.label?.value].compactMap(\.self)
          .joined(separator: " ")
        return "\(file.name.onOneLine):\(line): \(name.onOneLine): \(keeping.words.onOneLine)"
      }
    } ?? []
  }

  func renderedDiagnostics(color: Bool) -> [String] {
    // That a lesson was not run is all said in its summary.
    diagnostics.filter { $0.id != Self.notRunID }.map { $0.rendered(in: file, color: color) }
  }

  /// Says on standard error what is wrong, and, unless quiet, what came of it.
  func tell(explainingCache isExplained: Bool = false, isQuiet: Bool) {
    for text in renderedDiagnostics(color: Terminal.usesColor) { Terminal.error(text + "\n") }
    if isExplained { keepings.forEach(Terminal.error) }
    if !isQuiet { Terminal.error(summary) }
  }

  /// `✓ notebooks/iris.md → reports/iris.html (0.08 s; 12 of 12 steps verified; 9 expectations held)`
  var summary: String {
    guard diagnostics.first?.id != Self.notRunID else {
      return "– \(file.name.onOneLine) (not run)"
    }
    let errors = diagnostics.filter { $0.severity == .error }.count
    let sign = succeeded ? "✓" : "✗"
    let target = page.map { " → \($0.onOneLine)" } ?? ""
    var facts = ["\(time.total.formatted(.number.precision(.fractionLength(2)))) s"]
    if let steps = run?.verifiedSteps, steps.claimed > 0 {
      facts.append("\(steps.verified) of \(steps.claimed.counted("step")) verified")
    }
    if let errata = run?.errata, errata > 0 {
      facts.append(errata == 1 ? "1 erratum shown" : "\(errata) errata shown")
    }
    let counts = run?.counts
    if let held = counts?.held, held > 0 { facts.append(held.counted("expectation") + " held") }
    if let open = counts?.notChecked, open > 0 { facts.append("\(open) not checked") }
    if errors > 0 { facts.append(errors.counted("error")) }
    let stale = stalePage.map { "; \($0.onOneLine) is of an earlier state, and says so" } ?? ""
    return "\(sign) \(file.name.onOneLine)\(target) (\(facts.joined(separator: "; ")))\(stale)"
  }
}
