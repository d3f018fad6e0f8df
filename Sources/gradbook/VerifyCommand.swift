import ArgumentParser
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
    guard let data = FileManager.default.contents(atPath: page) else {
      throw ValidationError("there is no page '\(page)'")
    }
    let old = String(decoding: data, as: UTF8.self)
    guard let provenance = Provenance(readingPage: old) else {
      throw ValidationError("'\(page)' is no page that 'gradbook run' wrote")
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
    let differences = Self.differences(old, html)
    guard !differences.isEmpty else {
      Terminal.output("\(page): every number and figure comes out as it stands")
      return
    }
    for line in differences { Terminal.output(line) }
    if provenance.version != Release.version {
      Terminal.output(
        "the page was made by version \(provenance.version), this is \(Release.version)")
    }
    throw ExitCode(1)
  }

  /// The lesson of this name: beside the page, in `notebooks` near it, or in this folder.
  private func lesson(_ name: String) throws -> String {
    if let notebook { return notebook }
    let folder = LessonFiles.folder(of: page)
    let candidates = [
      name, "notebooks/\(name)", "\(folder)/\(name)", "\(folder)/../\(name)",
      "\(folder)/../notebooks/\(name)",
    ]
    guard let found = candidates.first(where: FileManager.default.fileExists(atPath:)) else {
      throw ValidationError("the lesson '\(name)' was not found; say where it is with --notebook")
    }
    return found
  }

  /// The lines that differ, old and new, the first twenty of them.
  private static func differences(_ old: String, _ new: String) -> [String] {
    guard old != new else { return [] }
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for change in after.difference(from: before) where lines.count < 20 {
      switch change {
      case .remove(let line, let text, _): lines.append("line \(line + 1) was: \(shown(text))")
      case .insert(let line, let text, _): lines.append("line \(line + 1) is:  \(shown(text))")
      }
    }
    return lines
  }

  private static func shown(_ line: Substring) -> String {
    line.count > 160 ? line.prefix(159) + "…" : String(line)
  }
}
