import Neural
import Plots

/// Activations with their derivatives, one panel for each.
struct ActivationPlot: PlotKind {
  static let name = "activation"
  static let summary = "activations with their derivatives"

  private let activations: [Activation]
  private let reach: Double

  init(_ options: Options) {
    activations = options.required(
      "of", .list("a list of activations", of: .named("activation", Self.choices)),
      "those that act on each number by itself")
    reach = options.value(
      "reach", .number("a number from 0.1 to 1000", standIn: 1) { (0.1...1000).contains($0) },
      default: 5, "how far to each side of zero")
  }

  /// Softmax is a function of a whole row and has no curve.
  private static let choices: [(name: String, value: Activation)] = Activation.all.compactMap {
    if case .elementwise = $0.form { ($0.name, $0) } else { nil }
  }

  /// An even number of steps, so that a kink at zero is a point of the curve.
  private static let steps = 200

  func figure(in session: inout Session) throws -> Figure {
    let x = (0...Self.steps).map { reach * (2 * Double($0) / Double(Self.steps) - 1) }
    let plots = activations.compactMap { activation -> Plot? in
      guard case .elementwise(let value, let derivative) = activation.form else { return nil }
      let values = x.map(value)
      let slopes = zip(x, values).map(derivative)
      return ActivationCurve(
        activation.name,
        description: session.words.sentences.curves(
          activation.name, (-reach).significant(3), reach.significant(3)), x: x, values: values,
        derivatives: slopes,
        // σ is the sigmoid; the others have no letter of their own.
        names: activation.name == "sigmoid" ? ("σ(z)", "σ′(z)") : ("g(z)", "g′(z)")
      ).plot
    }
    return Figure(of: plots, in: &session)
  }
}
