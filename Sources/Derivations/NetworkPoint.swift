import Expressions
import Neural

/// One network with one batch: everything it computed, and how that changes with every part of it.
///
/// The derivatives come from the forward pass alone, propagated forwards in dual numbers; the
/// engine's backward pass is not asked. The two are compared by ``EngineAudit``.
struct NetworkPoint: Sendable {
  let network: Network<Double>
  let pass: ForwardPass<Double>
  let target: Matrix<Double>
  let table: NodeTable
  let reduction: Notation.Reduction
  /// Values of what the lesson leaves open.
  let open: [NetworkNode: [Double]]
  /// Whether ∂L/∂W and its kin may come from the engine's backward pass: on a network too large to
  /// be differentiated direction by direction, after the engine has been held to its twins.
  private let trustsEngine: Bool
  private let slopesOfActivations: [[Double]?]
  private let slopesOfLoss: [Double]

  init(
    network: Network<Double>, input: Matrix<Double>, target: Matrix<Double>, table: NodeTable,
    reduction: Notation.Reduction, open: [NetworkNode: [Double]], trustsEngine: Bool = false
  ) throws(ShapeError) {
    self.trustsEngine = trustsEngine
    self.network = network
    self.target = target
    self.table = table
    self.reduction = reduction
    self.open = open
    pass = try network.forward(input)
    let forward = pass
    slopesOfActivations = network.layers.enumerated().map { index, layer in
      ForwardDerivative.elementwise(layer.activation, z: forward.z(index + 1).values)
    }
    slopesOfLoss = ForwardDerivative.loss(network.loss, a: forward.output.values, y: target.values)
  }

  /// Divides the summed loss: the batch size for a mean.
  var share: Double { reduction == .mean ? 1 / Double(table.batch) : 1 }

  /// The values of all tensors, with the derivatives that are wanted.
  func valuation(_ wanted: PointStore.Wanted) -> Valuation {
    var values = table.nodes.map { value($0) }
    var slopes: [Int: [[[Double]?]]] = [:]
    for slot in wanted.denominators { slopes[slot] = self.slopes(by: table.nodes[slot]) }
    if wanted.namesGradients {
      for layer in 1...table.depth {
        fill(.delta(layer), from: .preactivation(layer), &values)
        fill(.weightsGradient(layer), from: .weights(layer), &values)
        fill(.biasGradient(layer), from: .bias(layer), &values)
      }
    }
    var known: [Plan.Gradient: [Double]] = [:]
    for source in wanted.gradients {
      if trustsEngine, source.of == table.slots[.loss],
        let gradient = engineGradient(by: table.nodes[source.by])
      {
        known[source] = gradient
        continue
      }
      let directions = slopes[source.by] ?? self.slopes(by: table.nodes[source.by])
      known[source] = directions.map { $0[source.of]?[0] ?? 0 }
    }
    return Valuation(values: values, slopes: slopes, gradients: known)
  }

  private func fill(_ node: NetworkNode, from source: NetworkNode, _ values: inout [[Double]]) {
    guard let slot = table.slots[node] else { return }
    let engine = trustsEngine ? engineGradient(by: source) : nil
    values[slot] = engine ?? lossGradient(by: source)
  }

  /// ∂loss/∂node, in the order of the node's elements.
  func lossGradient(by node: NetworkNode) -> [Double] {
    guard let loss = table.slots[.loss] else { return [] }
    return slopes(by: node).map { $0[loss]?[0] ?? 0 }
  }

  private func value(_ node: NetworkNode) -> [Double] {
    switch node {
    case .target: return laidOut(target)
    case .activation(let layer): return laidOut(pass.a(layer))
    case .preactivation(let layer): return laidOut(pass.z(layer))
    case .weights(let layer): return laidOut(network.layers[layer - 1].weights)
    case .bias(let layer): return laidOut(network.layers[layer - 1].bias)
    case .loss: return [network.loss.value(a: pass.output, y: target) * share]
    case .likelihood: return [exponential(-network.loss.value(a: pass.output, y: target))]
    case .parameters:
      return network.layers.flatMap { laidOut($0.weights) + laidOut($0.bias) }
    case .size(let size): return [table.size(size, layer: nil).map(Double.init) ?? .nan]
    case .delta, .weightsGradient, .biasGradient:
      return [Double](repeating: .nan, count: table.shape(node).count)
    case .number, .likeWeights, .likeBias, .argument:
      return open[node] ?? [Double](repeating: 1, count: table.shape(node).count)
    }
  }

  func laidOut(_ matrix: Matrix<Double>) -> [Double] {
    table.layout == .rows ? matrix.values : matrix.transposed.values
  }

