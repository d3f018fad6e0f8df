import Neural
import Plots

/// What a training run left behind, whatever its precision.
public struct TrainingRecord: Sendable {
  public let network: String
  public let history: History
  public let ending: Ending
  public let steps: Int
  public let bestEpoch: Int?
  public let stepsPerEpoch: Int
  public let training: Training
  public let faults: Set<Fault>

  /// As `TrainingOutcome.Ending`, without the precision.
  public enum Ending: Sendable, Equatable {
    case completed
    case reachedTarget(epoch: Int)
    case lostPatience(epoch: Int)
    case diverged(step: Int)

    init<Scalar: Real>(_ ending: TrainingOutcome<Scalar>.Ending) {
      self =
        switch ending {
        case .completed: .completed
        case .reachedTarget(let epoch): .reachedTarget(epoch: epoch)
        case .lostPatience(let epoch): .lostPatience(epoch: epoch)
        case .diverged(let step): .diverged(step: step)
        }
    }
  }
}

extension Session {
  /// Trains a labelled network from where it stands, and keeps it as trained.
  mutating func train(
    _ reference: LabelReference, _ training: Training, on examples: Examples,
    validation: Examples?, faults: Set<Fault>, cell: String
  ) throws -> TrainingRecord {
    switch try network(reference) {
    case .float(let network):
      return try keep(
        network, LiveNetwork.float, reference, training, examples, validation, faults, cell)
    case .double(let network):
      return try keep(
        network, LiveNetwork.double, reference, training, examples, validation, faults, cell)
    }
  }

  private mutating func keep<Scalar: Real>(
    _ network: Network<Scalar>, _ wrap: (Network<Scalar>) -> LiveNetwork,
    _ reference: LabelReference, _ training: Training, _ examples: Examples,
    _ validation: Examples?, _ faults: Set<Fault>, _ cell: String
  ) throws -> TrainingRecord {
    let report = { [progress] (made: TrainingProgress) in
      let fraction = Double(made.step) / Double(max(made.steps, 1))
      progress(Progress(cell: cell, fraction: fraction, loss: made.loss))
    }
    let outcome: TrainingOutcome<Scalar>
    // Only the reference path makes mistakes on purpose, except those of evaluating.
    if faults.subtracting([.softmaxOverBatch]).isEmpty,
      let step = try FastStep(network, examples: examples, training: training)
    {
      outcome =
        faults.isEmpty
        ? try training.run(
          step, on: examples, validation: validation, using: &generator, progress: report)
        : try training.run(
          OverBatchStep(step, targets: examples.targets.kind), on: examples, validation: validation,
          using: &generator,
          progress: report)
    } else {
      outcome = try training.run(
        network, on: examples, validation: validation, faults: faults, using: &generator,
        progress: report)
    }
    self[reference.name] = .network(wrap(outcome.network))
    return TrainingRecord(
      network: reference.name, history: outcome.history, ending: .init(outcome.ending),
      steps: outcome.steps, bestEpoch: outcome.bestEpoch,
      stepsPerEpoch: training.stepsPerEpoch(of: examples.count), training: training,
      faults: faults)
  }
}

// MARK: - On the page

extension TrainingRecord {
  func outputs(_ show: TrainDirective.Show, in session: inout Session) -> [Output] {
    var outputs: [Output] = []
    if show == .curve || show == .all, let figure = lossCurve(in: &session) {
      outputs.append(.figure(figure))
    }
    if show == .log || show == .all, let log { outputs.append(.table(log)) }
    switch ending {
    case .completed, .diverged: break
    case .reachedTarget(let epoch):
      outputs.append(.notice(Notice(.note, "The target was reached after epoch \(epoch).")))
    case .lostPatience(let epoch):
      outputs.append(
        .notice(Notice(.note, "Stopped after epoch \(epoch): nothing had become better.")))
    }
    return outputs
  }

  /// The loss by step, smoothed over the raw values where a step sees part of the set, or the losses
  /// by epoch where no step was recorded.
  private func lossCurve(in session: inout Session) -> Figure? {
    let words = session.words
    if let loss = history["loss"], !loss.values.isEmpty {
      let series = LearningCurve.Series("loss", loss.values, at: loss.positions.map(Double.init))
      let curve = LearningCurve(
        words.terms["Training loss"], description: words.sentence(series, unit: "step"),
        series: [series],
        unit: "step", measure: "loss",
        smoothing: training.batch == .whole ? 1 : max(1, loss.values.count / 50))
      return Figure(curve.picture(id: session.nextPictureID(), words: words))
    }
    let series = history.series.filter { $0.axis == .epoch && $0.name.hasSuffix("loss") }
      .map { LearningCurve.Series($0.name, $0.values, at: $0.positions.map(Double.init)) }
    guard let first = series.first, !first.values.isEmpty else { return nil }
    let curve = LearningCurve(
      words.terms["Loss by epoch"],
      description: series.map { words.sentence($0, unit: "epoch") }.joined(separator: " "),
      series: series, unit: "epoch", measure: "loss")
    return Figure(curve.picture(id: session.nextPictureID(), words: words))
  }

  /// One row per epoch, with the reduction of the first loss.
  private var log: Table? {
    let series = history.series.filter { $0.axis == .epoch }
    guard let first = series.first else { return nil }
    let losses = series.first { $0.name.hasSuffix("loss") }
    var columns = [Table.Column("Epoch")] + series.map { Table.Column($0.name.capitalizedFirst) }
    if losses != nil { columns.insert(Table.Column("Reduction"), at: 2) }
    let rows = first.positions.enumerated().map { index, epoch -> [Table.Content] in
      var row: [Table.Content] = [.text("\(epoch)")]
      row += series.map { series in
        guard index < series.values.count else { return .text("") }
        let value = series.values[index]
        return .text(series.name.hasSuffix("accuracy") ? value.percent(2) : value.significant(6))
      }
      if let losses {
        let reduction = index > 0 ? losses.values[index - 1] - losses.values[index] : nil
        row.insert(.text(reduction?.significant(4) ?? "–"), at: 2)
      }
      return row
    }
    return Table(columns, rows: rows)
  }
}
