/// What a symbol of a lesson stands for.
public enum Role: Sendable, Hashable {
  case input, target, output
  case weights, bias, preactivation, activation
  /// The weights of a layer as [inputs × outputs] although samples are columns: w in wᵀ x + b.
  case weightVector
  case loss
  /// The probability the network gives the targets: the exponential of minus the summed loss.
  case likelihood
  /// ∂L/∂z of a layer.
  case delta
  /// ∂L/∂W, ∂L/∂b of a layer.
  case weightsGradient, biasGradient
  case size(Size)
  /// A letter that counts layers: the last one, or any.
  case lastLayer, anyLayer
  /// A function by the name the language gives it: `sigmoid`, `softmax`.
  case function(String)
  /// Whatever activation the layer has: φ.
  case layerFunction
  /// All weights and biases, one after the other: the v of v′ = v − η∇C.
  case parameters
  /// A number of the reader's own, such as a learning rate or λ: any positive one.
  case number
  /// A tensor of the shape of a layer's weights or bias that takes any value.
  case weightsLike, biasLike

  /// A number that follows from the sizes of the network or of the batch.
  public enum Size: Sendable, Hashable {
    case inputs, outputs, batch, depth
    /// The units of a layer counted from 1.
    case units(Int)
    /// The inputs and outputs of whatever layer a statement about W speaks of.
    case fanIn, fanOut
  }

  /// Whether each layer of a network has its own.
  public var isLayered: Bool {
    switch self {
    case .weights, .weightVector, .bias, .preactivation, .activation, .delta, .weightsGradient,
      .biasGradient,
      .layerFunction, .weightsLike, .biasLike:
      true
    default: false
    }
  }

  /// Whether it has one value for each sample of a batch.
  var isPerSample: Bool {
    switch self {
    case .input, .target, .output, .preactivation, .activation, .delta: true
    default: false
    }
  }
}

extension Notation {
  /// The words for what a symbol can stand for, beside those for functions and `units 1`.
  public static var meanings: [(words: String, role: Role)] { Role.words }
}

extension Role {
  /// The roles a notation can name, with the words for them.
  static let words: [(words: String, role: Role)] = [
    ("input", .input), ("target", .target), ("output", .output), ("weights", .weights),
    ("bias", .bias), ("weight vector", .weightVector), ("preactivation", .preactivation),
    ("activation", .activation),
    ("loss", .loss), ("likelihood", .likelihood), ("delta", .delta),
    ("weights gradient", .weightsGradient), ("bias gradient", .biasGradient),
    ("inputs", .size(.inputs)), ("outputs", .size(.outputs)), ("classes", .size(.outputs)),
    ("batch", .size(.batch)), ("depth", .size(.depth)), ("fan in", .size(.fanIn)),
    ("fan out", .size(.fanOut)), ("last layer", .lastLayer), ("layer", .anyLayer),
    ("activation function", .layerFunction), ("parameters", .parameters), ("number", .number),
    ("learning rate", .number), ("like weights", .weightsLike), ("like bias", .biasLike),
  ]

  /// The role these words name: `weights`, `units 1`, `sigmoid`; nil if they name none.
  init?(named text: String) {
    let words = text.lowercased().split(whereSeparator: { " -_".contains($0) }).map(String.init)
    let joined = words.joined(separator: " ")
    if let known = Self.words.first(where: { $0.words == joined }) {
      self = known.role
      return
    }
    if words.count == 2, words[0] == "units" || words[0] == "hidden", let layer = Int(words[1]),
      layer > 0
    {
      self = .size(.units(layer))
      return
    }
    let function = words.joined(separator: "_")
    guard function == "softmax" || Self.functions.contains(function) else { return nil }
    self = .function(function)
  }

  private static let functions: Set<String> = [
    "sigmoid", "tanh", "relu", "leaky_relu", "exp", "log", "sqrt", "abs", "sign", "identity",
  ]
}
