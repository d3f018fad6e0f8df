import Neural
import Plots

/// Numbers that a network predicts, against what they are.
struct PredictionsPlot: PlotKind {
  static let name = "predictions"
  static let summary = "numbers that a network predicts, against what they are"

  private let network: LabelReference
  private let data: LabelReference

  init(_ options: Options) {
    network = options.required("of", .label(.network), "the network")
    data = options.required("data", .label(.dataset), "the examples, whose targets are numbers")
    options.context.check(
      "'\(Self.name)'", asks: .values, of: data, at: options.place(of: "data"))
  }

  func figure(in session: inout Session) throws -> Figure {
    let live = try session.network(network)
    return try session.predictedAgainstActual(live, on: data)
  }
}

extension Session {
  /// A picture of what a network predicts on a part of a dataset, of the first outputs.
  mutating func predictedAgainstActual(
    _ live: LiveNetwork, on data: LabelReference
  ) throws -> Figure {
    let examples = try examples(of: data, judging: live)
    guard case .values(let targets) = examples.targets else {
      throw CellFailure(TargetMismatch("'\(PredictionsPlot.name)'", .values, of: data))
    }
    try examples.validate(inputs: live.inputs, outputs: live.outputs)
    let answers = try live.outputs(examples.samples, Array(0..<examples.count))
    let names = try targetNames(of: data, count: targets.columns)
    let unanswered = answers.answers.count { $0 == nil }
    let outputs = (0..<min(targets.columns, Paint.seriesColors)).map { output in
      (
        name: names[output],
        points: (0..<targets.rows).map { Point(x: targets[$0, output], y: answers[$0, output]) }
      )
    }
    let figures = try evaluation(of: live, on: data)
    let description =
      unanswered > 0
      ? Evaluation.words(unanswered: unanswered, of: examples.count).sentence
      : (outputs.count < targets.columns
        ? "The first \(outputs.count) of \(targets.columns) outputs. " : "")
        + "RMSE \(figures[.rmse].figureText(4)), R² \(figures[.r2].figureText(4)) over "
        + "\(examples.count) examples."
    let plot = PredictedActual(
      "Predicted against actual", description: description, outputs: outputs
    ).plot(words: words)
    return Figure(plot.picture(id: nextPictureID(), words: words))
  }
}
