import Neural
import Plots

/// What training runs recorded, one line for each run and series.
struct LearningCurvePlot: PlotKind {
  static let name = "learning-curve"
  static let summary = "what training runs recorded, step by step or epoch by epoch"

  let runs: [LabelReference]
  let measure: String
  let isLogarithmic: Bool
  let smoothing: Int
  let best: Bool

  init(_ options: Options) {
    runs = options.required(
      "of", .list("a list of training runs", of: .label(.training)), "the runs to draw")
    measure = options.value(
      "measure", .text, default: "loss",
      "the series: loss, accuracy, or in full as in 'validation loss'")
    isLogarithmic = options.value(
      "log", .flag, default: false, "a logarithmic axis for the measure")
    smoothing = options.value(
      "smooth", .positive, default: 1, "how many values a line averages; raw ones stay as a trace")
    best = options.value("best", .flag, default: false, "mark the best point of each line")
  }

  func figure(in session: inout Session) throws -> Figure {
    var series: [LearningCurve.Series] = []
    var unit = History.Axis.step
    for run in runs {
      let found = try matching(session.training(run), at: run)
      unit = found[0].axis
      series += found.filter { $0.axis == unit }.map { one in
        LearningCurve.Series(
          runs.count == 1 ? one.name : found.count == 1 ? run.name : "\(run.name) \(one.name)",
          one.values, at: one.positions.map(Double.init),
          best: best ? (one.name.hasSuffix("accuracy") ? .highest : .lowest) : nil)
      }
    }
    let curve = LearningCurve(
      "Learning curve", description: Self.description(of: series, unit: unit), series: series,
      unit: unit.rawValue, measure: measure, logarithmic: isLogarithmic, smoothing: smoothing)
    return Figure(curve.picture(id: session.nextPictureID(), words: session.words))
  }

  /// The series of this name, or those whose last word it is.
  private func matching(
    _ record: TrainingRecord, at run: LabelReference
  ) throws(CellFailure) -> [History.Series] {
    if let exact = record.history[measure] { return [exact] }
    let found = record.history.series.filter { $0.name.hasSuffix(measure) }
    guard let axis = found.first?.axis else {
      throw CellFailure(
        "plot.series", "'\(run.name)' recorded no '\(measure)'", at: run.range,
        help: ["it recorded: \(record.history.series.map(\.name).joined(separator: ", "))"])
    }
    return found.filter { $0.axis == axis }
  }

  private static func description(
    of series: [LearningCurve.Series], unit: History.Axis
  ) -> String {
    series.map { line in
      guard let first = line.values.first, let last = line.values.last else { return line.name }
      return "\(line.name) goes from \(first.significant(4)) to \(last.significant(4)) over "
        + "\(line.values.count) \(unit.rawValue)s."
    }.joined(separator: " ")
  }
}
