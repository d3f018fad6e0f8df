import ArgumentParser
import Reports

/// Runs literate notebooks that teach neural networks, and checks their formulas.
struct Gradbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradbook",
    abstract: "Run lessons about neural networks, and check every formula in them.",
    discussion: """
      A lesson is a Markdown file. 'gradbook new first' writes one to start from, 'gradbook run \
      first.md' runs it and writes reports/first.html. 'gradbook --generate-completion-script bash' \
      (or zsh, or fish) prints what completes commands, lessons and names in that shell.
      """,
    version: Release.version,
    subcommands: [
      RunCommand.self, PreviewCommand.self, CheckCommand.self, NewCommand.self,
      FormatCommand.self, ConvertCommand.self, VerifyCommand.self, MutateCommand.self,
      DataCommand.self, ReferenceCommand.self, ExplainCommand.self, SchemaCommand.self,
      LSPCommand.self,
      BenchCommand.self,
      CleanCommand.self,
    ])
}
