import Datasets
import Neural

/// What a label stands for while a notebook runs.
public enum Value: Sendable {
  case dataset(Dataset)
  case network(LiveNetwork)
  case training(TrainingRecord)
  case gradientCheck(GradientCheck)
  case notation(LiveNotation)
  case sweep(SweepRecord)
}

/// A network in the precision of its lesson, as trained so far.
public enum LiveNetwork: Sendable {
  case float(Network<Float>)
  case double(Network<Double>)

  /// The same in double precision, in which gradients and derivations are checked.
  public var inDouble: Network<Double> {
    switch self {
    case .float(let network): network.converted()
    case .double(let network): network
    }
  }

  public var inputs: Int {
    switch self {
    case .float(let network): network.inputs
    case .double(let network): network.inputs
    }
  }

  public var outputs: Int {
    switch self {
    case .float(let network): network.outputs
    case .double(let network): network.outputs
    }
  }
}
