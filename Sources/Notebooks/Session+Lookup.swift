import Datasets
import Diagnostics
import Neural

extension Session {
  /// The examples a reference stands for: a part of a dataset, or the part that is trained on.
  func examples(of reference: LabelReference) throws(CellFailure) -> Examples {
    try dataset(reference).examples(of: reference)
  }

  func dataset(_ reference: LabelReference) throws(CellFailure) -> Dataset {
    guard case .dataset(let dataset) = self[reference.name] else { throw missing(reference) }
    return dataset
  }

  func network(_ reference: LabelReference) throws(CellFailure) -> LiveNetwork {
    guard case .network(let network) = self[reference.name] else { throw missing(reference) }
    return network
  }

  func training(_ reference: LabelReference) throws(CellFailure) -> TrainingRecord {
    guard case .training(let record) = self[reference.name] else { throw missing(reference) }
    return record
  }

  func gradientCheck(_ reference: LabelReference) throws(CellFailure) -> GradientCheck {
    guard case .gradientCheck(let check) = self[reference.name] else { throw missing(reference) }
    return check
  }

  func sweep(_ reference: LabelReference) throws(CellFailure) -> SweepRecord {
    guard case .sweep(let record) = self[reference.name] else { throw missing(reference) }
    return record
  }

  /// The names of a dataset's classes, or their numbers where it has no names.
  func classNames(of reference: LabelReference, count: Int) throws(CellFailure) -> [String] {
    let names = try dataset(reference).classNames
    return names.count == count ? names : (0..<count).map(String.init)
  }

  /// The first of these labels' datasets that stands in for another.
  func standIn(among labels: Set<String>) -> StandIn? {
    for label in labels.sorted() {
      if let found = standIns[label] { return found }
    }
    return nil
  }

  private func missing(_ reference: LabelReference) -> CellFailure {
    CellFailure(
      "label.missing", "'\(reference.name)' does not exist yet", at: reference.range,
      help: ["the cell that makes it must stand above this one"])
  }
}

extension Dataset {
  /// The examples of the part that a reference names, by the label that the lesson gave the dataset.
  func examples(of reference: LabelReference) throws(CellFailure) -> Examples {
    let name = reference.part ?? standardPart
    guard let part = parts.first(where: { $0.name == name }) else {
      throw CellFailure(
        "data.missing", "'\(reference.name)' has no part '\(name.shortened)'", at: reference.range,
        help: NearestName.help(for: name, in: parts.map(\.name), called: "its parts"))
    }
    return part.examples
  }

  /// What a reference without a part stands for: the training part, or everything.
  var standardPart: String {
    parts.contains { $0.name == Self.training } ? Self.training : parts.first?.name ?? Self.whole
  }
}

extension CellFailure {
  /// An error of a dataset at the option that asked for it.
  init(_ error: DatasetError, at range: Range<Int>?) {
    self.init("data.\(error.kind.rawValue)", "\(error)", at: range, help: error.help)
  }

  /// What went wrong in code or an expression of the cell.
  init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.id, diagnostic.message, at: diagnostic.range, help: diagnostic.help)
  }

  /// Any error of the engine, the datasets or the cell itself.
  init(_ error: any Error) {
    switch error {
    case let failure as CellFailure: self = failure
    case let diagnostic as Diagnostic: self.init(diagnostic)
    case let list as DiagnosticList where !list.diagnostics.isEmpty: self.init(list.diagnostics[0])
    case let error as DatasetError: self.init(error, at: nil)
    case let error as ShapeError: self.init("cell.shape", "\(error)")
    case let error as Architecture.Failure: self.init("network.size", "\(error)")
    default: self.init("cell.failed", "\(error)")
    }
  }
}
