import Diagnostics
import Neural

/// `network`: layers, their activations and initializers, and a loss.
struct NetworkDirective: Directive {
  static let name = "network"
  static let summary = "Defines a network of dense layers and draws its parameters."
  static let labelling = Labelling.required
  static let example = """
    ```{network} mlp
    input: 4
    layers:
      - {units: 20, activation: relu, init: xavier-uniform}
      - {units: 3, activation: softmax, init: xavier-uniform}
    loss: cross-entropy
    ```
    """

  let inputs: Int
  let layers: [Architecture.Dense]
  let layerPlaces: Range<Int>
  let loss: Loss
  let order: DrawingOrder
  let seed: Int?
  /// Parameters that were kept by an earlier run.
  private let file: Located<String>?
  private let label: String

  init(_ options: Options) {
    inputs = options.required("input", .positive, "the number of features of a sample")
    layers = options.required(
      "layers", .list("a list of layers such as {units: 20, activation: relu}", of: .layer),
      "the layers from the first hidden one to the output")
    layerPlaces = options.place(of: "layers")
    loss = options.required(
      "loss", .named("loss", Loss.all.map { ($0.name, $0) }), "what training makes small")
    order = DrawingOrder(
      layout: options.value(
        "layout", .choice("layout"), default: .rows, shown: "rows",
        "whether weights are drawn as [inputs × outputs] (rows) or [outputs × inputs] (columns)"),
      sequence: options.value(
        "draw", .choice("order"), default: .layerByLayer, shown: "layer-by-layer",
        "the order in which weights and biases are drawn"))
    seed = options.optional(
      "seed", .seed, "start the random numbers anew here, as np.random.seed does")
    file = options.optional(
      "load", OptionType<String>.text.located,
      "a file that 'save' of a 'train' cell wrote: nothing is drawn")
    label = options.label
    // What stands in for a wrong value is nothing to complain about a second time.
    if !options.hasReported { check(options) }
  }

  var architecture: Architecture { Architecture(inputs: inputs, layers: layers, loss: loss) }

  var definition: LabelKind? { .network(architecture) }

  /// The network as it was drawn has a name of its own, by which training begins anew.
  var changes: [String] { [LabelReference(name: label, part: nil, range: 0..<0).asDrawn] }

  /// The file whose parameters it has; nil where they are drawn.
  var fileName: String? { file?.value }

  /// What can be known to be wrong before anything runs.
  private func check(_ options: Options) {
    // A layer that could not be read has a stand-in, of which nothing more need be said.
    guard !options.hasErrors else { return }
    do throws(Architecture.Failure) {
      try architecture.validate()
    } catch {
      if case .lossDomain = error {
        options.report(
          Diagnostic(
            "network.loss", "\(error)", at: options.place(of: "loss"),
            help: ["end with 'softmax' or 'sigmoid', or take the loss 'quadratic'"]))
      } else {
        options.report(
          Diagnostic(
            "network.size", "\(error)", at: layerPlaces, help: ["a lesson needs far fewer units"]))
      }
    }
    if loss == .crossEntropy, layers.last?.units == 1 {
      options.report(
        .warning(
          "network.loss", "cross-entropy over a single output is always zero for softmax",
          at: options.place(of: "loss"), help: ["use 'binary-cross-entropy' with 'sigmoid'"]))
    }
    for layer in layers.dropLast() where layer.activation == .softmax {
      options.report(
        .warning(
          "network.activation", "softmax is meant for the last layer", at: layerPlaces,
          help: ["hidden layers take sigmoid, tanh or relu"]))
    }
  }

  var exhibits: Set<ExhibitKind> { [.table] }

  func foundations(in session: Session) throws -> [Foundation] {
    [.notation(session.notations.circumstance(of: label))]
      + (try file.map { [.file(try session.path(of: $0))] } ?? [])
  }

  func run(in session: inout Session) throws -> [Output] {
    session.reseed(seed)
    let network = Value.network(try parameters(in: &session))
    session[label] = network
    for name in changes { session[name] = network }
    return [.table(table(session.notations))]
  }

