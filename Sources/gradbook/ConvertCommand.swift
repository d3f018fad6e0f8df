import ArgumentParser
import Conversion
import Diagnostics
import Foundation
import Notebooks
import Reports

/// `gradbook convert`: a lesson as a document of another kind, and a Jupyter notebook as a lesson.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract:
      "Turn a lesson into a Jupyter notebook, Markdown or PDF, or a notebook into a lesson.",
    discussion: """
      'convert lesson.md --to ipynb' runs the lesson and writes lesson.ipynb; 'convert lesson.ipynb \
      --to md' is the way back, to the byte. 'convert lesson.md --to md' writes its results into \
      Markdown for a code host, with pictures beside. Exit status: 1 if something in the lesson \
      failed (what it shows is written all the same), 64 for wrong usage.
      """)

  @Argument(
    help: "A lesson (.md) or a Jupyter notebook (.ipynb).",
    completion: .file(extensions: ["md", "ipynb"]))
  var file: String

  @Option(help: ArgumentHelp("ipynb, md or pdf.", valueName: "format"))
  var to: ConversionTarget

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; if not given, one beside the lesson.", valueName: "file")
  )
  var output: String?

  @Flag(name: .customLong("no-run"), help: "A notebook without outputs, from a lesson not run.")
  var isNotRun = false

  @OptionGroup var parameters: ParameterOptions

  @Option(help: ArgumentHelp("Look for datasets here first.", valueName: "folder"))
  var dataDir: String?

  @Option(help: ArgumentHelp("Use the templates in this folder.", valueName: "folder"))
  var templates: String?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  private var isNotebook: Bool { file.lowercased().hasSuffix(".ipynb") }

  func validate() throws {
    if isNotebook, to != .md {
      throw ValidationError(
        "a notebook is converted to a lesson first: gradbook convert \(file.asShellWord) --to md")
    }
    if isNotRun, to != .ipynb {
      throw ValidationError("--no-run is for --to ipynb; the others show what a run gives")
    }
  }

  func run() async throws {
    guard FileManager.default.fileExists(atPath: file) else {
      throw ValidationError(LessonFiles.missing(file, endings: [".md", ".ipynb"]))
    }
    guard !LessonFiles.isFolder(file) else {
      throw ValidationError("'\(file)' is a folder; convert takes one lesson at a time")
    }
    let target = ConversionOutput(
      of: file, to: to, named: output, isNotebook: isNotebook)
    try target.check()
    switch (isNotebook, to) {
    case (true, _): try writeLesson(to: target)
    case (false, .ipynb) where isNotRun: try writeNotebookUnrun(to: target)
    case (false, .ipynb):
      let (result, exhibits) = try result()
      try target.write(JupyterNotebook(lesson: result.file, showing: exhibits).json)
      try finish(result, target)
    case (false, .md):
      let (result, exhibits) = try result()
      guard let run = result.run else { return }
      let document = MarkdownDocument(
        of: run, showing: exhibits, assets: target.assetsName,
        keepsPictures: target.isBesideLesson)
      try target.write(document.text, with: document.files)
      try finish(result, target)
    case (false, .pdf):
      let printer = try PDFPrinter()
      let (result, html) = try make()
      try target.write(try printer.pdf(of: html))
      try finish(result, target)
    }
  }

  /// Runs the lesson; without a page there is nothing to convert.
  private func make() throws -> (LessonResult, html: String) {
    let runner = LessonRunner(
      templates: try TemplateFolder.load(templates), outputFolder: "", dataFolder: dataDir,
      parameters: try parameters.values(for: [file]), failFast: false,
      progress: ProgressBar(isShown: Terminal.isErrorTerminal && !quiet))
    let (result, html) = runner.make(file)
    runner.progress.clear()
    guard let html, result.run != nil else {
      report(result.diagnostics, in: result.file)
      throw ExitCode(1)
    }
    return (result, html)
  }

  private func result() throws -> (LessonResult, Exhibits) {
    let (result, _) = try make()
    guard let run = result.run else { throw ExitCode(1) }
    do {
      return (result, try TemplateFolder.load(templates).exhibits(of: Report(of: run)))
    } catch let error as TemplateError {
      throw Failure("\(error)", help: error.help)
    }
  }

  private func finish(_ result: LessonResult, _ target: ConversionOutput) throws {
    report(result.diagnostics, in: result.file)
    if !quiet { Terminal.error(result.written(to: target.path).summary) }
    if !result.succeeded { throw ExitCode(1) }
  }

  private func writeNotebookUnrun(to target: ConversionOutput) throws {
    try target.write(JupyterNotebook(lesson: try readLesson()).json)
    if !quiet { Terminal.error("✓ \(file.onOneLine) → \(target.path.onOneLine) (not run)") }
  }

  private func writeLesson(to target: ConversionOutput) throws {
    let source = try read(expecting: "a Jupyter notebook, a file *.ipynb, without its outputs")
    let notebook: JupyterNotebook
    do throws(Diagnostic) {
      notebook = try JupyterNotebook(reading: Data(source.text.utf8))
    } catch {
      report([error], in: source)
      throw ExitCode(1)
    }
    let lesson = LessonText(of: notebook, picturesIn: target.assetsName)
    report(lesson.diagnostics, in: source)
    try target.write(lesson.text, with: lesson.files)
    let dropped = notebook.cells.filter { $0.droppedOutputs > 0 }.count
    if !quiet {
      let note =
        dropped > 0 ? " (outputs of \(dropped.counted("cell")) left out; a run makes them)" : ""
      Terminal.error("✓ \(file.onOneLine) → \(target.path.onOneLine)\(note)")
    }
  }

  private func readLesson() throws -> SourceFile { try text(of: LessonFiles.readLesson(file)) }

  private func read(expecting expected: String) throws -> SourceFile {
    try text(of: LessonFiles.read(file, expecting: expected))
  }

  private func text(of reading: Result<SourceFile, UnreadableFile>) throws -> SourceFile {
    switch reading {
    case .success(let source): return source
    case .failure(let unreadable):
      report([unreadable.diagnostic], in: unreadable.file)
      throw ExitCode(1)
    }
  }

  private func report(_ diagnostics: [Diagnostic], in source: SourceFile) {
    for diagnostic in diagnostics {
      Terminal.error(diagnostic.rendered(in: source, color: Terminal.usesColor) + "\n")
    }
  }
}

/// What a file can be turned into.
enum ConversionTarget: String, ExpressibleByArgument, CaseIterable {
  case ipynb
  case md
  case pdf
}
