import ArgumentParser
import Diagnostics
import Files
import Foundation

/// Where the program starts, and how it ends.
///
/// | status | |
/// |---|---|
/// | 0 | everything was as asked for |
/// | 1 | something failed |
/// | 64 | the program was used wrongly, and its usage is told |
/// | 129, 130, 143 | a signal ended it: SIGHUP, SIGINT, SIGTERM |
@main
enum Program {
  static func main() async {
    // A write past the shell's limit of file sizes, or to whom nobody listens, is an error to be told.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    Interruption.endProgram()
    // The queues of the system take some at their start, and trap without.
    if let error = FileError.ofFiles(6) {
      Terminal.error(Failure("the files of this program cannot be opened", error).text)
      exit(ExitCode.failure.rawValue)
    }
    if let refusal = refusalOfArguments { refuse(refusal) }
    if let word = CommandLine.arguments.dropFirst().first, let answer = answer(toUnknown: word) {
      refuse(answer)
    }
    // Before the argument parser, which would want the text at every start.
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      return Terminal.output(VersionReport.text)
    }
    for warning in EnvironmentLimit.warnings { Terminal.error(warning) }
    var command: any ParsableCommand
    do {
      command = try Gradbook.parseAsRoot()
    } catch {
      end(with: error)
    }
    do {
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Terminal.error(failure.text)
      exit(ExitCode.failure.rawValue)
    } catch let error as ValidationError {
      let kind = type(of: command)
      let usage = Gradbook.usageString(for: kind)
      Terminal.error("error: \(error.message.onOneLine)\n\nUsage: \(usage)")
      exit(ExitCode.validationFailure.rawValue)
    } catch {
      end(with: error)
    }
  }

  /// Tells what the argument parser has to say: help, or what is wrong with an argument, which may have
  /// any character in it.
  private static func end(with error: any Error) -> Never {
    var text = Gradbook.fullMessage(for: error)
    let code = Gradbook.exitCode(for: error)
    if code.isSuccess {
      Terminal.output(text)
    } else if !text.isEmpty {
      for argument in CommandLine.arguments.dropFirst() where argument != argument.onOneLine {
        let value = String(argument.drop { $0 == "-" })
        for piece in [argument, value] + value.split(separator: "=").map(String.init) {
          text = text.replacing(piece, with: piece.onOneLine)
        }
      }
      Terminal.error(text.withVisibleControls)
    }
    exit(code.rawValue)
  }

  private static func refuse(_ message: String) -> Never {
    Terminal.error("error: \(message)")
    exit(ExitCode.validationFailure.rawValue)
  }

  /// Why the arguments cannot be read: a name on the disk need not be text, and would be another name
  /// once it is made one.
  private static var refusalOfArguments: String? {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      // The system ends each argument with a NUL and keeps it for the life of the process.
      let bytes = UnsafeRawBufferPointer(start: argument, count: strlen(argument))
      guard String(validating: bytes, as: UTF8.self) == nil else { continue }
      return "the argument '\(FolderListing.shown(bytes).onOneLine)' is not UTF-8\n"
        + "  = help: if it is the name of a file or a folder, rename that"
    }
    return nil
  }

  /// What to say to a word that stands where a command should; nil if it is one, or an option.
  private static func answer(toUnknown word: String) -> String? {
    let names = Gradbook.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    let help = NearestName.help(for: word, in: names, called: "commands")
    return (["there is no command '\(word.onOneLine)'"] + help.map { "  = help: \($0)" })
      .joined(separator: "\n")
  }
}
