import Derivations
import Neural

/// `gradient-check`: backpropagation's gradients against central differences.
struct GradientCheckDirective: Directive {
  static let name = "gradient-check"
  static let summary = "Holds the gradients of backpropagation against differences of the loss."
  static let example = """
    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 5, activation: tanh}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{gradient-check} check
    network: mlp
    data: iris
    samples: 8
    ```
    """

  let network: LabelReference
  let data: LabelReference
  let samples: Int
  let limit: Int?
  let reduction: Training.Reduction
  let regularization: Regularization
  let faults: Set<Fault>
  private let label: String
  private let samplesPlace: Range<Int>

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network to check")
    data = options.required("data", .label(.dataset), "where the samples come from")
    options.context.pair(network, with: data)
    samples = options.value(
      "samples", .positive, default: 8, "how many samples, the first of the part")
    limit = options.optional(
      "limit", .positive, "how many numbers of each parameter to check; all if not given")
    reduction = options.value(
      "gradient", .choice("reduction"), default: Training.Reduction.mean, shown: "mean",
      "whether the loss is the mean over the samples or their sum")
    regularization = Regularization(
      l2: options.value("l2", .notNegative, default: 0, "λ of ½ λ Σ W²"),
      l1: options.value("l1", .notNegative, default: 0, "λ of λ Σ |W|"))
    faults = Set(
      options.value(
        "fault", .faults, default: [], shown: "none",
        "a mistake of a published document, made on purpose"))
    label = options.label
    samplesPlace = options.place(of: "samples")
  }

  var definition: LabelKind? { .gradientCheck }

  func foundations(in session: Session) -> [Foundation] {
    [.notation(session.notations.circumstance(of: network.name, [.weights, .weightVector, .bias]))]
  }

  static let keepsValues = true

  var exhibits: Set<ExhibitKind> { [.table] }

  func run(in session: inout Session) throws -> [Output] {
    let examples = try session.examples(of: data, judging: session.network(network))
    let batch = try examples.first(samples, at: samplesPlace)
    let network = try session.network(network).inDouble
    do throws(ShapeError) {
      try examples.validate(inputs: network.inputs, outputs: network.outputs)
      let check = try GradientCheck(
        network, examples.samples.batch(batch),
        examples.targets.batch(batch, outputs: network.outputs), reduction: reduction,
        regularization: regularization, faults: faults, limit: limit)
      if !label.isEmpty { session[label] = .gradientCheck(check) }
      return outputs(check, depth: network.layers.count, session.notations)
    } catch {
      throw CellFailure("gradient-check.shape", "\(error)", at: data.range)
    }
  }

  private func outputs(
    _ check: GradientCheck, depth: Int, _ notations: LessonNotations
  ) -> [Output] {
    var outputs: [Output] = [.table(table(check, depth: depth, notations))]
    if check.kinks > 0 {
      let number = check.kinks == 1 ? "1 number was" : "\(check.kinks) numbers were"
      outputs.append(
        .notice(
          Notice(
            .note,
            "\(number) left out: the step crossed a kink of an activation, where a difference says nothing about the derivative."
          )))
    }
    return outputs
  }

  /// A row for each parameter, in the lesson's letters and layout.
  private func table(
    _ check: GradientCheck, depth: Int, _ notations: LessonNotations
  ) -> Table {
    let layout = notations.layout(of: network.name) ?? .rows
    let weights = notations.weights(of: network.name)
    let first = notations.firstIndex(of: network.name)
    func name(_ index: Int, _ usual: String, _ share: String) -> Table.Content {
      // Weights and bias of each layer follow one another.
      let role = index.isMultiple(of: 2) ? weights.role : .bias
      let symbol = notations.symbol(
        role, layer: index / 2 + 1, of: network.name, depth: depth)
      guard let symbol, case .nodes(let nodes) = Table.Content(tex: symbol) else {
        return .text(usual + share)
      }
      return .nodes(nodes + (share.isEmpty ? [] : [.text(share)]))
    }
    return Table(
      [
        .init("Parameter", .left), .init("Shape"), .init("Worst at"), .init("Backpropagation"),
        .init("Difference"), .init("Error"), .init("Verdict", .left),
      ],
      rows: check.rows.enumerated().map { index, row in
        let worst = row.worst
        let layout = index.isMultiple(of: 2) ? weights.layout ?? .rows : layout
        // All of a parameter's numbers are checked unless a limit says otherwise.
        let share = row.checked < row.shape.rows * row.shape.columns ? " (\(row.checked))" : ""
        return [
          name(index, row.name, share), .text(layout.shape(row.shape.rows, row.shape.columns)),
          .text(
            worst.map { place in
              let (row, column) =
                layout == .rows ? (place.row, place.column) : (place.column, place.row)
              return "\(row + first), \(column + first)"
            } ?? "–"),
          .text(worst?.analytic.significant(6) ?? "–"),
          .text(worst?.numeric.significant(6) ?? "–"), .text(row.relativeError.significant(2)),
          row.relativeError < GradientCheck.tolerance ? "✓\u{A0}agrees" : "✗\u{A0}differs",
        ]
      })
  }
}
