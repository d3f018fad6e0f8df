import Neural
import Plots

/// What of a sweep is put on the page.
struct SweepPresentation: Sendable {
  enum Part: String, Sendable, CaseIterable {
    /// The loss of every case over its steps, in one picture.
    case curves
    /// Accuracies against the value varied.
    case results
    case table
  }

  /// The names of its options.
  static let options: Set<String> = ["show", "log"]

  private let parts: [Part]
  private let isLogarithmic: Bool

  init(_ options: Options) {
    parts = options.value(
      "show", .list("a list of curves, results and table", of: .choice("part")),
      default: [.curves, .table], shown: "[curves, table]",
      "the losses by step; the accuracies against the value; the outcomes as a table")
    isLogarithmic = options.value(
      "log", .flag, default: false, "a logarithmic axis for the loss")
  }

  var exhibits: Set<ExhibitKind> { Set(parts.map { $0 == .table ? .table : .figure }) }

  func outputs(_ record: SweepRecord, in session: inout Session) -> [Output] {
    parts.compactMap { part in
      switch part {
      case .curves: record.curves(logarithmic: isLogarithmic, in: &session).map(Output.figure)
      case .results: record.results(in: &session).map(Output.figure)
      case .table: .table(record.table)
      }
    }
  }
}

extension SweepRecord {
  /// One line for each case, the mean over its seeds in a band from the lowest to the highest.
  fileprivate func curves(logarithmic: Bool, in session: inout Session) -> Figure? {
    let lines = cases.compactMap(\.lossCurve)
    guard let longest = lines.map(\.values.count).max(), longest > 1 else { return nil }
    let unit = cases.first?.trials.first?.training.history.lossSeries?.axis ?? .step
    let isNoisy = cases.contains { $0.trials.contains { $0.training.training.batch != .whole } }
    let curve = LearningCurve(
      parameter.isEmpty ? "Training loss" : "Training loss by \(parameter)",
      description: cases.map(\.sentence).joined(separator: " "), series: lines,
      unit: unit.rawValue, measure: "loss", logarithmic: logarithmic,
      smoothing: isNoisy ? Smoothing.window(for: longest) : 1)
    return Figure(curve.picture(id: session.nextPictureID(), words: session.words))
  }

  /// Accuracy against the value; nil where the values are no numbers.
  fileprivate func results(in session: inout Session) -> Figure? {
    let lines = linesOverFirst
    let numbers = (lines.first?.cases ?? []).compactMap { $0.values.first?.number }
    guard numbers.count * lines.count == cases.count, numbers.count > 1,
      let least = numbers.min(), let most = numbers.max(), let parameter = parameters.first
    else { return nil }
    let series = lines.flatMap { line -> [(String, [Double])] in
      // Lines for training and test of every combination would be too many to tell apart.
      let scores: [(String, Score)] =
        lines.count > 1
        ? [(line.name, hasTest ? .testAccuracy : .trainingAccuracy)]
        : [("training", .trainingAccuracy)] + (hasTest ? [("test", .testAccuracy)] : [])
      return scores.map { name, score in (name, line.cases.map { $0.value(score) ?? .nan }) }
    }
    // Values chosen by factors are as far apart as their factors, not as their differences.
    let isGeometric = least > 0 && most / least >= 50
    let curve = SweepCurve(
      "Accuracy by \(self.parameter)",
      description: cases.map(\.sentence).joined(separator: " "),
      parameter: parameter, measure: lines.count > 1 && hasTest ? "test accuracy" : "accuracy",
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

  private var hasTest: Bool { cases.contains { $0.value(.testAccuracy) != nil } }

  private var isRepeated: Bool { cases.contains { $0.trials.count > 1 } }

  /// A row for each case; over several seeds the means, and the lowest and the highest of the last.
  var table: Table {
    let divergences = cases.map(\.divergence)
    let hasDivergence = divergences.contains { $0 != nil }
    let last = hasTest ? Score.testAccuracy : .trainingAccuracy
    var columns = (parameters.isEmpty ? ["case"] : parameters).enumerated().map { index, name in
      let isNumber =
        index > 0 && cases.allSatisfy { index < $0.values.count && $0.values[index].number != nil }
      return Table.Column(
        name.contains(".") ? name : name.replacing("-", with: " ").capitalizedFirst,
        isNumber ? .right : .left)
    }
    if isRepeated { columns.append(.init("Runs")) }
    columns += [.init("Training loss"), .init("Training accuracy")]
    if hasTest { columns.append(.init("Test accuracy")) }
    if isRepeated { columns += [.init("Lowest"), .init("Highest")] }
    if hasDivergence { columns.append(.init("Remark", .left)) }
    let rows = zip(cases, divergences).map { one, divergence -> [Table.Content] in
      func percent(_ score: Score, _ summary: Summary = .mean) -> Table.Content {
        .text(one.value(score, summary)?.percent(2) ?? "–")
      }
      var row: [Table.Content] = one.values.map { .text($0.text) }
      if isRepeated { row.append("\(one.trials.count)") }
      row.append(.text(one.value(.trainingLoss)?.significant(4) ?? "–"))
      row.append(percent(.trainingAccuracy))
      if hasTest { row.append(percent(.testAccuracy)) }
      if isRepeated { row += [percent(last, .min), percent(last, .max)] }
      if hasDivergence { row.append(.text(divergence ?? "")) }
      return row
    }
    return Table(columns, rows: rows)
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

  fileprivate var divergence: String? {
    let steps = trials.compactMap(\.divergence)
    guard let first = steps.first else { return nil }
    return trials.count == 1
      ? "diverged at step \(first)" : "\(steps.count) of \(trials.count) diverged"
  }

  fileprivate var sentence: String {
    var words = "\(name): training accuracy \(text(.trainingAccuracy) { $0.percent(2) })"
    if value(.testAccuracy) != nil {
      words += ", test accuracy \(text(.testAccuracy) { $0.percent(2) })"
    }
    return words + "."
  }

  /// The recorded loss, over seeds as far as all runs went.
  fileprivate var lossCurve: LearningCurve.Series? {
    let recorded = trials.compactMap { $0.training.history.lossSeries }
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
