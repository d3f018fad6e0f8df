import Neural

/// Holds the engine's backward pass against the derivative of its forward pass alone.
///
/// Both speak of the same twins; where they part, the forward pass is right by definition and the
/// engine is to blame.
struct EngineAudit {
  let depth: Int
  let twins: TwinNetworks
  /// Mistakes the engine is asked to make.
  let injected: Set<Fault>

  /// Rounding over a few layers stays well below this.
  private static let tolerance = 1e-8

  func faults() -> [EngineFault] {
    var found: [EngineFault] = []
    let table = NodeTable(
      widths: twins.widths(depth: depth), batch: TwinNetworks.batch(eachSample: false),
      layout: .rows, open: [])
    let points = twins.points(
      count: 2, table: table, reduction: .sum, assumption: .normalized, seed: 11)
    for point in points {
      guard
        let gradients = try? point.network.backward(
          point.pass, point.target, faults: injected)
      else { preconditionFailure("a twin's targets fit its outputs") }
      for layer in 1...depth {
        let own = gradients.layer(layer)
        for (name, node, engine) in [
          ("∂L/∂W", NetworkNode.weights(layer), own.weights),
          ("∂L/∂b", .bias(layer), own.bias),
          ("∂L/∂z", .preactivation(layer), own.delta),
        ] {
          let forward = point.lossGradient(by: node)
          let difference = Comparison.difference(engine.values, forward)
          guard difference.error > Self.tolerance || difference.error.isNaN else { continue }
          let gradient = name + subscripted(layer)
          guard !found.contains(where: { $0.gradient == gradient }) else { continue }
          found.append(
            EngineFault(
              gradient: gradient, row: difference.element / engine.columns + 1,
              column: difference.element % engine.columns + 1, engine: difference.left,
              forward: difference.right, error: difference.error))
        }
      }
    }
    return found
  }
}

/// A number in subscript digits: 12 is ₁₂.
func subscripted(_ number: Int) -> String {
  String(
    String(number).unicodeScalars.map { digit in
      Character(Unicode.Scalar(0x2080 + digit.value - 0x30) ?? digit)
    })
}
