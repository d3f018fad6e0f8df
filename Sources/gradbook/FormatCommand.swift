import ArgumentParser
import Diagnostics
import Files
import Foundation
import Notebooks

/// `gradbook fmt`: the canonical spelling of front matter and directives.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Spell the settings of lessons in one way.",
    discussion: """
      Blanks, indentation and quotes of front matter and options become the same everywhere; order, \
      comments, prose, formulas and code stay as they are, and so does what a lesson means. Exit \
      status: 1 if a lesson cannot be read or, with --check, would change.
      """)

  @Argument(
    help: "Lessons (.md), or folders of lessons; '-' for standard input to standard output.",
    completion: .file(extensions: ["md"]))
  var paths: [String] = []

  @Flag(help: "Write nothing; name the lessons that would change.")
  var check = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  private enum Outcome {
    case same
    case changed
    case unreadable
  }

  func validate() throws {
    if paths.contains("-"), paths.count > 1 {
      throw ValidationError("'-' stands for standard input and takes no paths beside it")
    }
  }

  func run() throws {
    let outcomes =
      paths == ["-"]
      ? [formatInput()] : try LessonFiles.find(paths).map { try format(LessonFiles.readLesson($0)) }
    let changed = outcomes.count { $0 == .changed }
    if !quiet, paths != ["-"] {
      let verb = check ? "would change" : "changed"
      Terminal.error("lessons: \(outcomes.count), \(verb): \(changed)")
    }
    if outcomes.contains(.unreadable) || (check && changed > 0) { throw ExitCode(1) }
  }

  private func formatInput() -> Outcome {
    let data = FileHandle.standardInput.readDataToEndOfFile()
    switch LessonFiles.text(of: data, name: "<input>") {
    case .failure(let unreadable): return show(unreadable)
    case .success(let file):
      let lesson = FormattedLesson(of: file)
      if !check { Terminal.write(lesson.text, to: STDOUT_FILENO) }
      return outcome(lesson, of: file)
    }
  }

  private func format(_ reading: Result<SourceFile, UnreadableFile>) throws -> Outcome {
    switch reading {
    case .failure(let unreadable): return show(unreadable)
    case .success(let file):
      let lesson = FormattedLesson(of: file)
      let outcome = outcome(lesson, of: file)
      guard outcome == .changed, !check else { return outcome }
      try write(lesson.text, to: file.name)
      if !quiet { Terminal.output(file.name.onOneLine) }
      return outcome
    }
  }

  private func outcome(_ lesson: FormattedLesson, of file: SourceFile) -> Outcome {
    for diagnostic in lesson.diagnostics {
      Terminal.error(diagnostic.rendered(in: file, color: Terminal.usesColor) + "\n")
    }
    guard lesson.diagnostics.isEmpty else { return .unreadable }
    guard lesson.text != file.text else { return .same }
    if check, !quiet { Terminal.output(LineDifference(of: lesson.text, from: file).text) }
    return .changed
  }

  private func show(_ unreadable: UnreadableFile) -> Outcome {
    Terminal.error(
      unreadable.diagnostic.rendered(in: unreadable.file, color: Terminal.usesColor) + "\n")
    return .unreadable
  }

  /// In place of the file itself where the path is a link to it.
  private func write(_ text: String, to path: String) throws {
    do throws(FileError) {
      let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      try WholeFile.write(text.utf8, to: file)
    } catch {
      throw Failure("'\(path)' cannot be written", error)
    }
  }
}
