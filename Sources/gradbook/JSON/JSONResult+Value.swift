import Datasets
import Neural
import Notebooks

extension JSONResult {
  /// Nil for a notation, which is nothing but words for what the lesson has otherwise.
  init?(_ value: Value) {
    switch value {
    case .dataset(let dataset): self = .dataset(Dataset(dataset))
    case .network(let network):
      self = .network(
        inputs: network.inputs, outputs: network.outputs,
        parameters: network.inDouble.parameterCount)
    case .training(let record): self = .training(Training(record))
    case .gradientCheck(let check): self = .gradientCheck(Check(check))
    case .sweep(let record):
      self = .sweep(
        parameter: record.parameter,
        cases: record.cases.map { Case(name: $0.name, trials: $0.trials.map(Trial.init)) })
    case .notation: return nil
    }
  }
}

extension JSONResult.Dataset {
  init(_ dataset: Datasets.Dataset) {
    parts = dataset.parts.map { Part(name: $0.name, samples: $0.examples.count) }
    features = dataset.features
    classes = dataset.classNames
    standsInFor = dataset.standIn?.wanted
  }
}

extension JSONResult.Training {
  init(_ record: TrainingRecord) {
    network = record.network
    steps = record.steps
    ending = record.ending.word
    series = record.history.series.map { series in
      JSONResult.Series(
        name: series.name, axis: series.axis.rawValue, positions: series.positions,
        values: series.values.map(JSONNumber.init))
    }
    epochSeconds = record.history.epochSeconds
  }
}

extension JSONResult.Check {
  init(_ check: GradientCheck) {
    passes = check.passes
    error = JSONNumber(check.relativeError)
    parameters = check.rows.map { row in
      Parameter(
        name: row.name, checked: row.checked, kinks: row.kinks.count,
        error: JSONNumber(row.relativeError))
    }
  }
}

extension JSONResult.Trial {
  init(_ trial: SweepRecord.Trial) {
    seed = trial.seed
    steps = trial.training.steps
    ending = trial.training.ending.word
    func number(_ figure: Metric, _ evaluation: Evaluation?) -> JSONNumber? {
      guard let evaluation, figure.kind == nil || figure.kind == evaluation.kind else { return nil }
      return JSONNumber(evaluation[figure] ?? .nan)
    }
    trainLoss = JSONNumber(trial.onTraining.loss)
    trainAccuracy = number(.accuracy, trial.onTraining)
    testLoss = trial.onTest.map { JSONNumber($0.loss) }
    testAccuracy = number(.accuracy, trial.onTest)
    trainRmse = number(.rmse, trial.onTraining)
    trainMae = number(.mae, trial.onTraining)
    trainR2 = number(.r2, trial.onTraining)
    testRmse = number(.rmse, trial.onTest)
    testMae = number(.mae, trial.onTest)
    testR2 = number(.r2, trial.onTest)
  }
}

extension TrainingRecord.Ending {
  /// Why the training ended.
  fileprivate var word: String {
    switch self {
    case .completed: "completed"
    case .reachedTarget: "reached-target"
    case .lostPatience: "lost-patience"
    case .diverged: "diverged"
    }
  }
}
