/// The loop of one training run: epochs, steps, what is written down, when it ends.
struct TrainingRun<Step: TrainingStep> {
  private let training: Training
  private let examples: Examples
  private let validation: Examples?
  private let batchSize: Int
  private let plannedSteps: Int
  private let progressEvery: Int

  private var step: Step
  private var order: [Int]
  private var made = 0
  private var epoch = 0
  private var history = History()
  private var losses = History.Series(name: "loss", axis: .step)
  private var lastLoss: Double?
  private var best: BestEpoch<Step.Scalar>?

  /// How often progress is told: often enough for a bar to move smoothly.
  private static var progressReports: Int { 200 }

  init(of training: Training, step: Step, examples: Examples, validation: Examples?) {
    self.training = training
    self.step = step
    self.examples = examples
    self.validation = validation
    batchSize = training.batchSize(of: examples.count)
    plannedSteps = training.steps(of: examples.count)
    progressEvery = max(1, plannedSteps / Self.progressReports)
    order = Array(0..<examples.count)
  }

  mutating func complete(
    using generator: inout MersenneTwister, progress: (TrainingProgress) -> Void
  ) -> TrainingOutcome<Step.Scalar> {
    while made < plannedSteps {
      if let ending = runEpoch(using: &generator, progress: progress) { return outcome(ending) }
    }
    return outcome(.completed)
  }

  /// Runs one epoch, or what is left of the run; returns why training is over, if it is.
  private mutating func runEpoch(
    using generator: inout MersenneTwister, progress: (TrainingProgress) -> Void
  ) -> TrainingOutcome<Step.Scalar>.Ending? {
    training.order.advance(
      &order, examples: examples.count, batches: training.stepsPerEpoch(of: examples.count),
      batchSize: batchSize, using: &generator)
    step.begin(order: order)
    var sums = RunningSums(isNeeded: needsRunningFigures)
    let clock = ContinuousClock()
    let start = clock.now
    for first in stride(from: 0, to: order.count, by: batchSize) where made < plannedSteps {
      let indices = order[first..<min(first + batchSize, order.count)]
      let isRecorded =
        training.recording.everySteps > 0 && made % training.recording.everySteps == 0
      let moment = Schedule.Moment(step: made, epoch: epoch, steps: plannedSteps)
      let report = step.move(
        over: indices, rate: training.schedule.rate(training.rate, moment), number: made + 1,
        measuring: isRecorded || sums.isNeeded, using: &generator)
      let isMeasured = isRecorded || sums.isNeeded
      if isMeasured { lastLoss = report.loss / Double(indices.count) }
      if isRecorded, let loss = lastLoss {
        losses.positions.append(made)
        losses.values.append(loss)
      }
      guard report.isFinite && (!isMeasured || report.loss.isFinite) else {
        return .diverged(step: made)
      }
      sums.add(report, samples: indices.count)
      made += 1
      if made % progressEvery == 0 || made == plannedSteps {
        progress(
          TrainingProgress(step: made, steps: plannedSteps, epoch: epoch + 1, loss: lastLoss))
      }
    }
    history.epochSeconds.append((clock.now - start) / .seconds(1))
    epoch += 1
    return closeEpoch(sums)
  }

  /// Writes down an epoch's figures and decides whether they end the run.
  private mutating func closeEpoch(
    _ sums: RunningSums
  ) -> TrainingOutcome<Step.Scalar>.Ending? {
    var figures: [Stopping.ExampleSet: [Metric: Double]] = [:]
    if sums.isNeeded { figures[.running] = sums.figures(of: examples.targets.kind) }
    let recording = training.recording
    let isDue =
      recording.everyEpochs > 0
      && (epoch % recording.everyEpochs == 0 || made == plannedSteps)
    let isFollowed =
      recording.followsValidation && (epoch % followedEpochs == 0 || made == plannedSteps)
    let stopping = training.stopping
    if (isDue && recording.evaluatesTrainingSet) || stopping.target?.set == .training
      || (stopping.keepsBest && validation == nil)
    {
      figures[.training] = step.evaluation(on: examples).figures
    }
    if let validation,
      isDue || isFollowed || stopping.target?.set == .validation || stopping.patience != nil
        || stopping.keepsBest
    {
      figures[.validation] = step.evaluation(on: validation).figures
    }
    for set in Stopping.ExampleSet.allCases {
      guard let found = figures[set] else { continue }
      for figure in Metric.allCases {
        guard let value = found[figure] else { continue }
        history.append(value, to: "\(set.rawValue) \(figure.title)", .epoch, at: epoch)
      }
    }
    watch(figures[.validation] ?? figures[.training])
    if let target = stopping.target, let reached = figures[target.set]?[target.figure],
      reached.isFinite, !target.figure.isBetter(target.value, than: reached)
    {
      return .reachedTarget(epoch: epoch)
    }
    if let patience = stopping.patience, let best, epoch - best.epoch >= patience {
      return .lostPatience(epoch: epoch)
    }
    return nil
  }

