import ArgumentParser
import Bench
import Datasets

/// `gradbook bench`: the lessons' own training runs, timed beside the bound they work against.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Time the lessons' training runs.",
    discussion: """
      Beside each time stands the bound it works against: its matrix products alone at this \
      machine's measured peak, or the memory it must move, on as many threads as the work has: \
      long steps are shared among the cores. The works and their names are those of \
      other libraries' timings, so that ratios can be taken on one machine.
      """)

  @Option(
    help: ArgumentHelp("Only this work; may be given several times.", valueName: "name"),
    completion: .custom(Completions.works))
  var work: [String] = []

  @Option(help: ArgumentHelp("Instead of the work's own number.", valueName: "n"))
  var epochs: Int?

  @Option(help: "The numbers to compute with.")
  var dtype: Precision = .float32

  @Option(help: "A table, or one line of JSON for each work.")
  var format: OutputFormat = .text

  @Option(help: ArgumentHelp("Look for datasets here first.", valueName: "folder"))
  var dataDir: String?

  func validate() throws {
    let names = Work.all.map(\.name)
    for name in work where !names.contains(name) {
      throw ValidationError("there is no work '\(name)'; works: \(names.joined(separator: ", "))")
    }
    if let epochs, epochs < 1 { throw ValidationError("--epochs takes a positive number") }
  }

  func run() throws {
    let chosen = Work.all.filter { work.isEmpty || work.contains($0.name) }
    let locator = DataLocator(named: dataDir)
    var measurements: [Measurement] = []
    var isComplete = true
    for one in chosen {
      do {
        let measurement = try one.measure(epochs: epochs, in: dtype, data: locator)
        measurements.append(measurement)
        if format == .json {
          Terminal.output(
            JSONReport.text(of: JSONMeasurement(measurement), command: "bench", isLine: true))
        }
      } catch {
        isComplete = false
        Terminal.error("\(one.name): \(error)")
      }
    }
    if format == .text, !measurements.isEmpty { Terminal.output(Measurement.table(measurements)) }
    if !isComplete { throw ExitCode(1) }
  }
}

extension Precision: ExpressibleByArgument {}
