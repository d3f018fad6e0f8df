import Datasets
import Diagnostics
import Foundation
import Neural

/// What a network and a dataset that are used together must agree in.
struct Pairing: Sendable, Equatable {
  let network: LabelReference
  let data: LabelReference
  /// Whether the targets are needed, too: a picture of what a network makes of samples needs none.
  let needsTargets: Bool
}

extension Notebook {
  /// What a run would refuse before it has computed anything, beside what reading the lesson found:
  /// files that are missing or cannot be read, parts that a dataset has not, networks and data of
  /// different widths.
  ///
  /// Datasets that are computed, or whose files are small, are made for that and thrown away; of
  /// others nothing is said. None of it keeps a lesson from being run, which shows the same where it
  /// happens.
  ///
  /// - Parameters:
  ///   - folder: of the notebook.
  ///   - dataFolder: what `--data-dir` says.
  public func foreseen(in folder: String, dataFolder: String? = nil) -> [Diagnostic] {
    var foresight = Foresight(
      Session(of: self, in: folder, dataFolder: dataFolder), architectures: architectures)
    for source in scope.sources where source.isSound { foresight.look(at: source) }
    for reference in prose.data { foresight.check(reference) }
    for pairing in prose.pairings { foresight.check(pairing) }
    return foresight.diagnostics
  }

  /// All that can be known to be wrong before a run, in the order of the file.
  public func diagnostics(foreseenIn folder: String?) -> [Diagnostic] {
    guard let folder else { return diagnostics }
    return (diagnostics + foreseen(in: folder)).sorted {
      ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0)
    }
  }

  private var architectures: [String: Architecture] {
    var found: [String: Architecture] = [:]
    for source in scope.sources {
      if case .network(let architecture)? = source.directive.definition {
        found[source.label] = architecture
      }
    }
    return found
  }
}

private struct Foresight {
  private let session: Session
  private let architectures: [String: Architecture]
  private var datasets: [String: Dataset] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ session: Session, architectures: [String: Architecture]) {
    self.session = session
    self.architectures = architectures
  }

  mutating func look(at source: CellSource) {
    if let data = source.directive as? DataDirective {
      load(data, from: source)
    } else {
      for reference in source.data { check(reference) }
      for pairing in source.pairings { check(pairing) }
    }
  }

  private mutating func load(_ data: DataDirective, from source: CellSource) {
    do {
      guard try data.isSmall(in: session) else { return }
      var trial = session
      _ = try data.run(in: &trial)
      if case .dataset(let dataset)? = trial[source.label] { datasets[source.label] = dataset }
    } catch {
      let failure = CellFailure(error)
      report(failure.id, failure.message, at: failure.range ?? data.originPlace, help: failure.help)
    }
  }

  mutating func check(_ reference: LabelReference) {
    guard let dataset = datasets[reference.name] else { return }
    do throws(CellFailure) {
      _ = try dataset.examples(of: reference)
    } catch {
      report(error.id, error.message, at: error.range ?? reference.range, help: error.help)
    }
  }

  mutating func check(_ pairing: Pairing) {
    let (data, network) = (pairing.data, pairing.network)
    guard let architecture = architectures[network.name],
      let examples = try? datasets[data.name]?.examples(of: data)
    else { return }
    let features = examples.samples.features
    if features != architecture.inputs {
      report(
        "data.width",
        "'\(network.name)' takes \(architecture.inputs) inputs, '\(data.text)' has \(features) features",
        at: data.range, help: ["write 'input: \(features)' where the network is defined"])
    }
    let outputs = architecture.layers.last?.units ?? 0
    guard pairing.needsTargets, (try? examples.targets.validate(outputs: outputs)) == nil else {
      return
    }
    let (count, noun) =
      switch examples.targets {
      case .classes(_, let count): (count, "classes")
      case .values(let matrix): (matrix.columns, matrix.columns == 1 ? "target" : "targets")
      }
    report(
      "data.width", "'\(network.name)' has \(outputs) outputs, '\(data.text)' has \(count) \(noun)",
      at: data.range, help: ["give the last layer \(count) unit\(count == 1 ? "" : "s")"])
  }

  private mutating func report(
    _ id: String, _ message: String, at range: Range<Int>, help: [String]
  ) {
    let diagnostic = Diagnostic(id, message, at: range, help: help)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}

extension DataDirective {
  /// The samples that are computed while a lesson is written, at most.
  private static let mostSamples = 20_000.0
  /// The bytes of files that are read while a lesson is written, at most.
  private static let mostBytes = 2_000_000

  /// Whether it is made in no time. Throws where its files are not there.
  fileprivate func isSmall(in session: Session) throws -> Bool {
    if case .generated(let generator, let parameters) = origin {
      let standard = generator.parameters.first { $0.name == "count" }?.standard
      return parameters["count"] ?? standard ?? 0 <= Self.mostSamples
    }
    var bytes = 0
    for case .file(let path) in try foundations(in: session) {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      bytes += attributes?[.size] as? Int ?? 0
    }
    return bytes <= Self.mostBytes
  }
}
