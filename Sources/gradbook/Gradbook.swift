import ArgumentParser
import Reports

/// Runs literate notebooks that teach neural networks, and checks their formulas.
struct Gradbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradbook",
    abstract: "Run lessons about neural networks, and check every formula in them.",
    discussion: """
      A lesson is a Markdown file. 'gradbook new first' writes one to start from, 'gradbook run \
      first.md' runs it and writes reports/first.html.
      """,
    version: Release.version,
    subcommands: [
      RunCommand.self, CheckCommand.self, NewCommand.self, VerifyCommand.self, MutateCommand.self,
      DataCommand.self,
      ReferenceCommand.self, LSPCommand.self,
      BenchCommand.self,
      CleanCommand.self,
    ])
}
