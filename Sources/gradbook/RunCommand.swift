import ArgumentParser
import Diagnostics
import Foundation
import Notebooks
import Reports

/// `gradbook run`: execute lessons and write their pages.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Execute lessons and write one HTML page for each.",
    discussion: """
      Without a path, the lessons in the folder 'notebooks' are run. Exit status: 0 if everything \
      held, 1 if something in a lesson failed, 64 for wrong usage.
      """)

  @OptionGroup var lessons: LessonOptions

  @Option(
    name: [.customShort("o"), .customLong("output-dir")],
    help: ArgumentHelp("Where the pages go.", valueName: "folder"))
  var outputFolder = "reports"

  @Option(help: ArgumentHelp("Look for datasets here first.", valueName: "folder"))
  var dataDir: String?

  @Option(help: ArgumentHelp("How many lessons to run at the same time.", valueName: "n"))
  var jobs = 1

  @OptionGroup var cache: CacheOptions

  @Flag(exclusivity: .exclusive)
  var afterFailure = AfterFailure.keepGoing

  @Option(help: ArgumentHelp("Use the templates in this folder.", valueName: "folder"))
  var templates: String?

  func validate() throws {
    guard (1...64).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 64, not \(jobs)")
    }
  }

  func run() async throws {
    let paths = try LessonFiles.find(lessons.paths)
    try checkNames(paths)
    let templates = try TemplateFolder.load(templates)
    try makeOutputFolder()
    let progress = ProgressBar(isShown: Terminal.isErrorTerminal && !lessons.quiet && jobs == 1)
    let runner = LessonRunner(
      templates: templates, outputFolder: outputFolder, dataFolder: dataDir,
      parameters: try lessons.parameters.values(for: paths),
      failFast: afterFailure == .failFast, store: cache.store, progress: progress)
    let results = await runAll(paths, with: runner)
    progress.clear()
    try writeIndex(of: results, with: templates)
    print(results)
    if results.contains(where: { !$0.succeeded }) { throw ExitCode(1) }
  }

  /// Runs the lessons, at most `jobs` at the same time; the results come in the order of `paths`.
  private func runAll(_ paths: [String], with runner: LessonRunner) async -> [LessonResult] {
    await withTaskGroup(of: (Int, LessonResult).self) { group in
      var waiting = paths.enumerated().makeIterator()
      func start(_ next: (offset: Int, element: String)) {
        group.addTask { (next.offset, runner.run(next.element)) }
      }
      for _ in 0..<jobs { waiting.next().map(start) }
      var results: [LessonResult?] = Array(repeating: nil, count: paths.count)
      while let (index, result) = await group.next() {
        results[index] = result
        waiting.next().map(start)
      }
      return results.compactMap(\.self)
    }
  }

  /// Writes `index.html`, which leads to every page that was written.
  private func writeIndex(of results: [LessonResult], with templates: Templates) throws {
    let entries = results.compactMap { result -> Index.Entry? in
      guard let run = result.run, let page = result.page else { return nil }
      return Index.Entry(
        of: run, page: (page as NSString).lastPathComponent, seconds: result.time.total)
    }
    guard !entries.isEmpty else { return }
    let path = LessonFiles.join(outputFolder, "index.html")
    do {
      let html = try templates.page(for: Index(entries))
      try Data(html.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ValidationError("'\(path)' cannot be written: \(error)")
    }
  }

  private func print(_ results: [LessonResult]) {
    switch lessons.format {
    case .text:
      for result in results {
        for text in result.renderedDiagnostics(color: Terminal.usesColor) {
          Terminal.error(text + "\n")
        }
        if cache.isExplained { result.keepings.forEach(Terminal.error) }
        if !lessons.quiet { Terminal.error(result.summary) }
      }
      if !lessons.quiet { ExplanationPage.hint(after: results).map(Terminal.error) }
    case .json: Terminal.output(JSONReport.text(of: JSONReport.Lessons(results), command: "run"))
    }
  }

  /// Two lessons of the same name would write the same page.
  private func checkNames(_ paths: [String]) throws {
    var taken: [String: String] = [:]
    for path in paths {
      let name = LessonRunner.pageName(of: path)
      if let other = taken[name] {
        throw ValidationError("'\(other)' and '\(path)' would both be written to '\(name)'")
      }
      taken[name] = path
    }
  }

  private func makeOutputFolder() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: outputFolder, withIntermediateDirectories: true)
    } catch {
      throw ValidationError("the folder '\(outputFolder)' cannot be made")
    }
  }
}

/// What becomes of the rest of a lesson when a cell has failed.
enum AfterFailure: EnumerableFlag {
  case keepGoing
  case failFast

  static func help(for value: AfterFailure) -> ArgumentHelp? {
    switch value {
    case .keepGoing: "Run what does not need the cell that failed."
    case .failFast: "Stop a lesson at its first failure."
    }
  }
}
