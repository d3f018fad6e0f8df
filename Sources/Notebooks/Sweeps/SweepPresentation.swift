import Neural
import Plots

/// What of a sweep is put on the page.
struct SweepPresentation: Sendable {
  enum Part: String, Sendable, CaseIterable {
    /// The loss of every case over its steps, in one picture.
    case curves
    /// A figure against the value varied.
    case results
    case table
  }

  /// The names of its options.
  static let options: Set<String> = ["show", "log", "measure"]

  private let parts: [Part]
  private let isLogarithmic: Bool
  /// The figure of the results and of their lowest and highest; nil: accuracy, or RMSE of numbers.
  private let figure: Metric?

  /// - Parameter run: the training run that is repeated.
  init(_ options: Options, of run: LabelReference) {
    parts = options.value(
      "show", .list("a list of curves, results and table", of: .choice("part")),
      default: [.curves, .table], shown: "[curves, table]",
      "the losses by step; the measure against the value; the outcomes as a table")
    isLogarithmic = options.value(
      "log", .flag, default: false, "a logarithmic axis for the loss")
    figure = options.optional(
      "measure", .choice("figure"),
      "the figure of the results: loss, accuracy, rmse, mae or r2; accuracy, or of numbers rmse, if it "
        + "is not given")
    if let kind = figure?.kind, let train = options.scope.training(labelled: run.name) {
      options.context.check(
        "'measure'", asks: kind, of: train.data, at: options.place(of: "measure"))
    }
  }

  var exhibits: Set<ExhibitKind> { Set(parts.map { $0 == .table ? .table : .figure }) }

  func outputs(_ record: SweepRecord, in session: inout Session) -> [Output] {
    let figure = figure ?? record.standardFigure
    let outputs = parts.compactMap { part -> Output? in
      switch part {
      case .curves: record.curves(logarithmic: isLogarithmic, in: &session).map(Output.figure)
      case .results: record.results(figure, in: &session).map(Output.figure)
      case .table: .table(record.table(figure))
      }
    }
    return outputs + (record.leftOut.map { [.notice($0)] } ?? [])
  }
}

extension SweepRecord {
  /// One line for each case, the mean over its seeds in a band from the lowest to the highest.
  fileprivate func curves(logarithmic: Bool, in session: inout Session) -> Figure? {
    let lines = cases.compactMap(\.lossCurve)
    guard let longest = lines.map(\.values.count).max(), longest > 0 else { return nil }
    let unit = cases.first?.trials.first?.training.history.lossSeries?.axis ?? .step
    let isNoisy = cases.contains { $0.trials.contains { $0.training.training.batch != .whole } }
    let curve = LearningCurve(
      parameter.isEmpty ? "Training loss" : "Training loss by \(parameter)",
      description: cases.map { $0.sentence(standardFigure) }.joined(separator: " "), series: lines,
      unit: unit.rawValue, measure: "loss", logarithmic: logarithmic,
      smoothing: isNoisy ? Smoothing.window(for: longest) : 1)
    return Figure(curve.picture(id: session.nextPictureID(), words: session.words))
  }

  /// Accuracy of classes, RMSE of numbers.
  fileprivate var standardFigure: Metric { kind == .classes ? .accuracy : .rmse }

  /// Says which runs are in no mean, no picture and no best; nil where all are.
  fileprivate var leftOut: Notice? {
    let names = cases.compactMap { one -> String? in
      let missing = one.trials.count { !$0.isAnswered }
      guard missing > 0 else { return nil }
      let share = one.trials.count > 1 ? "\(missing) of \(one.trials.count) runs of " : ""
      return "\(share)\(one.name)"
    }
    guard !names.isEmpty else { return nil }
    return Notice(
      .warning,
      "Left out, since the network answers with NaN or infinity or the run diverged: "
        + "\(names.joined(separator: "; ")).")
  }

  /// A figure against the value; nil where the values are no numbers.
  fileprivate func results(_ figure: Metric, in session: inout Session) -> Figure? {
    let lines = linesOverFirst
    let numbers = (lines.first?.cases ?? []).compactMap { $0.values.first?.number }
    guard numbers.count * lines.count == cases.count, numbers.count > 1,
      let least = numbers.min(), let most = numbers.max(), let parameter = parameters.first
    else { return nil }
    let (training, test) = (Score(.training, figure), Score(.test, figure))
    let series = lines.flatMap { line -> [(String, [Double])] in
      // Lines for training and test of every combination would be too many to tell apart.
      let scores: [(String, Score)] =
        lines.count > 1
        ? [(line.name, hasTest ? test : training)]
        : [("training", training)] + (hasTest ? [("test", test)] : [])
      return scores.map { name, score in (name, line.cases.map { $0.value(score) ?? .nan }) }
    }
    // Values chosen by factors are as far apart as their factors, not as their differences.
    let isGeometric = least > 0 && most / least >= 50
    let curve = SweepCurve(
      "\(figure.title.capitalizedFirst) by \(self.parameter)",
      description: cases.map { $0.sentence(figure) }.joined(separator: " "),
      parameter: parameter, measure: lines.count > 1 && hasTest ? test.title : figure.title,
      values: numbers, series: series,
      logarithmic: isGeometric)
    return Figure(curve.plot.picture(id: session.nextPictureID(), words: session.words))
  }

