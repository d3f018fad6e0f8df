import Derivations
import Neural

/// A formula of a published document with what a check must say of it.
struct PublishedFormula: Sendable, CustomStringConvertible {
  /// The file in the seeds.
  let document: Document
  /// Which formula: the number of the display formula in the document, or what it defines.
  let name: String
  let tex: String
  /// The word for each step, the end-to-end step of a longer chain last; nil if all must hold.
  let verdicts: [String]?
  /// As it ought to be; everything in it must hold.
  let corrected: String?
  /// A condition the text around the formula states.
  let condition: String?
  /// A formula before it that defines what it uses.
  let definition: String?

  init(
    _ document: Document, _ name: String, _ tex: String, _ verdicts: [String]? = nil,
    corrected: String? = nil, where condition: String? = nil, after definition: String? = nil
  ) {
    self.document = document
    self.name = name
    self.tex = tex
    self.verdicts = verdicts
    self.corrected = corrected
    self.condition = condition
    self.definition = definition
  }

  var description: String { "\(document) \(name)" }

  func check(_ tex: String, faults: Set<Fault> = []) -> CheckedDerivation {
    var checker = document.checker(faults: faults)
    var options = DerivationChecker.Options()
    options.condition = condition
    if let definition { _ = checker.check(definition) }
    return checker.check(tex, options: options)
  }
}

/// The five documents, each with its layout, its notation and a network like the one it trains.
enum Document: String, Sendable, CaseIterable {
  case mnistOneByOne = "000_b68c905d46bac131.txt"
  case cats = "001_be0f9402a4f4984c.txt"
  case iris = "002_9bc264a8c0a2b94c.txt"
  case mnistLayers = "003_5a61a3094ddc16b4.txt"
  case mnistQuadratic = "004_1f14dd1592e02709.txt"
  /// The single layer with which the fourth document begins.
  case oneLayer = "003_5a61a3094ddc16b4.txt, one layer"
  /// Its training, where a formula speaks of any sample of a batch.
  case mnistBatch = "003_5a61a3094ddc16b4.txt, a batch"

  func checker(faults: Set<Fault> = []) -> DerivationChecker {
    DerivationChecker(of: network, in: notation, faults: faults)
  }

  private var architecture: Architecture {
    switch self {
    case .mnistOneByOne:
      Architecture(
        inputs: 784,
        layers: [
          .init(units: 28, activation: .sigmoid, weights: .uniform(-1, 1)),
          .init(units: 10, activation: .softmax, weights: .uniform(-1, 1)),
        ], loss: .crossEntropy)
    case .cats:
      Architecture(
        inputs: 12288, layers: [.init(units: 1, activation: .sigmoid, weights: .zeros)],
        loss: .binaryCrossEntropy)
    case .iris:
      Architecture(
        inputs: 4,
        layers: [
          .init(units: 20, activation: .relu, weights: .xavierUniform),
          .init(units: 3, activation: .softmax, weights: .xavierUniform),
        ], loss: .crossEntropy)
    case .oneLayer:
      Architecture(
        inputs: 784, layers: [.init(units: 10, activation: .sigmoid)], loss: .quadratic)
    case .mnistLayers, .mnistBatch:
      Architecture(
        inputs: 784,
        layers: [
          .init(units: 96, activation: .relu, weights: .uniform(-0.2, 0.2)),
          .init(units: 10, activation: .softmax, weights: .uniform(-0.2, 0.2)),
        ], loss: .crossEntropy)
    case .mnistQuadratic:
      Architecture(
        inputs: 784,
        layers: [
          .init(units: 30, activation: .sigmoid), .init(units: 10, activation: .sigmoid),
        ], loss: .quadratic)
    }
  }

  var network: Network<Double> {
    var generator = MersenneTwister(seed: 1)
    do {
      return try Network(architecture, using: &generator)
    } catch {
      preconditionFailure("the documents' networks can be built: \(error)")
    }
  }

  /// The notation of each document, as its lesson's `notation` cell would say it.
  var notation: Notation {
    var notation = Notation()
    var symbols: [(String, String)]
    switch self {
    case .mnistOneByOne:
      notation.layout = .columns
      notation.samples = .each
      symbols = [
        ("a^{(l)}", "activation"), ("z^{(l)}", "preactivation"), ("w^{(l)}", "weights"),
        ("b^{(l)}", "bias"), ("y", "target"), ("L", "loss"), ("\\sigma", "sigmoid"),
        ("S", "softmax"), ("m", "inputs"), ("h", "units 1"), ("c", "classes"),
      ]
    case .cats:
      notation.layout = .columns
      notation.reduction = .mean
      symbols = [
        ("X", "input"), ("Y", "target"), ("A", "output"), ("w", "weight vector"), ("b", "bias"),
        ("z", "preactivation"), ("\\sigma", "sigmoid"), ("m", "batch"), ("J", "loss"),
        ("x", "input"), ("a", "output"), ("y", "target"), ("\\alpha", "learning rate"),
        ("Z", "preactivation"), ("\\hat Y", "output"),
      ]
    case .iris:
      symbols = [
        ("X", "input"), ("Y", "target"), ("y", "target"), ("W_l", "weights"), ("b_l", "bias"),
        ("h_l", "preactivation"), ("a_l", "activation"), ("P", "output"), ("p", "output"),
        ("L", "loss"), ("L_{NLL}", "loss"), ("W", "weights"), ("n_{in}", "fan in"),
        ("n_{out}", "fan out"),
      ]
    case .mnistLayers, .mnistBatch:
      notation.layout = .columns
      notation.isBiasFolded = true
      notation.reduction = .mean
      if self == .mnistBatch { notation.samples = .all }
      symbols = []
    case .oneLayer:
      notation.layout = .columns
      notation.isBiasFolded = true
      symbols = [
        ("w", "weights"), ("b", "bias"), ("v", "preactivation"), ("a", "activation"),
        ("x", "input"), ("J", "inputs"), ("\\phi", "activation function"),
      ]
    case .mnistQuadratic:
      notation.layout = .columns
      symbols = [
        ("a^l", "activation"), ("z^l", "preactivation"), ("w^l", "weights"), ("W^l", "weights"),
        ("b^l", "bias"), ("y", "target"), ("C", "loss"), ("\\sigma", "sigmoid"),
        ("M", "layer"), ("L", "last layer"), ("v", "parameters"), ("\\eta", "learning rate"),
        ("k", "units 2"), ("n", "units 1"),
      ]
    }
    if self == .mnistLayers || self == .mnistBatch {
      symbols = [
        ("a^{(l)}", "activation"), ("v^{(l)}", "preactivation"), ("w^{(l)}", "weights"),
        ("b", "bias"), ("y", "target"), ("E", "loss"), ("\\phi", "activation function"),
        ("\\delta^{(l)}", "delta"), ("h", "last layer"), ("s", "layer"), ("x", "input"),
        ("K", "classes"), ("N", "batch"), ("N_{batch}", "batch"), ("p", "likelihood"),
        ("\\alpha", "learning rate"), ("\\Delta w^{(l)}", "weights gradient"),
        ("n_{outputs}", "fan out"), ("n_{inputs}", "fan in"),
      ]
    }
    for (symbol, meaning) in symbols {
      do {
        try notation.bind(symbol, to: meaning)
      } catch {
        preconditionFailure("\(self) binds \(symbol): \(error)")
      }
    }
    return notation
  }
}
