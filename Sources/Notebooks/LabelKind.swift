import Neural

/// What a label stands for, with what is known of it before anything runs.
public enum LabelKind: Sendable {
  case dataset
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
