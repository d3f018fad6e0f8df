import ArgumentParser
import Diagnostics
import Notebooks

/// The arguments that every command that reads lessons takes.
struct LessonOptions: ParsableArguments {
  @Argument(help: "Lessons (.md), or folders of lessons.", completion: .file(extensions: ["md"]))
  var paths: [String] = []

  @OptionGroup var parameters: ParameterOptions

  @Option(help: "Print diagnostics and results as text or as JSON.")
  var format: OutputFormat = .text

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
