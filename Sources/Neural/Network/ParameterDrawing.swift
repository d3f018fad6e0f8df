/// Draws a network's parameters as a document does, and lays them out as the engine wants them.
struct ParameterDrawing<Scalar: Real> {
  private let architecture: Architecture
  private let order: DrawingOrder
  private(set) var layers: [Layer<Scalar>]

  init(of architecture: Architecture, order: DrawingOrder) {
    self.architecture = architecture
    self.order = order
    let widths = [architecture.inputs] + architecture.layers.map(\.units)
    layers = zip(widths, architecture.layers).map { inputs, layer in
      Layer(
        unchecked: Matrix(rows: inputs, columns: layer.units),
        bias: Matrix(rows: 1, columns: layer.units), activation: layer.activation)
    }
  }

  mutating func run(using generator: inout MersenneTwister) {
    switch order.sequence {
    case .layerByLayer:
      for index in layers.indices {
        drawWeights(index, using: &generator)
        drawBias(index, using: &generator)
      }
    case .weightsFirst:
      for index in layers.indices { drawWeights(index, using: &generator) }
      for index in layers.indices { drawBias(index, using: &generator) }
    case .biasesFirst:
      for index in layers.indices { drawBias(index, using: &generator) }
      for index in layers.indices { drawWeights(index, using: &generator) }
    }
  }

  private mutating func drawWeights(_ index: Int, using generator: inout MersenneTwister) {
    let (inputs, outputs) = (layers[index].inputs, layers[index].outputs)
    let values = architecture.layers[index].weights.values(
      inputs * outputs, fan: Initializer.Fan(inputs: inputs, outputs: outputs),
      using: &generator
    ).map { Scalar($0) }
    layers[index].weights =
      switch order.layout {
      case .rows: Matrix(rows: inputs, columns: outputs, values: values)
      case .columns: Matrix(rows: outputs, columns: inputs, values: values).transposed
      }
  }

  private mutating func drawBias(_ index: Int, using generator: inout MersenneTwister) {
    let (inputs, outputs) = (layers[index].inputs, layers[index].outputs)
    layers[index].bias = Matrix(
      row: architecture.layers[index].biases.values(
        outputs, fan: Initializer.Fan(inputs: inputs, outputs: outputs), using: &generator
      ).map { Scalar($0) })
  }
}
