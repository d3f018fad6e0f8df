import ArgumentParser
import Diagnostics

/// The parameters that a command line gives a lesson.
struct ParameterOptions: ParsableArguments {
  @Option(
    name: [.customShort("P")],
    help: ArgumentHelp("Override a parameter of the lesson.", valueName: "name:value"),
    completion: .custom(Completions.parameters))
  var parameters: [ParameterOverride] = []

  @Option(
    help: ArgumentHelp(
      "Take parameters from a file, YAML or JSON: 'name: value'. -P wins over it.",
      valueName: "file"))
  var params: String?

  func validate() throws {
    var given: [String: String] = [:]
    for parameter in parameters {
      if let other = given.updateValue(parameter.value, forKey: parameter.name) {
        throw ValidationError(
          "'-P' gives '\(parameter.name)' twice, \(other) and \(parameter.value); give it once")
      }
    }
  }

  /// What stands in for the lessons' own defaults: the file's values, and over them those of `-P`.
  func values(for paths: [String]) throws -> LessonParameters {
    let named = parameters.map { ($0.name, $0.value) }
    guard let params else { return try LessonParameters(named, for: paths) }
    let taken = Set(parameters.map(\.name))
    let fromFile = try ParameterFile(params).values.filter { !taken.contains($0.name) }
    return try LessonParameters(fromFile + named, for: paths)
  }
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
