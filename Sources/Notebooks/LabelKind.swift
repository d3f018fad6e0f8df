/// What a label stands for, with what is known of it before anything runs.
public enum LabelKind: Sendable {
  case dataset
  case network
  case training
  case sweep
  case gradientCheck
  case notation

  /// The kind without what is known of it.
  public enum Tag: Sendable, Hashable {
    case dataset, network, training, sweep, gradientCheck, notation

    /// With an article, for messages.
    var words: String {
      switch self {
      case .dataset: "a dataset"
      case .network: "a network"
      case .training: "a training run"
      case .sweep: "a sweep"
      case .gradientCheck: "a gradient check"
      case .notation: "a notation"
      }
    }
  }

  var tag: Tag {
    switch self {
    case .dataset: .dataset
    case .network: .network
    case .training: .training
    case .sweep: .sweep
    case .gradientCheck: .gradientCheck
    case .notation: .notation
    }
  }
}
