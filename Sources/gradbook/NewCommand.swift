import ArgumentParser
import Diagnostics
import Files
import Foundation
import Reports

/// `gradbook new NAME`: a starter lesson.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a starter lesson that runs as it is.")

  @Argument(help: "The name of the lesson; '.md' is added.")
  var name: String

  func run() throws {
    let path = name.hasSuffix(".md") ? name : name + ".md"
    guard !path.hasPrefix(".md"), !path.hasSuffix("/.md") else {
      throw ValidationError("a lesson needs a name")
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        "'\(path)' exists already; it is left as it is", help: ["give the lesson another name"])
    }
    let folder = PathName.folder(of: path)
    guard LessonFiles.isFolder(folder) else {
      throw Failure(
        "there is no folder '\(folder)'", help: ["make it first: mkdir -p \(folder.asShellWord)"])
    }
    do throws(FileError) {
      try WholeFile.write(StarterLesson.text.utf8, to: path)
    } catch {
      throw Failure("'\(path)' cannot be written", error)
    }
    Terminal.output("wrote \(path.onOneLine)\nrun it with: gradbook run \(path.asShellWord)")
  }
}
