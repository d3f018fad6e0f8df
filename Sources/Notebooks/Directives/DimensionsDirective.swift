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
  private let layout: DrawingOrder.Layout
  private let batch: String
  private let hasGradients: Bool

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network")
    layout = options.value(
      "layout", .choice("layout"), default: .rows, shown: "rows",
      "whether a sample is a row or a column")
    batch = options.value(
      "batch", .text, default: "m", "the letter, or the number, of samples seen at once")
    hasGradients = options.value(
      "gradients", .flag, default: false, "list the gradients, too")
  }

  var exhibits: Set<ExhibitKind> { [.table] }

  func run(in session: inout Session) throws -> [Output] {
    let network = try session.network(network).inDouble
    var rows = [row("0", "X", "the samples", samples(network.inputs))]
    for (index, layer) in network.layers.enumerated() {
      let number = index + 1
      let level = "\(number)"
      rows.append(row(level, "W", "weights", weights(layer)))
      rows.append(row(level, "b", "bias", bias(layer)))
      rows.append(row(level, "Z", "before the activation", samples(layer.outputs)))
      rows.append(row(level, "A", layer.activation.name, samples(layer.outputs)))
      guard hasGradients else { continue }
      rows.append(row(level, "∂L/∂Z", "gradient", samples(layer.outputs)))
      rows.append(row(level, "∂L/∂W", "gradient", weights(layer)))
      rows.append(row(level, "∂L/∂b", "gradient", bias(layer)))
    }
    return [
      .table(
        Table(
          [.init("Layer"), .init("Matrix", .left), .init("What it is", .left), .init("Shape")],
          rows: rows))
    ]
  }

  private func row(
    _ layer: String, _ name: String, _ words: String, _ shape: String
  ) -> [Table.Content] {
    [.text(layer), .text(name), .text(words), .text(shape)]
  }

  private func samples(_ width: Int) -> String {
    layout == .rows ? "\(batch) × \(width)" : "\(width) × \(batch)"
  }

  private func weights(_ layer: Layer<Double>) -> String {
    layout == .rows
      ? "\(layer.inputs) × \(layer.outputs)" : "\(layer.outputs) × \(layer.inputs)"
  }

  private func bias(_ layer: Layer<Double>) -> String {
    layout == .rows ? "1 × \(layer.outputs)" : "\(layer.outputs) × 1"
  }
}
