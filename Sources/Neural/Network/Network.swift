/// Dense layers and a loss: the engine's reference path, written as the lessons derive it.
///
/// Everything here is a pure function of the parameters. Training in bulk takes the fast path,
/// which a test holds to this one.
public struct Network<Scalar: Real>: Sendable, Equatable {
  public private(set) var layers: [Layer<Scalar>]
  public let loss: Loss

  public var inputs: Int { layers[0].inputs }
  public var outputs: Int { layers[layers.count - 1].outputs }

  /// The network of these layers, each as wide as the next one's input.
  public init(layers: [Layer<Scalar>], loss: Loss) throws(ShapeError) {
    precondition(!layers.isEmpty, "a network has at least one layer")
    for (before, after) in zip(layers, layers.dropFirst()) where before.outputs != after.inputs {
      throw .product(Shape(before.inputs, before.outputs), after.weights.shape)
    }
    self.layers = layers
    self.loss = loss
  }

  /// A network with parameters drawn at random, in the order and layout of a lesson's document.
  ///
  /// Throws where the architecture makes no network or one larger than `limit` bytes, before
  /// anything is allocated.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public init(
    _ architecture: Architecture, order: DrawingOrder = DrawingOrder(),
    using generator: inout MersenneTwister, limit: Int = Architecture.defaultByteLimit
  ) throws(Architecture.Failure) {
    try architecture.validate(bytesPerNumber: MemoryLayout<Scalar>.size, limit: limit)
    var drawing = ParameterDrawing<Scalar>(of: architecture, order: order)
    drawing.run(using: &generator)
    layers = drawing.layers
    loss = architecture.loss
  }

  /// Runs the network on a batch, keeping every z and a.
  ///
  /// - Parameter masks: for each hidden layer the factors dropout multiplies its outputs by.
  /// - Throws: `ShapeError` where x has another number of features than the network takes.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func forward(
    _ x: Matrix<Scalar>, masks: [Matrix<Scalar>] = []
  ) throws(ShapeError) -> ForwardPass<Scalar> {
    guard x.columns == inputs else { throw .features(given: x.columns, expected: inputs) }
    var pass = ForwardPass(input: x)
    for (index, layer) in layers.enumerated() {
      let z = layer.preactivation(pass.output)
      let a = layer.activation(z)
      pass.append(z: z, a: a, mask: index < masks.count ? masks[index] : nil)
    }
    return pass
  }

  /// The outputs for a batch, `[batch × outputs]`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func callAsFunction(_ x: Matrix<Scalar>) throws(ShapeError) -> Matrix<Scalar> {
    guard x.columns == inputs else { throw .features(given: x.columns, expected: inputs) }
    return layers.reduce(x) { $1.activation($1.preactivation($0)) }
  }

  /// The loss of a batch, summed over its samples.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func loss(
    _ pass: ForwardPass<Scalar>, _ y: Matrix<Scalar>
  ) throws(ShapeError) -> Double {
    try check(y, against: pass)
    let last = layers.count
    return loss.value(
      z: pass.z(last), a: pass.a(last), y: y, activation: layers[last - 1].activation)
  }

  /// The parameters, W₁, b₁, W₂, b₂, …
  public var parameters: [Matrix<Scalar>] {
    layers.flatMap { [$0.weights, $0.bias] }
  }

  /// The names of `parameters`, in the same order.
  public var parameterNames: [String] {
    (1...layers.count).flatMap { ["W\($0)", "b\($0)"] }
  }

  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.values.count } }

  /// The same network with other parameters, in the order of `parameters`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func replacingParameters(
    _ parameters: [Matrix<Scalar>]
  ) throws(ShapeError) -> Network {
    guard parameters.count == 2 * layers.count else {
      throw .layers(given: parameters.count / 2, expected: layers.count)
    }
    var copy = self
    for index in layers.indices {
      let shape = layers[index].weights.shape
      let weights = parameters[2 * index]
      let bias = parameters[2 * index + 1]
      guard weights.shape == shape else {
        throw .parameter(name: "W\(index + 1)", given: weights.shape, expected: shape)
      }
      guard bias.shape == Shape(1, shape.columns) else {
        throw .parameter(
          name: "b\(index + 1)", given: bias.shape, expected: Shape(1, shape.columns))
      }
      copy.layers[index].weights = weights
      copy.layers[index].bias = bias
    }
    return copy
  }

  /// Changes every parameter in place, in the order of `parameters`.
  mutating func updateParameters(_ body: (_ index: Int, _ value: inout Matrix<Scalar>) -> Void) {
    for index in layers.indices {
      body(2 * index, &layers[index].weights)
      body(2 * index + 1, &layers[index].bias)
    }
  }

  /// The same network in another precision.
  public func converted<Other: Real>(to other: Other.Type = Other.self) -> Network<Other> {
    Network<Other>(
      unchecked: layers.map {
        Layer<Other>(
          unchecked: $0.weights.converted(), bias: $0.bias.converted(), activation: $0.activation)
      }, loss: loss)
  }

  init(unchecked layers: [Layer<Scalar>], loss: Loss) {
    self.layers = layers
    self.loss = loss
  }

  func check(_ y: Matrix<Scalar>, against pass: ForwardPass<Scalar>) throws(ShapeError) {
    guard pass.depth == layers.count else {
      throw .layers(given: pass.depth, expected: layers.count)
    }
    guard y.rows == pass.output.rows else {
      throw .batch(samples: pass.output.rows, targets: y.rows)
    }
    guard y.columns == outputs else { throw .outputs(given: y.columns, expected: outputs) }
  }
}