  /// The cases by the values of all options but the first: `units 5`.
  private var linesOverFirst: [(name: String, cases: [Case])] {
    var lines: [(name: String, cases: [Case])] = []
    for one in cases {
      let name = zip(parameters, one.values).dropFirst().map { "\($0) \($1.text)" }
        .joined(separator: ", ")
      if let index = lines.firstIndex(where: { $0.name == name }) {
        lines[index].cases.append(one)
      } else {
        lines.append((name, [one]))
      }
    }
    return lines
  }

  private var hasTest: Bool { cases.contains(where: \.isTested) }

  private var isRepeated: Bool { cases.contains { $0.trials.count > 1 } }

  /// A row for each case; over several seeds the means, and the lowest and the highest of a figure.
  fileprivate func table(_ figure: Metric) -> Table {
    let remarks = cases.map(\.remark)
    let hasRemarks = remarks.contains { $0 != nil }
    // The figure of which the lowest and the highest are shown stands before these.
    let figures = Metric.all(of: kind).filter { $0 != .mae && $0 != figure } + [figure]
    let scores =
      figures.map { Score(.training, $0) }
      + (hasTest ? figures.map { Score(.test, $0) } : [])
    var columns = (parameters.isEmpty ? ["case"] : parameters).enumerated().map { index, name in
      let isNumber =
        index > 0 && cases.allSatisfy { index < $0.values.count && $0.values[index].number != nil }
      return Table.Column(
        name.contains(".") ? name : name.replacing("-", with: " ").capitalizedFirst,
        isNumber ? .right : .left)
    }
    if isRepeated { columns.append(.init("Runs")) }
    columns += scores.map { .init($0.title.capitalizedFirst) }
    if isRepeated { columns += [.init("Lowest"), .init("Highest")] }
    if hasRemarks { columns.append(.init("Remark", .left)) }
    let rows = zip(cases, remarks).map { one, remark -> [Table.Content] in
      func text(_ score: Score, _ summary: Summary = .mean) -> Table.Content {
        .text(one.value(score, summary).map(score.figure.text) ?? "–")
      }
      var row: [Table.Content] = one.values.map { .text($0.text) }
      if isRepeated { row.append("\(one.trials.count)") }
      row += scores.map { text($0) }
      if isRepeated, let last = scores.last { row += [text(last, .min), text(last, .max)] }
      if hasRemarks { row.append(.text(remark ?? "")) }
      return row
    }
    return Table(columns, rows: rows)
  }
}

extension Metric {
  /// A value as a table has it.
  fileprivate func text(_ value: Double) -> String {
    self == .accuracy ? value.percent(2) : value.significant(4)
  }
}

extension SweepRecord.Case {
  fileprivate func text(
    _ score: SweepRecord.Score, _ write: (Double) -> String
  ) -> String {
    guard let mean = value(score) else { return "–" }
    guard trials.count > 1, let low = value(score, .min), let high = value(score, .max) else {
      return write(mean)
    }
    return "\(write(mean)) (\(write(low)) to \(write(high)))"
  }

  /// What became of runs without figures.
  fileprivate var remark: String? {
    let steps = trials.compactMap(\.divergence)
    let missing = trials.count { !$0.isAnswered }
    guard missing > 0 else { return nil }
    guard let first = steps.first else {
      return trials.count == 1 ? "no answer" : "\(missing) of \(trials.count) without an answer"
    }
    return trials.count == 1
      ? "diverged at step \(first)" : "\(missing) of \(trials.count) diverged"
  }

  fileprivate func sentence(_ figure: Metric) -> String {
    let scores = SweepRecord.Score.Part.allCases.filter { $0 == .training || isTested }
      .map { SweepRecord.Score($0, figure) }
    let words = scores.map { "\($0.title) \(text($0, figure.text))" }
    return "\(name): \(words.joined(separator: ", "))."
  }

  /// The recorded loss, over seeds as far as all runs went.
  fileprivate var lossCurve: LearningCurve.Series? {
    let answered = trials.filter(\.isAnswered)
    // A single run is shown as far as it went; a mean is one of runs that all have an answer.
    let recorded = (trials.count == 1 ? trials : answered).compactMap {
      $0.training.history.lossSeries
    }
    guard let shortest = recorded.min(by: { $0.values.count < $1.values.count }) else {
      return nil
    }
    let at = shortest.positions.map(Double.init)
    guard recorded.count > 1 else {
      return LearningCurve.Series(name, shortest.values, at: at)
    }
    var means: [Double] = []
    var spread = LearningCurve.Series.Spread(low: [], high: [])
    for index in shortest.values.indices {
      let values = recorded.map { $0.values[index] }
      means.append(values.reduce(0, +) / Double(values.count))
      spread.low.append(values.min() ?? .nan)
      spread.high.append(values.max() ?? .nan)
    }
    return LearningCurve.Series(name, means, at: at, spread: spread)
  }
}

extension History {
  /// The loss by step, or by epoch where no step was recorded.
  var lossSeries: Series? { self["loss"] ?? series.first { $0.name.hasSuffix("loss") } }
}
