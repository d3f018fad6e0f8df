import ArgumentParser
import Diagnostics
import Notebooks

/// The arguments that every command that reads lessons takes.
struct LessonOptions: ParsableArguments {
  @Argument(help: "Lessons (.md), or folders of lessons.", completion: .file(extensions: ["md"]))
  var paths: [String] = []

  @Option(
    name: [.customShort("P")],
    help: ArgumentHelp("Override a parameter of the lesson.", valueName: "name:value"))
  var parameters: [ParameterOverride] = []

  @Option(help: "Print diagnostics and results as text or as JSON.")
  var format: OutputFormat = .text

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false
}

/// `epochs:20`
struct ParameterOverride: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let colon = argument.firstIndex(of: ":"), colon != argument.startIndex else { return nil }
    name = String(argument[..<colon])
    value = String(argument[argument.index(after: colon)...])
  }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
