import ArgumentParser
import Foundation
import Reports

/// The templates that a command uses.
enum TemplateFolder {
  /// Those of the folder given, or of the one that belongs to this program.
  static func load(_ given: String?) throws -> Templates {
    let program = Bundle.main.executablePath ?? CommandLine.arguments.first ?? "gradbook"
    guard let folder = given ?? Templates.folder(forProgram: program) else {
      throw Failure(
        "no folder 'templates' was found beside this program", help: ["name one with --templates"])
    }
    do throws(TemplateError) {
      return try Templates(folder: folder)
    } catch {
      throw Failure("\(error)", help: error.help)
    }
  }
}
