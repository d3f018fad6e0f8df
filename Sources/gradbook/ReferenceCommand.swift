import ArgumentParser
import Diagnostics
import Foundation
import Notebooks
import Reports

/// `gradbook reference`: all that a lesson may use, as a page, or one entry on the terminal.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Show every directive, option and function that a lesson may use.",
    discussion: """
      With a name ('train', 'learning-rate', 'accuracy') its entry is printed; without one, a page \
      with all entries is written.
      """)

  @Argument(help: "A directive, an option, a measure, an optimizer or another name.")
  var name: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the page goes.", valueName: "file"))
  var output = "reports/reference.html"

  @Option(help: ArgumentHelp("Use the templates in this folder.", valueName: "folder"))
  var templates: String?

  func run() throws {
    let reference = Reference.standard
    guard let name else { return try writePage(of: reference) }
    guard let text = reference.text(on: name) else {
      let near = NearestName.nearest(to: name, in: reference.names)
      let help =
        near.map { "did you mean '\($0)'?" } ?? "'gradbook reference' writes a page with all names"
      throw ValidationError("there is no entry '\(name)'; \(help)")
    }
    Terminal.output(text)
  }

  private func writePage(of reference: Reference) throws {
    let templates = try TemplateFolder.load(templates)
    let notebook = Notebook(parsing: SourceFile(name: "reference.md", text: reference.lesson))
    let run = notebook.run(in: Session(of: notebook, in: "."))
    do {
      let html = try templates.page(for: Report(of: run))
      let folder = LessonFiles.folder(of: output)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(html.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw ValidationError("'\(output)' cannot be written: \(error.localizedDescription)")
    }
    Terminal.output("wrote \(output)")
  }
}