  /// The network with its parameters, read or drawn.
  private func parameters(in session: inout Session) throws -> LiveNetwork {
    if let file { return try session.load(architecture, from: file) }
    switch session.precision {
    case .double:
      return .double(try Network(architecture, order: order, using: &session.generator))
    case .float:
      return .float(try Network(architecture, order: order, using: &session.generator))
    }
  }

  private func table(_ notations: LessonNotations) -> Table {
    let layout = notations.layout(of: label) ?? .rows
    let weights = notations.weights(of: label).layout ?? .rows
    var width = inputs
    var rows: [[Table.Content]] = [["0", "input", "\(inputs)", "", "", "", ""]]
    for (index, layer) in layers.enumerated() {
      rows.append([
        "\(index + 1)", .text(index + 1 == layers.count ? "output" : "hidden"),
        "\(layer.units)", .text(layer.activation.name), .text(weights.shape(width, layer.units)),
        .text(layout.shape(1, layer.units)), "\((width + 1) * layer.units)",
      ])
      width = layer.units
    }
    rows.append(["", "", "", "", "", "total", "\(architecture.parameterCount)"])
    return Table(
      [
        .init("Layer"), .init("Kind", .left), .init("Units"), .init("Activation", .left),
        .init("Weights"), .init("Bias"), .init("Parameters"),
      ], rows: rows)
  }
}

extension OptionType where Value == Architecture.Dense {
  /// `{units: 20, activation: relu, init: he-normal}`
  static let layer = OptionType(
    dense.words, standIn: dense.standIn, form: dense.form
  ) { setting, context in
    if let foreign = ForeignLayer(setting) {
      context.report(foreign.diagnostic)
      return nil
    }
    return dense.read(setting, context)
  }

  private static let dense = OptionType.group("a layer such as {units: 20, activation: relu}") {
    options in
    let units = options.required("units", .positive, "the number of neurons")
    let slope = options.optional("slope", .positiveNumber, "the slope of leaky-relu left of zero")
    var activation = options.required(
      "activation", .named("activation", Activation.all.map { ($0.name, $0) }),
      "the function applied to z = xW + b")
    if let slope {
      if activation.slope != nil {
        activation = .leakyReLU(slope: slope)
      } else if options.has("activation") {
        options.reportUnused(
          "slope", "'\(activation.name)' has no slope of its own",
          help: ["write 'activation: leaky-relu', or leave 'slope' out"])
      }
    }
    return Architecture.Dense(
      units: units, activation: activation,
      weights: options.value(
        "init", .initializer, default: .xavierUniform, shown: "xavier-uniform",
        "how the weights are drawn"),
      biases: options.value(
        "bias", .initializer, default: .zeros, shown: "zeros", "how the biases are drawn"))
  }
}

extension OptionType where Value == Initializer {
  /// A name, or a mapping for those with numbers of their own: `{uniform: [-1, 1]}`.
  static let initializer: OptionType = {
    let names = OptionType.named("initializer", Initializer.all.map { ($0.name, $0) })
    let words =
      "an initializer: a name, {uniform: [low, high]}, {normal: [mean, deviation]} or {constant: value}"
    return OptionType(words, standIn: .zeros, form: names.form) { setting, context in
      guard case .mapping(let entries) = setting.content else {
        return names.read(setting, context)
      }
      guard entries.count == 1, let entry = entries.first else { return nil }
      let numbers = entry.value.read(as: .list("numbers", of: .number), in: context)
      switch (entry.key, numbers.count) {
      case ("uniform", 2) where numbers[0] < numbers[1]: return .uniform(numbers[0], numbers[1])
      case ("normal", 2) where numbers[1] >= 0:
        return .normal(mean: numbers[0], deviation: numbers[1])
      case ("constant", 1): return .constant(numbers[0])
      default: return nil
      }
    }
  }()
}
