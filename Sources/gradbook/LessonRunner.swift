import Datasets
import Diagnostics
import Files
import Foundation
import Notebooks
import Reports

/// Runs one lesson from its file to its page.
struct LessonRunner: Sendable {
  let templates: Templates
  let outputFolder: String
  let dataFolder: String?
  let parameters: LessonParameters
  let failFast: Bool
  /// What is kept of earlier runs; nil if every cell is to run.
  var store: CellStore?
  let progress: ProgressBar

  /// `notebooks/iris.md` is written to `iris.html`.
  static func pageName(of path: String) -> String {
    let name = PathName.name(of: path)
    return (name.hasSuffix(".md") ? String(name.dropLast(3)) : name) + ".html"
  }

  /// Runs a lesson and writes its page.
  func run(_ path: String) -> LessonResult {
    let (result, html) = make(path)
    let page = LessonFiles.join(outputFolder, Self.pageName(of: path))
    guard let html else { return markStale(page, result) }
    do throws(FileError) {
      try WholeFile.write(html.utf8, to: page)
    } catch {
      return markStale(
        page,
        result.failing(
          Diagnostic(
            "page.unwritable", "'\(page)' cannot be written: \(error)",
            help: [error.help].compactMap(\.self))))
    }
    return result.written(to: page)
  }

  /// Lets a page of before say that it is not of the lesson as it is now.
  private func markStale(_ page: String, _ result: LessonResult) -> LessonResult {
    guard let old = LessonFiles.contents(ofRegularFile: page),
      let marked = StalePage.marked(String(decoding: old, as: UTF8.self), lesson: result.file.name)
    else { return result }
    var result = result
    result.stalePage = page
    // Where even this cannot be written, the terminal says it.
    try? WholeFile.write(marked.utf8, to: page)
    return result
  }

  /// Runs a lesson; nil in place of its page if the lesson cannot be run at all.
  func make(_ path: String) -> (LessonResult, html: String?) {
    var result = LessonResult(reading: path, parameters: parameters)
    guard let notebook = result.notebook, !notebook.hasErrors else { return (result, nil) }
    let clock = ContinuousClock()
    let start = clock.now
    let run = notebook.run(in: session(for: notebook, at: path), failFast: failFast)
    let end = clock.now
    result.run = run
    result.time.running = (end - start) / .seconds(1)
    result.diagnostics += run.diagnostics
    do throws(TemplateError) {
      let html = try templates.page(for: Report(of: run))
      if let refusal = PageLimit.refusal(of: html) { return (result.failing(refusal), nil) }
      if let warning = Templates.fontWarning(forPage: html) { result.diagnostics.append(warning) }
      result.time.rendering = (clock.now - end) / .seconds(1)
      return (result, html)
    } catch {
      return (result.failing(Diagnostic("page.template", "\(error)", help: error.help)), nil)
    }
  }

  private func session(for notebook: Notebook, at path: String) -> Session {
    Session(
      of: notebook, in: PathName.folder(of: path), dataFolder: dataFolder, store: store,
      progress: { progress.show($0, lesson: path) })
  }
}