  private mutating func watch(_ figures: [Metric: Double]?) {
    let stopping = training.stopping
    guard stopping.keepsBest || stopping.patience != nil,
      let value = figures?[stopping.watched], value.isFinite
    else { return }
    if let best, !stopping.watched.isBetter(value, than: best.value) { return }
    best = BestEpoch(
      epoch: epoch, value: value, network: stopping.keepsBest ? step.network : nil)
  }

  /// Running figures cost a loss per step, so they are taken once steps are measured anyway, or
  /// the target is one of them.
  private var needsRunningFigures: Bool {
    training.recording.everySteps == 1 && training.recording.everyEpochs > 0
      || training.stopping.target?.set == .running
  }

  /// How many epochs lie between two looks at a validation set that is only followed.
  private var followedEpochs: Int {
    max(1, plannedSteps / training.stepsPerEpoch(of: examples.count) / Self.progressReports)
  }

  /// Whether the last step left parameters that are numbers, and a loss that is one: no later step
  /// would tell.
  private var hasAnswers: Bool {
    guard made > 0 else { return true }
    let network = step.network
    guard network.parameters.allSatisfy({ $0.values.allSatisfy(\.isFinite) }) else { return false }
    let probe = examples.selecting(order.suffix(min(batchSize, Self.probed)))
    return Evaluation(of: network, on: probe).loss.isFinite
  }

  /// Enough samples to see whether a network answers with numbers, and few enough to cost nothing.
  private static var probed: Int { 100 }

  private func outcome(
    _ ending: TrainingOutcome<Step.Scalar>.Ending
  ) -> TrainingOutcome<Step.Scalar> {
    var ending = ending
    if case .diverged = ending {} else if !hasAnswers { ending = .diverged(step: made - 1) }
    var history = history
    if !losses.positions.isEmpty { history.prepend(losses) }
    return TrainingOutcome(
      network: best?.network ?? step.network, history: history, ending: ending, steps: made,
      bestEpoch: training.stopping.keepsBest ? best?.epoch : nil)
  }
}

/// The epoch whose figure was best so far, and its parameters where they are wanted.
private struct BestEpoch<Scalar: Real> {
  let epoch: Int
  let value: Double
  let network: Network<Scalar>?
}

/// What an epoch's steps saw, added up.
private struct RunningSums {
  let isNeeded: Bool
  private var loss = 0.0
  private var hits = 0
  private var samples = 0

  init(isNeeded: Bool) {
    self.isNeeded = isNeeded
  }

  mutating func add(_ report: StepReport, samples count: Int) {
    guard isNeeded else { return }
    loss += report.loss
    hits += report.hits
    samples += count
  }

  /// Of numbers only the loss is known as they pass.
  func figures(of kind: Targets.Kind) -> [Metric: Double] {
    let loss = loss / Double(samples)
    return kind == .classes
      ? [.loss: loss, .accuracy: Double(hits) / Double(samples)] : [.loss: loss]
  }
}

extension Evaluation {
  /// The figures of its kind; NaN where one is undefined.
  fileprivate var figures: [Metric: Double] {
    Dictionary(
      uniqueKeysWithValues: Metric.all(of: kind).map { ($0, self[$0] ?? .nan) })
  }
}
