import Datasets
import Neural
import Notebooks

/// What a label stands for at the end of a run; `kind` says which of the other keys it has.
enum JSONResult: Encodable {
  case dataset(Dataset)
  case network(inputs: Int, outputs: Int, parameters: Int)
  case training(Training)
  case gradientCheck(Check)
  case sweep(parameter: String, cases: [Case])

  struct Dataset: Encodable {
    let parts: [Part]
    let features: Int
    let classes: [String]
    /// The dataset that was asked for, if this one stands in for it.
    let standsInFor: String?

    struct Part: Encodable {
      let name: String
      let samples: Int
    }
  }

  struct Training: Encodable {
    let network: String
    let steps: Int
    let ending: String
    let series: [Series]
    let epochSeconds: [Double]
  }

  struct Series: Encodable {
    let name: String
    let axis: String
    let positions: [Int]
    let values: [JSONNumber]
  }

  struct Check: Encodable {
    let passes: Bool
    let error: JSONNumber
    let parameters: [Parameter]

    struct Parameter: Encodable {
      let name: String
      let checked: Int
      let kinks: Int
      let error: JSONNumber
    }
  }

  struct Case: Encodable {
    let name: String
    let trials: [Trial]
  }

  struct Trial: Encodable {
    let seed: Int?
    let steps: Int
    let ending: String
    let trainLoss: JSONNumber
    /// Of classes.
    let trainAccuracy: JSONNumber?
    let testLoss: JSONNumber?
    let testAccuracy: JSONNumber?
    /// Of numbers.
    let trainRmse: JSONNumber?
    let trainMae: JSONNumber?
    let trainR2: JSONNumber?
    let testRmse: JSONNumber?
    let testMae: JSONNumber?
    let testR2: JSONNumber?
  }

  private enum Key: String, CodingKey {
    case kind, inputs, outputs, parameters, parameter, cases
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .dataset(let dataset):
      try container.encode("dataset", forKey: .kind)
      try dataset.encode(to: encoder)
    case .network(let inputs, let outputs, let parameters):
      try container.encode("network", forKey: .kind)
      try container.encode(inputs, forKey: .inputs)
      try container.encode(outputs, forKey: .outputs)
      try container.encode(parameters, forKey: .parameters)
    case .training(let training):
      try container.encode("training", forKey: .kind)
      try training.encode(to: encoder)
    case .gradientCheck(let check):
      try container.encode("gradient-check", forKey: .kind)
      try check.encode(to: encoder)
    case .sweep(let parameter, let cases):
      try container.encode("sweep", forKey: .kind)
      try container.encode(parameter, forKey: .parameter)
      try container.encode(cases, forKey: .cases)
    }
  }
}
