import ArgumentParser
import Diagnostics
import Files
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
      held, 1 if something failed, 64 for wrong usage; 130 and 143 if Ctrl-C or the system ended it.
      """)

  @OptionGroup var lessons: LessonOptions

  @Option(
    name: [.customShort("o"), .customLong("output-dir")],
    help: ArgumentHelp("Where the pages go.", valueName: "folder"))
  var outputFolder = "reports"

  @Option(help: ArgumentHelp("Look for datasets here first.", valueName: "folder"))
  var dataDir: String?

  @Option(help: Jobs.help)
  var jobs = Jobs.number(1)

  @Option(
    help: ArgumentHelp(
      "Run only the i-th of n parts of the lessons; all parts together make the same folder.",
      valueName: "i/n"))
  var shard: Shard?

  @OptionGroup var cache: CacheOptions

  @Flag(exclusivity: .exclusive)
  var afterFailure = AfterFailure.keepGoing

  @Option(help: ArgumentHelp("Use the templates in this folder.", valueName: "folder"))
  var templates: String?

  func validate() throws { try jobs.validate() }

  func run() async throws {
    let all = try LessonFiles.find(lessons.paths)
    try LessonFiles.checkNames(all)
    let parameters = try lessons.parameters.values(for: all)
    let templates = try TemplateFolder.load(templates)
    try makeOutputFolder()
    // What killed runs left goes first, also where this run comes to write nothing.
    for folder in Set([outputFolder] + all.map(PathName.folder)) { Leftovers.sweep(folder) }
    cache.store?.sweep()
    let paths = shard?.part(of: all) ?? all
    if let shard, paths.isEmpty, !lessons.quiet {
      let count = all.count == 1 ? "there is one lesson" : "there are \(all.count) lessons"
      Terminal.error("no lesson is in part \(shard): \(count)")
    }
    let progress = ProgressBar(
      isShown: Terminal.isErrorTerminal && !lessons.quiet && jobs.count == 1)
    let runner = LessonRunner(
      templates: templates, outputFolder: outputFolder, dataFolder: dataDir,
      parameters: parameters, failFast: afterFailure == .failFast, store: cache.store,
      progress: progress)
    let queue = LessonQueue(
      jobs: jobs.count, stopsAtFailure: afterFailure == .failFast, run: runner.run)
    var results: [LessonResult] = []
    var failure: Diagnostic?
    var succeeded = true
    await queue.forEach(of: paths) { result in
      progress.clear()
      succeeded = succeeded && result.succeeded
      // What lessons made is let go of as soon as it has been told.
      switch lessons.format {
      case .text: result.tell(explainingCache: cache.isExplained, isQuiet: lessons.quiet)
      case .json: results.append(result)
      }
      failure = failure ?? result.firstError
    }
    progress.clear()
    if cache.isExplained, let store = cache.store, let error = CellStore.lastRefusal {
      Terminal.error("not everything is kept in \(store.folder.onOneLine): \(error)")
    }
    try IndexWriter(
      templates: templates, folder: outputFolder,
      lessonFolders: Set(all.map(PathName.folder))
    ).write()
    switch lessons.format {
    case .text: if !lessons.quiet { ExplanationPage.hint(about: failure).map(Terminal.error) }
    case .json: Terminal.output(JSONReport.text(of: JSONReport.Lessons(results), command: "run"))
    }
    if !succeeded { throw ExitCode(1) }
  }

  private func makeOutputFolder() throws {
    if FileManager.default.fileExists(atPath: outputFolder), !LessonFiles.isFolder(outputFolder) {
      throw ValidationError("'\(outputFolder)' is a file; name a folder for the pages")
    }
    do throws(FileError) {
      try WholeFile.makeFolder(outputFolder)
    } catch {
      throw Failure("the folder '\(outputFolder)' cannot be made", error)
    }
  }
}

/// What becomes of the rest when a cell has failed.
enum AfterFailure: EnumerableFlag {
  case keepGoing
  case failFast

  static func help(for value: AfterFailure) -> ArgumentHelp? {
    switch value {
    case .keepGoing: "Run what does not need the cell that failed."
    case .failFast: "Stop at the first failure, and start no other lesson."
    }
  }
}
