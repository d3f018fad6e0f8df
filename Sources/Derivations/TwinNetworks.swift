import Neural

/// Small random networks of the same kind as a lesson's: the same activations and loss, but every
/// size different from every other, so that no formula conforms by chance.
struct TwinNetworks: Sendable {
  let activations: [Activation]
  let loss: Loss
  /// Whether the network has a single output, which its twins keep.
  let hasSingleOutput: Bool

  /// Sizes from which layers take theirs: none twice, and none 1.
  private static let sizes = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
  private static let outputs = 4
  /// Not 2, so that a missing 1/m is not taken for a missing ½.
  private static let batch = 3
  /// Nearer to a kink than this no pre-activation may lie.
  static let clearance = 0.02

  /// The sizes of a twin with this many layers.
  func widths(depth: Int) -> [Int] {
    let hidden = (0..<depth).map {
      Self.sizes[$0 % Self.sizes.count] + 10 * ($0 / Self.sizes.count)
    }
    return hidden + [hasSingleOutput ? 1 : Self.outputs]
  }

  /// The activations of a twin; a deeper one repeats the last hidden layer's.
  func activations(depth: Int) -> [Activation] {
    guard depth > activations.count, let hidden = activations.dropLast().last else {
      return activations
    }
    let extra = [Activation](repeating: hidden, count: depth - activations.count)
    return activations.dropLast() + extra + activations.suffix(1)
  }

  static func batch(eachSample: Bool) -> Int { eachSample ? 1 : batch }

  /// More than the twins have of themselves, whose points are drawn again and again.
  private static let manyParameters = 2000

  /// Networks with inputs and targets, such that over all of them every unit with a kink is seen on
  /// both of its sides and never near it.
  ///
  /// - Parameter open: the tensors for which any value is to be drawn.
  func points(
    count: Int, table: NodeTable, reduction: Notation.Reduction, assumption: Assumption,
    seed: UInt64, trustsEngine: Bool = false
  ) -> [NetworkPoint] {
    var best: [NetworkPoint] = []
    // A large network has units enough on either side of a kink, and takes long to be drawn.
    let isLarge = table.parameterCount > Self.manyParameters
    let (attempts, redraws) = isLarge ? (1, 2) : (60, 40)
    func drawn(_ random: inout SplitMix) -> NetworkPoint {
      draw(table, reduction, assumption, &random, trustsEngine: trustsEngine)
    }
    for attempt in 0..<UInt64(attempts) {
      var random = SplitMix(seed: seed &+ attempt &* 7919)
      var points: [NetworkPoint] = []
      for _ in 0..<count {
        var point = drawn(&random)
        for _ in 0..<redraws where !isClear(point) { point = drawn(&random) }
        points.append(point)
      }
      best = points
      // A single point is only a first look; it need not see both sides.
      if count < 2 || seesBothSides(points) { break }
    }
    return best
  }

  private func draw(
    _ table: NodeTable, _ reduction: Notation.Reduction, _ assumption: Assumption,
    _ random: inout SplitMix, trustsEngine: Bool
  ) -> NetworkPoint {
    let activations = activations(depth: table.depth)
    var layers: [Layer<Double>] = []
    for layer in 1...table.depth {
      let (rows, columns) = (table.widths[layer - 1], table.widths[layer])
      let scale = 2.2 / Double(rows).squareRoot()
      let weights = Matrix(
        rows: rows, columns: columns,
        values: (0..<(rows * columns)).map { _ in random.uniform(-scale, scale) })
      let bias = Matrix(row: (0..<columns).map { _ in random.uniform(-0.8, 0.8) })
      guard
        let made = try? Layer(weights: weights, bias: bias, activation: activations[layer - 1])
      else { preconditionFailure("a twin's layer has the sizes of its table") }
      layers.append(made)
    }
    let input = Matrix(
      rows: table.batch, columns: table.widths[0],
      values: (0..<(table.batch * table.widths[0])).map { _ in random.uniform(-1.5, 1.5) })
    let target = Matrix(
      rows: table.batch, columns: table.widths[table.depth],
      values: (0..<table.batch).flatMap { _ in
        self.target(table.widths[table.depth], assumption, &random)
      })
    var open: [NetworkNode: [Double]] = [:]
    for node in table.nodes {
      switch node {
      case .number: open[node] = [random.uniform(0.2, 0.9)]
      case .likeWeights, .likeBias:
        open[node] = (0..<table.shape(node).count).map { _ in random.uniform(0.2, 1.5) }
      case .argument:
        open[node] = (0..<table.shape(node).count).map { at in
          random.uniform(0.1, 1.5) * (at % 2 == 0 ? 1 : -1)
        }
      default: break
      }
    }
    guard
      let network = try? Network(layers: layers, loss: loss),
      let point = try? NetworkPoint(
        network: network, input: input, target: target, table: table, reduction: reduction,
        open: open, trustsEngine: trustsEngine)
    else { preconditionFailure("a twin's layers fit each other") }
    return point
  }

  private func target(
    _ count: Int, _ assumption: Assumption, _ random: inout SplitMix
  ) -> [Double] {
    switch assumption {
    case .anyTarget: return (0..<count).map { _ in random.uniform(-0.6, 1.4) }
    case .normalized where count > 1:
      let parts = (0..<count).map { _ in random.uniform(0.2, 1) }
      let total = parts.reduce(0, +)
      return parts.map { $0 / total }
    case .oneHot where count > 1:
      let hot = Int(random.next() % UInt64(count))
      return (0..<count).map { $0 == hot ? 1 : 0 }
    default: return [random.next() % 2 == 0 ? 0 : 1]
    }
  }

  private func isClear(_ point: NetworkPoint) -> Bool {
    for (index, layer) in point.network.layers.enumerated() {
      for z in point.pass.z(index + 1).values {
        for kink in layer.activation.kinks where abs(z - kink) < Self.clearance { return false }
      }
    }
    return true
  }

  private func seesBothSides(_ points: [NetworkPoint]) -> Bool {
    guard let first = points.first else { return true }
    for (index, layer) in first.network.layers.enumerated() {
      for kink in layer.activation.kinks {
        for unit in 0..<layer.outputs {
          var sides = Set<Bool>()
          for point in points {
            let z = point.pass.z(index + 1)
            for sample in 0..<z.rows { sides.insert(z[sample, unit] > kink) }
          }
          if sides.count < 2 { return false }
        }
      }
    }
    return true
  }
}

/// A small generator with a seed (Steele, Lea & Flood 2014), so that every check is the same on every run.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * Double(next() >> 11) * 0x1p-53
  }
}
