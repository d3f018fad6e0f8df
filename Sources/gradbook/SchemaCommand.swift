import ArgumentParser

/// `gradbook schema`: what `--format json` prints, as a JSON Schema.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of what --format json prints.",
    discussion: """
      One schema for run, check, mutate and bench; 'command' says whose output it is. bench prints a \
      line for each work as soon as it is timed, and each line is a whole text by itself.
      """)

  func run() { Terminal.output(JSONSchema.text) }
}
