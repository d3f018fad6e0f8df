import ArgumentParser
import Diagnostics
import Files
import Foundation
import Notebooks
import Reports

/// `gradbook verify`: run a page's lesson again and say whether everything still comes out.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run a page's lesson again and compare every number and figure.",
    discussion: "Exit status: 0 if the page is the same to the byte, 1 if anything differs.")

  @Argument(help: "A page that 'gradbook run' wrote.", completion: .file(extensions: ["html"]))
  var page: String

  @Option(help: ArgumentHelp("The lesson, if it is not found by its name.", valueName: "file"))
  var notebook: String?

  @Option(help: ArgumentHelp("Look for datasets here first.", valueName: "folder"))
  var dataDir: String?

  @Option(help: ArgumentHelp("Use the templates in this folder.", valueName: "folder"))
  var templates: String?

  func run() throws {
    let data = try read()
    guard let provenance = Provenance(readingPage: String(decoding: data, as: UTF8.self)) else {
      let isLesson = page.hasSuffix(".md")
      throw Failure(
        "'\(page)' is no page that 'gradbook run' wrote",
        help: [
          isLesson
            ? "run the lesson first: gradbook run \(page.asShellWord)"
            : "name a page that it wrote, such as reports/iris.html"
        ])
    }
    let path = try lesson(provenance.notebook)
    let runner = LessonRunner(
      templates: try TemplateFolder.load(templates), outputFolder: "", dataFolder: dataDir,
      parameters: LessonParameters(
        provenance.parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
      failFast: false, progress: ProgressBar(isShown: false))
    let (result, html) = runner.make(path)
    guard let html else {
      for text in result.renderedDiagnostics(color: Terminal.usesColor) { Terminal.error(text) }
      throw ExitCode(1)
    }
    let differences = PageDifferences(from: data, to: Array(html.utf8))
    guard !differences.lines.isEmpty else {
      Terminal.output("\(page.onOneLine): every number and figure comes out as it stands")
      return
    }
    for line in differences.lines { Terminal.output(line) }
    if provenance.version != Release.version {
      let version = provenance.version.onOneLine
      Terminal.output("the page was made by version \(version), this is \(Release.version)")
    }
    throw ExitCode(1)
  }

  /// The bytes of the page.
  private func read() throws -> [UInt8] {
    do throws(FileError) {
      return try WholeFile.read(page)
    } catch  where error.isMissing {
      throw ValidationError(LessonFiles.missing(page, endings: [".html"]))
    } catch  where error.code == EINVAL || error.code == EISDIR {
      throw Failure(
        "'\(page)' is no file of a page", help: ["name a page that 'gradbook run' wrote"])
    } catch {
      throw Failure("the page '\(page)' cannot be read", error)
    }
  }

  /// The lesson of this name: beside the page, in `notebooks` near it, or in this folder.
  private func lesson(_ name: String) throws -> String {
    if let notebook { return notebook }
    // A page of ours has no folder in it, and one that has would choose what is run and shown.
    guard !name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 }) else {
      throw Failure(
        "'\(page)' names a lesson in a folder of its own choice, '\(name)'",
        help: ["say which lesson is meant with --notebook"])
    }
    let folder = PathName.folder(of: page)
    let candidates = [
      name, "notebooks/\(name)", "\(folder)/\(name)", "\(folder)/../\(name)",
      "\(folder)/../notebooks/\(name)",
    ]
    guard let found = candidates.first(where: FileManager.default.fileExists(atPath:)) else {
      throw Failure(
        "the lesson '\(name)' was not found", help: ["say where it is with --notebook"])
    }
    return found
  }
}
