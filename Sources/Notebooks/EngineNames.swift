import Derivations
import Expressions
import Neural

/// The engine's values under the names that a notation gives them in code: `W1`, `h1`, `dW1`.
struct EngineNames: Sendable {
  /// What the code begins with: parameters, samples, targets, sizes.
  private(set) var inputs: [String: Tensor<Double>] = [:]
  /// What the code may compute, and is then held against.
  private var results: [String: Tensor<Double>] = [:]
  private var gradients: [String: Tensor<Double>] = [:]
  /// How the lesson's formulas write each of the names.
  private(set) var tex: [String: String] = [:]
  let symbols: SymbolWriter
  let featureAxis: Int

  var parameterNames: [String] { gradients.keys.sorted() }

  func value(of name: String) -> Tensor<Double>? { results[name] }

  /// ∂L/∂ of what this name stands for.
  func gradient(of name: String) -> Tensor<Double>? { gradients[name] }

  /// - Parameter batch: samples `[batch × features]` and their targets; without them only the
  ///   parameters have values.
  init(
    _ network: Network<Double>, _ notation: Notation,
    batch: (x: Matrix<Double>, y: Matrix<Double>)?
  ) throws(ShapeError) {
    symbols = SymbolWriter(completing: notation)
    featureAxis = notation.layout == .rows ? 1 : 0
    let flips = notation.layout == .columns
    func tensor(_ matrix: Matrix<Double>) -> Tensor<Double> {
      Self.tensor(of: flips ? matrix.transposed : matrix)
    }
    let pass: ForwardPass<Double>?
    let backward: Gradients<Double>?
    let share = notation.reduction == .mean ? 1 / Double(max(batch?.x.rows ?? 1, 1)) : 1
    if let batch {
      let forward = try network.forward(batch.x)
      pass = forward
      backward = try network.backward(forward, batch.y).scaled(by: share)
    } else {
      (pass, backward) = (nil, nil)
    }
    // A single layer needs no number: w and b, as the formulas write them.
    let isSingle = network.layers.count == 1
    for binding in notation.symbols {
      tex[binding.codeName()] = SymbolWriter.tex(of: binding, binding.fixedLayer)
      switch binding.role {
      case .input: inputs[binding.codeName()] = batch.map { tensor($0.x) }
      case .target: inputs[binding.codeName()] = batch.map { tensor($0.y) }
      case .output:
        results[binding.codeName()] = pass.map { tensor($0.output) }
      case .size(.batch): inputs[binding.codeName()] = batch.map { Tensor(Double($0.x.rows)) }
      case .size(let size):
        let widths = [network.inputs] + network.layers.map(\.outputs)
        inputs[binding.codeName()] = Self.size(size, widths: widths).map { Tensor(Double($0)) }
      case .loss:
        if let batch, let pass {
          results[binding.codeName()] = Tensor(try network.loss(pass, batch.y) * share)
        }
      default: break
      }
      for layer in 1...network.layers.count {
        let name = binding.codeName(layer: isSingle && binding.isPlain ? nil : layer)
        let gradient = backward?.layer(layer)
        if binding.role.isLayered, (binding.fixedLayer ?? layer) == layer {
          tex[name] = binding.tex(layer: name == binding.codeName() ? nil : layer)
        }
        switch binding.role {
        case .weights:
          inputs[name] = tensor(network.layers[layer - 1].weights)
          gradients[name] = gradient.map { tensor($0.weights) }
        case .weightVector:
          inputs[name] = Self.tensor(of: network.layers[layer - 1].weights)
          gradients[name] = gradient.map { Self.tensor(of: $0.weights) }
        case .bias:
          inputs[name] = tensor(network.layers[layer - 1].bias)
          gradients[name] = gradient.map { tensor($0.bias) }
        case .preactivation:
          results[name] = pass.map { tensor($0.z(layer)) }
          gradients[name] = gradient.map { tensor($0.delta) }
        case .activation: results[name] = pass.map { tensor($0.a(layer)) }
        case .delta: results[name] = gradient.map { tensor($0.delta) }
        case .weightsGradient: results[name] = gradient.map { tensor($0.weights) }
        case .biasGradient: results[name] = gradient.map { tensor($0.bias) }
        default: break
        }
      }
      if binding.role == .activation, let pass {
        inputs[binding.codeName(layer: 0)] = tensor(pass.a(0))
        tex[binding.codeName(layer: 0)] = SymbolWriter.tex(of: binding, 0)
      }
    }
    for (name, gradient) in gradients where results["d\(name)"] == nil {
      results["d\(name)"] = gradient
      if let symbol = tex[name] { tex["d\(name)"] = symbols.derivative(by: symbol) }
    }
  }
}

extension EngineNames {
  /// A size of the network by its own number; nil for those that differ from layer to layer.
  static func size(_ size: Role.Size, widths: [Int]) -> Int? {
    switch size {
    case .inputs: widths.first
    case .outputs: widths.last
    case .depth: widths.count - 1
    case .units(let layer): widths.indices.contains(layer) ? widths[layer] : nil
    case .batch, .fanIn, .fanOut: nil
    }
  }

  private static func tensor(of matrix: Matrix<Double>) -> Tensor<Double> {
    Tensor(TensorShape([matrix.rows, matrix.columns]), matrix.values)
  }
}

extension Notation.Binding {
  /// Whether it is written without a place for the number of a layer.
  var isPlain: Bool { !key.contains { $0 == "_" || $0 == "^" } }

  /// The symbol in a layer, in TeX; a letter that does not count layers gets the number that code gives it.
  func tex(layer: Int?) -> String {
    guard let layer, isPlain else { return SymbolWriter.tex(of: self, layer ?? fixedLayer) }
    return "\(key)_{\(layer)}"
  }

  /// The name in code: `W_l` in layer 1 is `W1`, `\hat y` is `y_hat`.
  func codeName(layer: Int? = nil) -> String {
    var name = ""
    for character in key {
      if character == "_" || character == "^" { break }
      if character.isLetter || character.isNumber { name.append(character) }
    }
    return name + (layer.map(String.init) ?? "")
  }
}
