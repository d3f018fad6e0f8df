import Neural

/// What a label stands for, with what is known of it before anything runs.
public enum LabelKind: Sendable {
  case dataset(DatasetOutline)
  case network(Architecture)
  case training
  case gradientCheck
  case notation
  case sweep

  /// The kind without what is known of it.
  public enum Tag: Sendable, Hashable, CaseIterable {
    case dataset, network, training, gradientCheck, notation, sweep

    /// With an article, for messages.
    var words: String {
      switch self {
      case .dataset: "a dataset"
      case .network: "a network"
      case .training: "a training run"
      case .gradientCheck: "a gradient check"
      case .notation: "a notation"
      case .sweep: "a sweep"
      }
    }
  }

  var tag: Tag {
    switch self {
    case .dataset: .dataset
    case .network: .network
    case .training: .training
    case .gradientCheck: .gradientCheck
    case .notation: .notation
    case .sweep: .sweep
    }
  }
}

/// What is known of a dataset before it is read.
public struct DatasetOutline: Sendable {
  /// Whether a network is to answer with a class or with numbers.
  public let targets: Targets.Kind
}

extension Scope {
  /// What a network is to answer to a dataset; nil if no label of a dataset is meant.
  func targets(of data: LabelReference) -> Targets.Kind? {
    if case .dataset(let outline) = self[data.name]?.kind { outline.targets } else { nil }
  }

  /// The cell of a training run.
  func training(labelled label: String) -> TrainDirective? {
    sources.last { $0.label == label }?.directive as? TrainDirective
  }

  /// What the network of a training run, or of a sweep over one, is to answer.
  func targets(ofRun run: String) -> Targets.Kind? {
    switch sources.last(where: { $0.label == run })?.directive {
    case let train as TrainDirective: targets(of: train.data)
    case let sweep as SweepDirective: sweep.trainings.first.flatMap { targets(of: $0.data) }
    default: nil
    }
  }
}
