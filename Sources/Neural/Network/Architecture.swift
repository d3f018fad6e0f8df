/// A network before its parameters exist: sizes, activations, initializers, loss.
public struct Architecture: Sendable, Equatable {
  /// One dense layer: a = f(X W + b).
  public struct Dense: Sendable, Equatable {
    public var units: Int
    public var activation: Activation
    public var weights: Initializer
    public var biases: Initializer

    public init(
      units: Int, activation: Activation, weights: Initializer = .xavierUniform,
      biases: Initializer = .zeros
    ) {
      self.units = units
      self.activation = activation
      self.weights = weights
      self.biases = biases
    }
  }

  /// The features of a sample.
  public var inputs: Int
  public var layers: [Dense]
  public var loss: Loss

  public init(inputs: Int, layers: [Dense], loss: Loss) {
    self.inputs = inputs
    self.layers = layers
    self.loss = loss
  }

  /// What cannot be built, and why.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    case noLayers
    /// `layer` counts from 1; 0 is the input.
    case noUnits(layer: Int)
    /// The loss takes logarithms of outputs that are no probabilities.
    case lossDomain(loss: String, activation: String)
    /// The parameters of a layer would not fit; nothing was allocated.
    case tooLarge(layer: Int, shape: Shape, bytes: Double, limit: Int)

    public var description: String {
      switch self {
      case .noLayers: "a network needs at least one layer"
      case .noUnits(let layer):
        layer == 0 ? "a network needs at least one input" : "layer \(layer) has no units"
      case .lossDomain(let loss, let activation):
        "the loss '\(loss)' needs outputs between 0 and 1, '\(activation)' has others"
      case .tooLarge(let layer, let shape, let bytes, let limit):
        "layer \(layer) with weights \(shape) would bring the network to "
          + "\(Self.gigabytes(bytes)), more than the \(Self.gigabytes(Double(limit))) allowed"
      }
    }

    private static func gigabytes(_ bytes: Double) -> String {
      let tenths = (bytes / 1e8).rounded()
      return tenths < 1e15 ? "\(tenths / 10) GB" : "\(bytes / 1e9) GB"
    }
  }

  /// What the parameters of one network may take by default: 4 GiB. Training needs them about
  /// three times over, for gradients and the optimizer's memory.
  public static let defaultByteLimit = 4 << 30

  /// Throws where the sizes make no network, or one of more than `limit` bytes.
  public func validate(
    bytesPerNumber: Int = 8, limit: Int = Self.defaultByteLimit
  ) throws(Failure) {
    guard inputs > 0 else { throw .noUnits(layer: 0) }
    guard !layers.isEmpty else { throw .noLayers }
    var width = inputs
    var bytes = 0.0
    for (index, layer) in layers.enumerated() {
      guard layer.units > 0 else { throw .noUnits(layer: index + 1) }
      bytes += (Double(width) + 1) * Double(layer.units) * Double(bytesPerNumber)
      guard bytes <= Double(limit) else {
        throw .tooLarge(
          layer: index + 1, shape: Shape(width, layer.units), bytes: bytes, limit: limit)
      }
      width = layer.units
    }
    if let last = layers.last?.activation, !loss.accepts(last) {
      throw .lossDomain(loss: loss.name, activation: last.name)
    }
  }

  /// The numbers to be learnt; meaningful once `validate` has passed.
  public var parameterCount: Int {
    zip([inputs] + layers.map(\.units), layers).reduce(0) { $0 + ($1.0 + 1) * $1.1.units }
  }
}

/// How a lesson's document lays out and orders what it draws at random.
public struct DrawingOrder: Sendable, Equatable {
  /// Whether a sample is a row, weights `[inputs × outputs]`, or a column, `[outputs × inputs]`.
  public enum Layout: String, Sendable, CaseIterable {
    case rows
    case columns
  }

  public enum Sequence: String, Sendable, CaseIterable {
    /// W₁, b₁, W₂, b₂, …
    case layerByLayer = "layer-by-layer"
    /// W₁, W₂, …, b₁, b₂, …
    case weightsFirst = "weights-first"
    /// b₁, b₂, …, W₁, W₂, …
    case biasesFirst = "biases-first"
  }

  public var layout: Layout
  public var sequence: Sequence

  public init(layout: Layout = .rows, sequence: Sequence = .layerByLayer) {
    self.layout = layout
    self.sequence = sequence
  }
}