  /// For each element of a tensor: how every other tensor changes with it, everything upstream and
  /// beside it held fast.
  func slopes(by node: NetworkNode) -> [[[Double]?]] {
    if node == .parameters {
      var offset = 0
      var all: [[[Double]?]] = []
      guard let own = table.slots[.parameters] else { return [] }
      for layer in 1...table.depth {
        for part in [NetworkNode.weights(layer), .bias(layer)] {
          for direction in slopes(by: part) {
            var direction = direction
            var unit = [Double](repeating: 0, count: table.parameterCount)
            unit[offset] = 1
            direction[own] = unit
            all.append(direction)
            offset += 1
          }
        }
      }
      return all
    }
    guard let (rows, columns) = table.natural(node) else {
      // A number or a size: nothing of the network depends on it.
      var only = [[Double]?](repeating: nil, count: table.nodes.count)
      if let slot = table.slots[node] { only[slot] = [1] }
      return [only]
    }
    return (0..<(rows * columns)).map { element in
      // Elements are counted as the lesson lays them out, the network's are rows of samples.
      let natural =
        table.layout == .rows ? element : element % rows * columns + element / rows
      return direction(node, at: natural, rows: rows, columns: columns)
    }
  }

  private func direction(
    _ node: NetworkNode, at element: Int, rows: Int, columns: Int
  ) -> [[Double]?] {
    var unit = [Double](repeating: 0, count: rows * columns)
    unit[element] = 1
    var moved: [NetworkNode: [Double]] = [node: unit]
    var current: [Double]?
    var layer = 1
    switch node {
    case .activation(let from):
      current = unit
      layer = from + 1
    case .preactivation(let at):
      current = activationSlope(at, unit)
      moved[.activation(at)] = current
      layer = at + 1
    case .weights(let at):
      let z = weightSlope(at, element: element, columns: columns)
      moved[.preactivation(at)] = z
      current = activationSlope(at, z)
      moved[.activation(at)] = current
      layer = at + 1
    case .bias(let at):
      let z = (0..<table.batch).flatMap { _ in unit }
      moved[.preactivation(at)] = z
      current = activationSlope(at, z)
      moved[.activation(at)] = current
      layer = at + 1
    case .target:
      moved[.loss] = [targetSlope(element)]
    case .loss, .likelihood, .delta, .weightsGradient, .biasGradient, .parameters, .size, .number,
      .likeWeights, .likeBias, .argument:
      break
    }
    while let a = current, layer <= table.depth {
      let z = affineSlope(layer, a)
      moved[.preactivation(layer)] = z
      current = activationSlope(layer, z)
      moved[.activation(layer)] = current
      layer += 1
    }
    if let output = current {
      let change = zip(slopesOfLoss, output).reduce(0) { $0 + $1.0 * $1.1 }
      moved[.loss] = [change * share]
      moved[.likelihood] = [
        -change * exponential(-network.loss.value(a: pass.output, y: target))
      ]
    }
    var bySlot = [[Double]?](repeating: nil, count: table.nodes.count)
    for (node, slope) in moved {
      guard let slot = table.slots[node] else { continue }
      bySlot[slot] = turned(slope, node)
    }
    return bySlot
  }

  private func turned(_ slope: [Double], _ node: NetworkNode) -> [Double] {
    guard table.layout == .columns, let (rows, columns) = table.natural(node), rows > 1, columns > 1
    else { return slope }
    return (0..<slope.count).map { slope[$0 % rows * columns + $0 / rows] }
  }

  /// dZ = dA W.
  private func affineSlope(_ layer: Int, _ a: [Double]) -> [Double] {
    let weights = network.layers[layer - 1].weights
    var z = [Double](repeating: 0, count: table.batch * weights.columns)
    for sample in 0..<table.batch {
      for input in 0..<weights.rows {
        let change = a[sample * weights.rows + input]
        if change == 0 { continue }
        for unit in 0..<weights.columns {
          z[sample * weights.columns + unit] +=
            change * weights.values[input * weights.columns + unit]
        }
      }
    }
    return z
  }

  /// dZ = A dW, where dW is 1 at one element.
  private func weightSlope(_ layer: Int, element: Int, columns: Int) -> [Double] {
    let (input, unit) = (element / columns, element % columns)
    let a = pass.a(layer - 1)
    var z = [Double](repeating: 0, count: table.batch * columns)
    for sample in 0..<table.batch {
      z[sample * columns + unit] = a.values[sample * a.columns + input]
    }
    return z
  }

  private func activationSlope(_ layer: Int, _ z: [Double]) -> [Double] {
    if let slopes = slopesOfActivations[layer - 1] { return zip(slopes, z).map { $0 * $1 } }
    return ForwardDerivative.rowwise(
      network.layers[layer - 1].activation, z: pass.z(layer), p: pass.a(layer).values, slope: z)
  }

  private func targetSlope(_ element: Int) -> Double {
    let (a, y) = (pass.output.values[element], target.values[element])
    return ForwardDerivative.difference(at: y) { network.loss.term(a, $0) } * share
  }
}
