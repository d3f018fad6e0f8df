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

  static let keepsValues = true

  var exhibits: Set<ExhibitKind> { [.table] }

  func run(in session: inout Session) throws -> [Output] {
    let examples = try session.examples(of: data)
    let batch = try examples.first(samples, at: samplesPlace)
    let network = try session.network(network).inDouble
    do throws(ShapeError) {
      try examples.validate(inputs: network.inputs, outputs: network.outputs)
      let check = try GradientCheck(
        network, examples.samples.batch(batch),
        examples.targets.batch(batch, outputs: network.outputs), reduction: reduction,
        regularization: regularization, faults: faults, limit: limit)
      if !label.isEmpty { session[label] = .gradientCheck(check) }
      return outputs(check)
    } catch {
      throw CellFailure("gradient-check.shape", "\(error)", at: data.range)
    }
  }

  private func outputs(_ check: GradientCheck) -> [Output] {
    var outputs: [Output] = [.table(table(check))]
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

  private func table(_ check: GradientCheck) -> Table {
    Table(
      [
        .init("Parameter", .left), .init("Shape"), .init("Worst at"), .init("Backpropagation"),
        .init("Difference"), .init("Error"), .init("Verdict", .left),
      ],
      rows: check.rows.map { row in
        let worst = row.worst
        // All of a parameter's numbers are checked unless a limit says otherwise.
        let share = row.checked < row.shape.rows * row.shape.columns ? " (\(row.checked))" : ""
        return [
          .text(row.name + share), .text("\(row.shape.rows) × \(row.shape.columns)"),
          .text(worst.map { "\($0.row + 1), \($0.column + 1)" } ?? "–"),
          .text(worst?.analytic.significant(6) ?? "–"),
          .text(worst?.numeric.significant(6) ?? "–"), .text(row.relativeError.significant(2)),
          row.relativeError < GradientCheck.tolerance ? "✓\u{A0}agrees" : "✗\u{A0}differs",
        ]
      })
  }
}
