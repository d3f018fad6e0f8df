import Derivations
import Neural

/// `dimensions`: the shapes of all matrices of a network, as a document with rows or columns has them.
struct DimensionsDirective: Directive {
  static let name = "dimensions"
  static let summary = "Lists the shapes of all matrices of a network, its samples rows or columns."
  static let example = """
    ```{network} mlp
    input: 784
    layers:
      - {units: 28, activation: sigmoid}
      - {units: 10, activation: softmax}
    loss: cross-entropy
    ```

    ```{dimensions}
    network: mlp
    layout: columns
    ```
    """

  private let network: LabelReference
  /// Nil is the lesson's.
  private let layout: Notation.Layout?
  private let batch: String?
  private let hasGradients: Bool

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network")
    layout = options.optional(
      "layout", .choice("layout"),
      "rows: a sample is a row; columns: it is a column; if not given, as the lesson's notation has it, "
        + "rows without one")
    batch = options.optional(
      "batch", .text,
      "the letter, or the number, of samples seen at once; if not given, the notation's, or m")
    hasGradients = options.value(
      "gradients", .flag, default: false, "list the gradients, too")
  }

  var exhibits: Set<ExhibitKind> { [.table] }

  private static let roles: [Role] = [
    .input, .weights, .weightVector, .bias, .preactivation, .activation, .loss, .size(.batch),
  ]

  func foundations(in session: Session) -> [Foundation] {
    [.notation(session.notations.circumstance(of: network.name, Self.roles))]
  }

  func run(in session: inout Session) throws -> [Output] {
    let live = try session.network(network).inDouble
    let notations = session.notations
    let layout = layout ?? notations.layout(of: network.name) ?? .rows
    let weights = notations.weights(of: network.name)
    let weightsLayout = weights.role == .weightVector ? .rows : layout
    let batch = batch ?? notations.symbol(.size(.batch), of: network.name) ?? "m"
    /// The lesson's own symbol, or the usual letter.
    func symbol(_ role: Role, _ usual: String, _ layer: Int? = nil) -> String {
      notations.symbol(role, layer: layer, of: network.name, depth: live.layers.count) ?? usual
    }
    func row(_ layer: Int, _ tex: String, _ words: String, _ shape: String) -> [Table.Content] {
      ["\(layer)", .init(tex: tex), .text(words), .text(shape)]
    }
    var rows = [row(0, symbol(.input, "X"), "the samples", layout.shape(batch, live.inputs))]
    for (index, layer) in live.layers.enumerated() {
      let number = index + 1
      let tensors: [(tex: String, words: String, shape: String)] = [
        (
          symbol(weights.role, "W", number), "weights",
          weightsLayout.shape(layer.inputs, layer.outputs)
        ),
        (symbol(.bias, "b", number), "bias", layout.shape(1, layer.outputs)),
        (
          symbol(.preactivation, "Z", number), "before the activation",
          layout.shape(batch, layer.outputs)
        ),
        (
          symbol(.activation, "A", number), layer.activation.name,
          layout.shape(batch, layer.outputs)
        ),
      ]
      rows += tensors.map { row(number, $0.tex, $0.words, $0.shape) }
      guard hasGradients else { continue }
      let loss = symbol(.loss, "L")
      rows += [tensors[2], tensors[0], tensors[1]].map {
        row(number, #"\partial \#(loss) / \partial \#($0.tex)"#, "gradient", $0.shape)
      }
    }
    return [
      .table(
        Table(
          [.init("Layer"), .init("Matrix", .left), .init("What it is", .left), .init("Shape")],
          rows: rows))
    ]
  }
}
