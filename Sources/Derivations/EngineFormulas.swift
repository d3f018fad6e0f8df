import Neural

/// The formulas by which a network's values are computed, in a lesson's notation.
public struct EngineFormulas: Sendable {
  /// Something the engine computes.
  public enum Quantity: Hashable, Sendable {
    case preactivation(Int)
    case activation(Int)
    case loss
    /// ∂L/∂z of a layer.
    case delta(Int)
    case weightsGradient(Int)
    case biasGradient(Int)
  }

  private let equations: [Quantity: String]

  public init(of network: Network<Double>, in notation: Notation) {
    let writer = DerivationWriter(network: network, notation: notation.ofWholeBatch)
    // Where formulas have no words for the network, nothing is shown beside its code.
    let written = (try? writer.equations) ?? []
    equations = Dictionary(
      written.compactMap { equation in equation.quantity.map { ($0, equation.tex) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// An equation in TeX with the quantity on its left side: `h_{1} = X W_{1} + b_{1}`.
  public subscript(quantity: Quantity) -> String? { equations[quantity] }
}

extension Notation {
  /// The notation for formulas that the program writes: of the batch, unless the lesson speaks of one
  /// sample, with biases of their own.
  var ofWholeBatch: Notation {
    var notation = self
    if notation.samples == .automatic { notation.samples = .all }
    notation.isBiasFolded = false
    return notation
  }
}
