import Derivations
import TeX

extension Notation.Binding {
  /// The symbol as the lesson writes it.
  var formula: ParsedFormula { ParsedFormula(parsing: key) }
}

extension Notation {
  /// The letter for the targets.
  var targetSymbol: String? { symbols.first { $0.role == .target }?.key }
}

extension Role {
  /// What it is, for the table of symbols.
  var words: String {
    switch self {
    case .input: "input"
    case .target: "target"
    case .output: "output"
    case .weights: "weights"
    case .weightVector: "weights as a vector"
    case .bias: "bias"
    case .preactivation: "pre-activation"
    case .activation: "activation"
    case .loss: "loss"
    case .likelihood: "likelihood of the targets"
    case .delta: "∂L/∂z of a layer"
    case .weightsGradient: "∂L/∂W of a layer"
    case .biasGradient: "∂L/∂b of a layer"
    case .size(let size): size.words
    case .lastLayer: "the last layer"
    case .anyLayer: "any layer"
    case .function(let name): "the function \(name)"
    case .layerFunction: "the activation function of a layer"
    case .parameters: "all weights and biases"
    case .number: "any positive number"
    case .weightsLike: "anything of the shape of the weights"
    case .biasLike: "anything of the shape of the bias"
    }
  }

  /// Its shape in each layer, or the one it has; the samples of a batch are as many as the notation's
  /// letter for them says, or `n`.
  ///
  /// - Parameter widths: the inputs of the network and the units of each of its layers.
  func shapes(widths: [Int], _ notation: Notation) -> [String] {
    let layers = zip(widths, widths.dropFirst()).map { (inputs: $0, outputs: $1) }
    let batch = notation.symbols.first { $0.role == .size(.batch) }?.key ?? "n"
    let hasRows = notation.layout == .rows
    func samples(_ width: Int) -> String { hasRows ? "\(batch) × \(width)" : "\(width) × \(batch)" }
    func matrix(_ rows: Int, _ columns: Int) -> String {
      hasRows ? "\(rows) × \(columns)" : "\(columns) × \(rows)"
    }
    switch self {
    case .input: return widths.prefix(1).map(samples)
    case .target, .output: return widths.suffix(1).map(samples)
    case .weights, .weightsGradient, .weightsLike:
      return layers.map { matrix($0.inputs, $0.outputs) }
    case .weightVector: return layers.map { "\($0.inputs) × \($0.outputs)" }
    case .bias, .biasGradient, .biasLike: return layers.map { matrix(1, $0.outputs) }
    case .preactivation, .activation, .delta: return layers.map { samples($0.outputs) }
    case .loss, .likelihood, .number: return ["a number"]
    case .size, .lastLayer, .anyLayer, .function, .layerFunction, .parameters: return ["–"]
    }
  }
}

extension Role.Size {
  fileprivate var words: String {
    switch self {
    case .inputs: "the number of inputs"
    case .outputs: "the number of outputs"
    case .batch: "the number of samples"
    case .depth: "the number of layers"
    case .units(let layer): "the units of layer \(layer)"
    case .fanIn: "the inputs of a layer"
    case .fanOut: "the outputs of a layer"
    }
  }
}
