import Neural
import Plots

/// The error of a gradient check against its step size: truncation falls with h², rounding rises with
/// 1/h, and a wrong gradient stays wrong at every size.
struct CheckStepsPlot: PlotKind {
  static let name = "check-steps"
  static let summary = "the error of a gradient check against its step size"

  private let network: LabelReference
  private let data: LabelReference
  private let samples: Int
  private let limit: Int
  private let reduction: Training.Reduction
  private let faults: [Fault]

  init(_ options: Options) {
    network = options.required("of", .label(.network), "the network to check")
    data = options.required("data", .label(.dataset), "where the samples come from")
    options.context.pair(network, with: data)
    samples = options.value(
      "samples", .positive, default: 8, "how many samples, the first of the part")
    limit = options.value(
      "limit", .positive, default: 50, "how many numbers of each parameter to check")
    reduction = options.value(
      "gradient", .choice("reduction"), default: Training.Reduction.mean, shown: "mean",
      "whether the loss is the mean over the samples or their sum")
    faults = options.value(
      "fault", .faults, default: [], shown: "none",
      "mistakes of published documents, each drawn as a line of its own")
  }

  func figure(in session: inout Session) throws -> Figure {
    let examples = try session.examples(of: data, judging: session.network(network))
    let network = try session.network(network).inDouble
    let batch = 0..<min(samples, examples.count)
    do throws(ShapeError) {
      try examples.validate(inputs: network.inputs, outputs: network.outputs)
      let x: Matrix<Double> = examples.samples.batch(batch)
      let y: Matrix<Double> = examples.targets.batch(batch, outputs: network.outputs)
      var steps: [Double] = []
      var lines: [(name: String, values: [Double])] = []
      for fault in [nil] + faults.map(Optional.some) {
        let found = try GradientCheck.errorsByStep(
          network, x, y, reduction: reduction, faults: Set([fault].compactMap(\.self)),
          limit: limit)
        steps = found.map(\.step)
        lines.append((fault?.rawValue ?? "backpropagation", found.map(\.error)))
      }
      let curve = GradientCheckCurve(
        session.words.terms["Error of the gradient check by step size"],
        description: Self.description(steps, lines, session.words),
        steps: steps, errors: lines)
      return Figure(curve.plot.picture(id: session.nextPictureID(), words: session.words))
    } catch {
      throw CellFailure("plot.shape", "\(error)", at: data.range)
    }
  }

  private static func description(
    _ steps: [Double], _ lines: [(name: String, values: [Double])], _ words: Plots.Words
  ) -> String {
    lines.map { line in
      let best = zip(steps, line.values).min { $0.1 < $1.1 }
      guard let best else { return line.name }
      return words.sentences.leastError(
        words.terms[line.name], best.1.significant(2), best.0.significant(2))
    }.joined(separator: " ")
  }
}
