import Derivations
import Diagnostics
import Neural

/// `notation`: what the symbols of the lesson's formulas stand for.
struct NotationDirective: Directive {
  static let name = "notation"
  static let summary = "Binds the symbols of the formulas to the tensors of a network."
  static let implicitLabel: String? = "notation"
  static let example = #"""
    ```{network} mlp
    input: 4
    layers:
      - {units: 5, activation: relu}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{notation}
    network: mlp
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, h_l: preactivation, a_l: activation, P: output, L: loss}
    ```
    """#

  let network: LabelReference
  /// Samples on which formulas are tried on the lesson's own network, beside its twins.
  let data: LabelReference?
  let notation: Notation
  let faults: Set<Fault>
  let architecture: Architecture?
  private let show: Bool
  private let label: String

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network the formulas speak of")
    data = options.optional(
      "data", .label(.dataset),
      "samples on which every formula is tried once more, on the lesson's own network")
    if let data { options.context.pair(network, with: data) }
    var notation = Notation()
    notation.layout = options.value(
      "layout", .choice("layout"), default: .rows, shown: "rows",
      "rows: X is [batch × features]; columns: the transpose of everything")
    notation.superscript = options.value(
      "superscript", .choice("superscript"), default: .layer, shown: "layer",
      "what a^{(2)} means: layer 2, or a squared")
    notation.samples = options.value(
      "samples", .choice("samples"), default: .automatic, shown: "automatic",
      "whether a formula speaks of each sample or of the whole batch")
    notation.reduction = options.value(
      "reduction", .choice("reduction"), default: .sum, shown: "sum",
      "what the loss of a batch is of the losses of its samples: sum or mean")
    notation.firstIndex = options.value(
      "first-index", .integer("0 or 1", in: 0...1), default: 1, "the number of the first element")
    notation.isBiasFolded = options.value(
      "folded-bias", .flag, default: false,
      "whether a bias is written as weight number 0 of an input that is always 1")
    for product in options.value(
      "products", .pairs.naming(Notation.Product.allCases.map(\.rawValue)), default: [],
      shown: "standard",
      "which product each sign is: {\\cdot: matrix, \\times: elementwise}")
    {
      Self.set(product, in: &notation, options)
    }
    let meanings = Notation.meanings.map(\.words)
    for symbol in options.required(
      "symbols", .pairs.naming(meanings), "what each symbol stands for: {X: input}")
    {
      Self.bind(symbol, in: &notation, options)
    }
    self.notation = notation
    faults = Set(
      options.value(
        "fault", .faults, default: [], shown: "none",
        "a mistake of a published document for the engine to make, which the check must blame on it"
      ))
    show = options.value("show", .flag, default: true, "show the table of symbols")
    label = options.label
    architecture = options.scope.architecture(of: network)
  }

  private static func bind(_ pair: NamePair, in notation: inout Notation, _ options: Options) {
    do throws(Diagnostic) {
      try notation.bind(pair.name, to: pair.value)
    } catch {
      options.report(error.at(error.id == "notation.symbol" ? pair.nameRange : pair.valueRange))
    }
  }

  private static func set(_ pair: NamePair, in notation: inout Notation, _ options: Options) {
    guard let product = Notation.Product(rawValue: pair.value) else {
      options.report(
        Diagnostic(
          "notation.product", "unknown product '\(pair.value.shortened)'", at: pair.valueRange,
          help: NearestName.help(
            for: pair.value, in: Notation.Product.allCases.map(\.rawValue), called: "products")))
      return
    }
    do throws(Diagnostic) {
      try notation.setProduct(pair.name, product)
    } catch {
      options.report(error.at(pair.nameRange))
    }
  }

  var definition: LabelKind? { .notation }

  var exhibits: Set<ExhibitKind> { show ? [.table] : [] }

  func run(in session: inout Session) throws -> [Output] {
    let network = try session.network(network).inDouble
    let checker = DerivationChecker(
      of: network, in: notation, data: try samples(for: network, in: session), faults: faults)
    session[label] = .notation(LiveNotation(network: self.network, checker: checker))
    return show ? [.table(Self.table(of: notation, network))] : []
  }

  /// A handful is enough: what is wrong is wrong on any.
  private static let sampleCount = 3

  private func samples(
    for network: Network<Double>, in session: Session
  ) throws -> DerivationChecker.Data? {
    guard let data else { return nil }
    let examples = try session.examples(of: data)
    do throws(ShapeError) {
      try examples.validate(inputs: network.inputs, outputs: network.outputs)
    } catch {
      throw CellFailure("notation.shape", "\(error)", at: data.range)
    }
    let chosen = 0..<min(Self.sampleCount, examples.count)
    return DerivationChecker.Data(
      input: examples.samples.batch(chosen),
      target: examples.targets.batch(chosen, outputs: network.outputs))
  }

  private static func table(of notation: Notation, _ network: Network<Double>) -> Table {
    let widths = [network.inputs] + network.layers.map(\.outputs)
    return Table(
      [.init("Symbol", .left), .init("Stands for", .left), .init("Shape", .left)],
      rows: notation.symbols.map { binding in
        [
          .nodes([.element(binding.formula.mathML(isDisplay: false))]),
          .text(binding.role.words),
          .text(binding.role.shapes(widths: widths, notation).joined(separator: ", ")),
        ]
      })
  }
}

/// A notation in force, with what the formulas so far have defined.
public struct LiveNotation: Sendable {
  public let network: LabelReference
  public var checker: DerivationChecker
}

/// `name: value` of an option that is a mapping of texts.
struct NamePair: Sendable {
  let name: String
  let nameRange: Range<Int>
  let value: String
  let valueRange: Range<Int>
}

extension OptionType where Value == [NamePair] {
  static let pairs = OptionType("a mapping of names to words", standIn: []) { setting, context in
    guard case .mapping(let entries) = setting.content else { return nil }
    return entries.compactMap { entry in
      guard case .text(let value, _) = entry.value.content else {
        context.report(
          Diagnostic(
            "option.type", "expected words, found \(entry.value.words)", at: entry.value.range))
        return nil
      }
      return NamePair(
        name: entry.key, nameRange: entry.keyRange, value: value, valueRange: entry.value.range)
    }
  }

  /// The same where these words are what a name may be given.
  func naming(_ words: [String]) -> Self {
    var form = form
    form.values = words
    return OptionType(self.words, standIn: standIn, form: form, read: read)
  }
}

extension Diagnostic {
  /// The same diagnostic at a place.
  func at(_ range: Range<Int>) -> Diagnostic {
    var placed = self
    placed.range = range
    return placed
  }
}
