import Diagnostics
import Neural
import Plots

/// What training runs recorded, one line for each run and series.
struct LearningCurvePlot: PlotKind {
  static let name = "learning-curve"
  static let summary = "what training runs recorded, step by step or epoch by epoch"

  let runs: [LabelReference]
  let measures: [String]
  let isLogarithmic: Bool
  let smoothing: Int
  let best: Bool

  init(_ options: Options) {
    runs = options.required(
      "of", .list("a list of training runs", of: .label(.training)), "the runs to draw")
    measures = options.value(
      "measure", .list("a series or a list of series", of: .text), default: ["loss"],
      shown: "loss",
      "the series: loss, accuracy, of numbers rmse, mae and r2, or in full as in 'validation loss'; "
        + "several as [loss, validation loss]")
    isLogarithmic = options.value(
      "log", .flag, default: false, "a logarithmic axis for the measure")
    smoothing = options.value(
      "smooth", .positive, default: 1, "how many values a line averages; raw ones stay as a trace")
    best = options.value("best", .flag, default: false, "mark the best point of each line")
    check(options)
  }

  func figure(in session: inout Session) throws -> Figure {
    var found: [(run: LabelReference, record: TrainingRecord, series: [History.Series])] = []
    for run in runs {
      let record = try session.training(run)
      found.append((run, record, try matching(record, at: run)))
    }
    // Steps and epochs have one axis where what is counted in epochs is set where their steps end.
    let axes = Set(found.flatMap(\.series).map(\.axis))
    let unit = axes.count == 1 ? axes.first ?? .step : .step
    let series = found.flatMap { run, record, series in
      series.map { one in
        LearningCurve.Series(
          runs.count == 1 ? one.name : series.count == 1 ? run.name : "\(run.name) \(one.name)",
          one.values,
          at: one.positions.map { position in
            Double(one.axis == unit ? position : position * record.stepsPerEpoch)
          }, best: best ? (Self.isHighestBest(one.name) ? .highest : .lowest) : nil)
      }
    }
    let curve = LearningCurve(
      session.words.terms["Learning curve"],
      description: series.map { session.words.sentence($0, unit: unit.rawValue) }
        .joined(separator: " "), series: series,
      unit: unit.rawValue, measure: axisTitle, logarithmic: isLogarithmic, smoothing: smoothing)
    return Figure(curve.picture(id: session.nextPictureID(), words: session.words))
  }

  /// What all series have in common, such as 'loss' of 'loss' and 'validation loss'.
  private var axisTitle: String {
    let last = Set(measures.map { $0.split(separator: " ").last.map(String.init) ?? $0 })
    return measures.count == 1 ? measures[0] : last.sorted().joined(separator: ", ")
  }

  private static func isHighestBest(_ name: String) -> Bool {
    [Metric.accuracy, .r2].contains { name.hasSuffix($0.title) }
  }

  /// The series asked for: by their names, or by their last words.
  private func matching(
    _ record: TrainingRecord, at run: LabelReference
  ) throws(CellFailure) -> [History.Series] {
    var all: [History.Series] = []
    for measure in measures {
      let wanted = Self.seriesName(measure)
      let exact = record.history[wanted].map { [$0] }
      let found = exact ?? record.history.series.filter { $0.name.hasSuffix(wanted) }
      guard let axis = found.first?.axis else {
        throw CellFailure(
          "plot.series", "'\(run.name)' recorded no '\(measure)'", at: run.range,
          help: help(toRecord: wanted, record))
      }
      for one in found where one.axis == axis && !all.contains(where: { $0.name == one.name }) {
        all.append(one)
      }
    }
    return all
  }

  /// The option that has a series recorded, and what was.
  private func help(toRecord name: String, _ record: TrainingRecord) -> [String] {
    let recorded = record.history.series.map(\.name).joined(separator: ", ")
    let option =
      if name.hasPrefix("validation") {
        "it is recorded where the 'train' cell has 'validation: …', the part to validate on"
      } else if name == "loss" {
        "it is recorded where the 'train' cell has 'record-steps: 1'"
      } else {
        "it is recorded where the 'train' cell has 'record-epochs: 1'"
      }
    return [option, recorded.isEmpty ? "it recorded nothing" : "it recorded: \(recorded)"]
  }

  /// As a run names it: `validation R²` of `validation r2`.
  private static func seriesName(_ measure: String) -> String {
    let words = measure.split(separator: " ").map { word in
      Metric(rawValue: word.lowercased())?.title ?? String(word)
    }
    return words.joined(separator: " ")
  }

  /// Every series that a run can record.
  private static let known =
    Metric.allCases.map(\.title)
    + Stopping.ExampleSet.allCases.flatMap { set in
      Metric.allCases.map { "\(set.rawValue) \($0.title)" }
    }

  /// Names that no run records, and figures that the targets do not have.
  private func check(_ options: Options) {
    for measure in measures {
      let name = Self.seriesName(measure)
      guard Self.known.contains(name) else {
        options.report(
          Diagnostic(
            "plot.series", "no training run records '\(measure.shortened)'",
            at: options.place(of: "measure"),
            help: NearestName.help(for: name, in: Self.known, called: "series")))
        continue
      }
      guard let kind = Metric.allCases.first(where: { name.hasSuffix($0.title) })?.kind else {
        continue
      }
      for run in runs {
        guard let train = options.scope.training(labelled: run.name) else { continue }
        options.context.check(
          "'\(measure)'", asks: kind, of: train.data, at: options.place(of: "measure"))
      }
    }
  }
}

extension Plots.Words {
  /// What a curve shows, in a sentence.
  func sentence(_ series: LearningCurve.Series, unit: String) -> String {
    let places = series.at ?? series.values.indices.map { Double($0 + 1) }
    let name = terms[series.name]
    guard let first = series.values.first, let last = series.values.last, let from = places.first,
      let to = places.last
    else { return "\(name): \(noData)." }
    func place(_ value: Double, _ place: Double) -> Sentences.Place {
      (value.significant(4), terms[unit], place.significant(8))
    }
    guard series.values.count > 1 else { return sentences.single(name, place(first, from)) }
    return sentences.course(
      name, Sentences.Course(of: series.values), place(first, from), place(last, to))
  }
}
