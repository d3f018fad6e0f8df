import ArgumentParser
import Diagnostics
import Foundation

/// Where the program starts: a misspelt command is answered with the nearest one, everything else is
/// the argument parser's.
@main
enum Program {
  static func main() async {
    if let word = CommandLine.arguments.dropFirst().first, let answer = answer(toUnknown: word) {
      Terminal.error(answer)
      exit(ExitCode.validationFailure.rawValue)
    }
    // Before the argument parser, which would want the text at every start.
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      return Terminal.output(VersionReport.text)
    }
    await Gradbook.main()
  }

  /// What to say to a word that stands where a command should; nil if it is one, or an option.
  private static func answer(toUnknown word: String) -> String? {
    let names = Gradbook.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    let help = NearestName.help(for: word, in: names, called: "commands")
    return (["error: there is no command '\(word)'"] + help.map { "  = help: \($0)" })
      .joined(separator: "\n")
  }
}
