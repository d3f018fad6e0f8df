import Expressions

import struct Neural.Activation

/// The names of a notation on a network of certain sizes, for certain values of its layer letters.
struct NetworkScope: Scope {
  let notation: Notation
  let table: NodeTable
  /// The activation of each layer.
  let activations: [Activation]
  /// What the letters that count layers stand for.
  var layers: [String: Int] = [:]
  /// The layer a symbol without one belongs to, in a statement about every layer.
  var defaultLayer: Int?
  /// Names that stand for the argument of a function that is being defined.
  var arguments: Set<String> = []

  var rules: ShapeRules { .strict }
  var featureAxis: Int { notation.layout == .rows ? 1 : 0 }
  var firstIndex: Int { notation.firstIndex }
  var names: [String] { notation.symbols.map(\.key) }

  func tensor(_ symbol: Symbol) throws(ScopeError) -> NamedTensor {
    let node = try node(symbol)
    guard let slot = table.slots[node] else { throw .unknown(symbol.name) }
    let isPerSample =
      switch node {
      case .target, .activation, .preactivation, .delta: true
      default: false
      }
    let isBias = if case .bias = node { true } else { false }
    return NamedTensor(
      slot: slot, shape: table.shape(node), sampleAxis: isPerSample ? 1 - featureAxis : nil,
      isBias: isBias, isDerivative: node.isDerivative)
  }

  func size(_ symbol: Symbol) -> Int? {
    guard case .size(let size)? = notation.bindings[symbol.name]?.role else { return nil }
    return table.size(size, layer: defaultLayer)
  }

  func activation(_ layer: Layer) throws(ScopeError) -> LayerFunction {
    let number =
      if layer.variable == RowReader.unspecifiedLayer { defaultLayer ?? table.depth } else {
        try self.number(layer, from: 1, of: "the activation function")
      }
    let activation = activations[number - 1]
    guard let function = LayerFunction(activation) else {
      throw .misused(
        "the activation '\(activation.name)' of layer \(number) mixes its elements in a way that "
          + "formulas have no word for",
        help: ["write out what it computes, or speak of its values alone"])
    }
    return function
  }

  /// What a symbol stands for on this network.
  func node(_ symbol: Symbol) throws(ScopeError) -> NetworkNode {
    let name = symbol.name
    if name == Self.targetName { return .target }
    if name == Self.batchName { return .size(.batch) }
    if name == RowReader.allParameters { return .parameters }
    if arguments.contains(name) { return .argument }
    guard let binding = notation.bindings[name] else {
      throw .unknown(SymbolName.spelled(name))
    }
    let role = binding.role
    if symbol.layer != nil, !role.isLayered {
      // x^{(0)} is the input all the same.
      if case .input = role {
      } else {
        throw .misused("'\(name)' has no layers")
      }
    }
    func layer(from first: Int) throws(ScopeError) -> Int {
      guard let layer = symbol.layer else {
        if let defaultLayer { return defaultLayer }
        if table.depth == 1 { return 1 }
        throw .misused(
          "'\(name)' is a family of layers, this names none",
          help: ["write the layer, as in '\(binding.key)'"])
      }
      return try number(layer, from: first, of: "'\(name)'")
    }
    switch role {
    case .input: return .activation(0)
    case .target: return .target
    case .output: return .activation(table.depth)
    case .weights, .weightVector: return .weights(try layer(from: 1))
    case .bias: return .bias(try layer(from: 1))
    case .preactivation: return .preactivation(try layer(from: 1))
    case .activation:
      if symbol.layer == nil, defaultLayer == nil { return .activation(table.depth) }
      return .activation(try layer(from: 0))
    case .delta: return .delta(try layer(from: 1))
    case .weightsGradient: return .weightsGradient(try layer(from: 1))
    case .biasGradient: return .biasGradient(try layer(from: 1))
    case .weightsLike: return .likeWeights(name, try layer(from: 1))
    case .biasLike: return .likeBias(name, try layer(from: 1))
    case .loss: return .loss
    case .likelihood: return .likelihood
    case .parameters: return .parameters
    case .size(let size): return .size(size)
    case .number: return .number(name)
    case .function, .layerFunction: throw .misused("'\(name)' is a function and needs an argument")
    case .lastLayer, .anyLayer: throw .misused("'\(name)' counts layers and is no number")
    }
  }

  /// The target, where a formula does not name it but the loss needs it.
  /// The number of samples, whether or not the notation has a letter for it.
  static let batchName = "samples"
  static let targetName = "target of the loss"

  /// The number a layer has on this network.
  func number(_ layer: Layer, from first: Int, of what: String) throws(ScopeError) -> Int {
    var number = layer.offset
    if let variable = layer.variable {
      if let value = layers[variable] {
        number += value
      } else {
        throw .misused("'\(variable)' counts no layers")
      }
    }
    guard number >= first, number <= table.depth else {
      throw .misused(
        "\(what) exists for layers \(first) to \(table.depth), not for \(number)")
    }
    return number
  }

  /// Whether a letter always stands for the last layer.
  static func isLast(_ letter: String, in notation: Notation) -> Bool {
    switch notation.bindings[letter]?.role {
    case .lastLayer: true
    case .anyLayer: false
    default: letter == "L"
    }
  }
}
