import Datasets
import Diagnostics
import Foundation
import Notebooks
import Reports

/// Runs one lesson from its file to its page.
struct LessonRunner: Sendable {
  let templates: Templates
  let outputFolder: String
  let dataFolder: String?
  let parameters: [(name: String, value: String)]
  let failFast: Bool
  let progress: ProgressBar

  /// `notebooks/iris.md` is written to `iris.html`.
  static func pageName(of path: String) -> String {
    let name = (path as NSString).lastPathComponent
    return (name.hasSuffix(".md") ? String(name.dropLast(3)) : name) + ".html"
  }

  /// Runs a lesson and writes its page.
  func run(_ path: String) -> LessonResult {
    let (result, html) = make(path)
    guard let html else { return result }
    let page = LessonFiles.join(outputFolder, Self.pageName(of: path))
    do {
      // Written beside and renamed: whoever looks finds the old page or the new one, never half.
      try Data(html.utf8).write(to: URL(fileURLWithPath: page), options: .atomic)
    } catch {
      return result.failing(
        Diagnostic(
          "page.unwritable", "'\(page)' cannot be written", help: [error.localizedDescription]))
    }
    return result.written(to: page)
  }

  /// Runs a lesson; nil in place of its page if the lesson cannot be run at all.
  func make(_ path: String) -> (LessonResult, html: String?) {
    let start = ContinuousClock().now
    func result(
      _ file: SourceFile, _ diagnostics: [Diagnostic], run: Run? = nil
    ) -> LessonResult {
      LessonResult(
        file: file, diagnostics: diagnostics, page: nil, run: run,
        seconds: (ContinuousClock().now - start) / .seconds(1))
    }
    switch LessonFiles.read(path) {
    case .failure(let unreadable): return (result(unreadable.file, [unreadable.diagnostic]), nil)
    case .success(let file):
      let folder = LessonFolder(LessonFiles.folder(of: path))
      let notebook = Notebook(parsing: file, in: folder, overrides: parameters)
      if notebook.hasErrors { return (result(file, notebook.diagnostics), nil) }
      let run = notebook.run(in: session(for: notebook, at: path), failFast: failFast)
      let diagnostics = notebook.diagnostics + run.diagnostics
      do {
        let html = try templates.page(for: Report(of: run))
        return (result(file, diagnostics, run: run), html)
      } catch {
        let failure = Diagnostic("page.template", "\(error)")
        return (result(file, diagnostics + [failure], run: run), nil)
      }
    }
  }

  private func session(for notebook: Notebook, at path: String) -> Session {
    Session(
      of: notebook, in: LessonFiles.folder(of: path), dataFolder: dataFolder,
      progress: { progress.show($0, lesson: path) })
  }
}

/// What became of a lesson on the command line.
struct LessonResult: Sendable {
  let file: SourceFile
  let diagnostics: [Diagnostic]
  /// The page that was written.
  let page: String?
  let run: Run?
  let seconds: Double

  func written(to page: String) -> LessonResult {
    LessonResult(file: file, diagnostics: diagnostics, page: page, run: run, seconds: seconds)
  }

  func failing(_ diagnostic: Diagnostic) -> LessonResult {
    LessonResult(
      file: file, diagnostics: diagnostics + [diagnostic], page: nil, run: run, seconds: seconds)
  }

  var succeeded: Bool { !diagnostics.contains { $0.severity == .error } }

  func renderedDiagnostics(color: Bool) -> [String] {
    diagnostics.map { $0.rendered(in: file, color: color) }
  }

  /// Says on standard error what is wrong, and, unless quiet, what came of it.
  func tell(isQuiet: Bool) {
    for text in renderedDiagnostics(color: Terminal.usesColor) { Terminal.error(text + "\n") }
    if !isQuiet { Terminal.error(summary) }
  }

  /// `✓ notebooks/iris.md → reports/iris.html (0.08 s; 12 of 12 steps verified; 9 expectations held)`
  var summary: String {
    let errors = diagnostics.filter { $0.severity == .error }.count
    let sign = succeeded ? "✓" : "✗"
    let target = page.map { " → \($0)" } ?? ""
    var facts = ["\(seconds.formatted(.number.precision(.fractionLength(2)))) s"]
    if let steps = run?.verifiedSteps, steps.claimed > 0 {
      facts.append("\(steps.verified) of \(steps.claimed) steps verified")
    }
    if let errata = run?.errata, errata > 0 {
      facts.append(errata == 1 ? "1 erratum shown" : "\(errata) errata shown")
    }
    let counts = run?.counts
    if let held = counts?.held, held > 0 { facts.append("\(held) expectations held") }
    if let open = counts?.notChecked, open > 0 { facts.append("\(open) not checked") }
    if errors > 0 { facts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    return "\(sign) \(file.name)\(target) (\(facts.joined(separator: "; ")))"
  }
}
