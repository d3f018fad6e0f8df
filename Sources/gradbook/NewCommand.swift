import ArgumentParser
import Foundation

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
      throw ValidationError("'\(path)' exists already; it is left as it is")
    }
    let folder = (path as NSString).deletingLastPathComponent
    guard folder.isEmpty || LessonFiles.isFolder(folder) else {
      throw ValidationError("there is no folder '\(folder)'")
    }
    do {
      try Data(StarterLesson.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ValidationError("'\(path)' cannot be written: \(error.localizedDescription)")
    }
    Terminal.output("wrote \(path)\nrun it with: gradbook run \(path)")
  }
}
