import Diagnostics

/// What a network was before a training run, where it is not as it was drawn.
enum Beginning: Sendable, Equatable {
  /// As the training run of this label left it; empty for a run without a label.
  case run(String)
  /// As it was read from a file.
  case file(String)

  /// As the page says it.
  func words(network: String) -> String {
    switch self {
    case .run(let label):
      let earlier = label.isEmpty ? "an earlier cell" : "'\(label)'"
      return
        "This run goes on from where \(earlier) left '\(network)'; with 'fresh: true' it would "
        + "begin anew, as '\(network)' was first drawn."
    case .file(let name):
      return "This run begins with what '\(name)' holds of '\(network)'."
    }
  }
}

extension Scope {
  /// What a network is where a cell below everything so far trains it; nil where it is as drawn.
  func beginning(of network: LabelReference) -> Beginning? {
    for source in sources.reversed() {
      if let train = source.directive as? TrainDirective, train.network.name == network.name {
        return .run(source.label)
      }
      if source.label == network.name, let origin = source.directive as? NetworkDirective {
        return origin.fileName.map(Beginning.file)
      }
    }
    return nil
  }
}

extension LabelReference {
  /// The name under which a network is kept as it was drawn; no label has blanks.
  var asDrawn: String { "\(name) as drawn" }
}
