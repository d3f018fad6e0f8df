import ArgumentParser
import Diagnostics
import Files
import Notebooks
import Reports

/// `gradbook reference`: all that a lesson may use, as a list or a page, or one entry of it.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Show every directive, option and function that a lesson may use.",
    discussion: """
      With a name ('train', 'learning-rate', 'accuracy') its entry is printed; without one, a list of \
      all names with a line each; with -o a page with all entries is written.
      """)

  @Argument(help: "A directive, an option, a measure, an optimizer or another name.")
  var name: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write a page with all entries to this file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Use the templates in this folder.", valueName: "folder"))
  var templates: String?

  func validate() throws {
    if name != nil, output != nil {
      throw ValidationError("a name is looked up for the terminal; -o writes all entries")
    }
  }

  func run() throws {
    let reference = Reference.standard
    if let output { return try writePage(of: reference, to: output) }
    guard let name else { return Terminal.output(reference.list) }
    guard let text = reference.text(on: name) else {
      let near = NearestName.nearest(to: name, in: reference.names)
      let help = near.map { "did you mean '\($0)'?" } ?? "'gradbook reference' lists all names"
      throw ValidationError("there is no entry '\(name)'; \(help)")
    }
    Terminal.output(text)
  }

  private func writePage(of reference: Reference, to output: String) throws {
    let templates = try TemplateFolder.load(templates)
    let notebook = Notebook(parsing: SourceFile(name: "reference.md", text: reference.lesson))
    let run = notebook.run(in: Session(of: notebook, in: "."))
    let html: String
    do throws(TemplateError) {
      html = try templates.page(for: Report(of: run, isLesson: false))
    } catch {
      throw Failure("\(error)", help: error.help)
    }
    do throws(FileError) {
      try WholeFile.makeFolder(PathName.folder(of: output))
      try WholeFile.write(html.utf8, to: output)
    } catch {
      throw Failure("'\(output)' cannot be written", error)
    }
    Terminal.output("wrote \(output.onOneLine)")
  }
}
