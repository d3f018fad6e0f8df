import ArgumentParser
import Datasets
import Diagnostics
import Downloads
import Files
import Foundation

/// `gradbook data`: list, locate and fetch datasets.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "List, locate and fetch the datasets that lessons use.",
    subcommands: [List.self, Where.self, Fetch.self], defaultSubcommand: List.self)

  struct Location: ParsableArguments {
    @Option(help: ArgumentHelp("Look for datasets here first.", valueName: "folder"))
    var dataDir: String?

    var locator: DataLocator { DataLocator(named: dataDir) }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The datasets, and which are here.")

    @OptionGroup var location: Location

    func run() throws {
      let width = NamedDataset.all.map(\.name.count).max() ?? 0
      for dataset in NamedDataset.all {
        let name = dataset.name.padding(toLength: width, withPad: " ", startingAt: 0)
        let state: String
        if dataset.files.isEmpty {
          state = "computed"
        } else if let files = try? location.locator.locate(dataset), let first = files.first {
          state =
            first.isBuiltIn
            ? "comes with the program"
            : "here: \(PathName.folder(of: first.path).onOneLine)"
        } else {
          state =
            dataset.remoteFiles.isEmpty
            ? "not here" : "not here; gradbook data fetch \(dataset.name)"
        }
        Terminal.output("\(name)  \(dataset.summary) (\(state))")
      }
    }
  }

  struct Where: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Where the files of a dataset lie.")

    @Argument(help: "The name of the dataset.")
    var name: String

    @OptionGroup var location: Location

    func run() throws {
      let dataset = try DataCommand.dataset(named: name)
      do {
        for file in try location.locator.locate(dataset) {
          let name = file.path.onOneLine
          Terminal.output(file.isBuiltIn ? "\(name) comes with the program" : name)
        }
      } catch {
        throw Failure("\(error)", help: error.help)
      }
    }
  }

  struct Fetch: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fetch a dataset from its public mirrors.",
      discussion: """
        Every file is checked by its SHA-256 before it gets its name; a fetch that was cut off goes \
        on where it stopped.
        """)

    @Argument(help: "The name of the dataset.")
    var name: String

    @Option(
      help: ArgumentHelp("Where to put it; the user's cache if not given.", valueName: "folder"))
    var into: String?

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    func run() throws {
      let dataset = try DataCommand.dataset(named: name)
      guard dataset.files.isEmpty || !dataset.isAlwaysHere else {
        if !quiet { Terminal.error("'\(name)' comes with the program, so nothing is fetched") }
        return
      }
      guard !dataset.remoteFiles.isEmpty else {
        throw Failure("'\(name)' has no public mirror to fetch it from", help: help(for: dataset))
      }
      guard let folder = into ?? DataLocator.cache().map({ "\($0)/\(dataset.name)" }) else {
        throw Failure("there is no cache folder", help: ["say where to put it with --into"])
      }
      Interruption.expect(saying: "what is fetched is kept: run it again to go on")
      for file in dataset.remoteFiles { try fetch(file, into: folder) }
    }

    private func help(for dataset: NamedDataset) -> [String] {
      if dataset.files.isEmpty { return ["it is computed, and needs no file"] }
      let here = (try? DataLocator().locate(dataset))?.first
      let place = here.map { "it is here already: \(PathName.folder(of: $0.path))" }
      return [place ?? "gradbook data where \(name) says where it is looked for"]
    }

    private func fetch(_ file: NamedDataset.RemoteFile, into folder: String) throws {
      let download = Download(file, into: folder)
      let showsBar = Terminal.isErrorTerminal && !quiet
      do {
        let outcome = try download.run { bytes in
          guard showsBar else { return }
          let percent = 100 * bytes / max(file.byteCount, 1)
          Terminal.write("\r\u{1B}[K\(file.name)  \(percent) %", to: STDERR_FILENO)
        }
        if showsBar { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
        if !quiet {
          Terminal.error(
            "\(outcome == .present ? "already here" : "fetched"): \(download.path.onOneLine)")
        }
      } catch {
        if showsBar { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
        Terminal.error("error: \(error)".withVisibleControls)
        for line in error.help { Terminal.error("  = help: \(line)") }
        throw ExitCode(1)
      }
    }
  }

  private static func dataset(named name: String) throws -> NamedDataset {
    do {
      return try NamedDataset.named(name)
    } catch {
      throw ValidationError(([error.message] + error.help).joined(separator: "; "))
    }
  }
}
