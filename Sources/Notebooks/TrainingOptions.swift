import Neural

extension Training {
  /// Reads how to train from the options of a cell; `train` and `sweep` share them.
  init(_ options: Options) {
    let rate = options.required("learning-rate", .positiveNumber, "the step along the gradient, η")
    let optimizer = options.value(
      "optimizer", .optimizer, default: SGD(), shown: "sgd",
      "how the parameters follow the gradient")
    let schedule = options.value(
      "schedule", .schedule, default: .constant, shown: "constant",
      "how the learning rate changes")
    let batch = options.value(
      "batch", .batch, default: .whole, shown: "whole", "the samples in each step")
    let reduction = options.value(
      "gradient", .choice("reduction"), default: Reduction.mean, shown: "mean",
      "whether a step follows the mean of its samples' gradients or their sum")
    let order = options.value(
      "order", .order, default: .shuffled, shown: "shuffled", "in which the samples are seen")
    self.init(
      optimizer: optimizer, rate: rate, schedule: schedule, regularization: Regularization(options),
      batch: batch, reduction: reduction, order: order, length: Length(options),
      stopping: Stopping(options), recording: Recording(options))
  }
}

extension Regularization {
  fileprivate init(_ options: Options) {
    self.init(
      l2: options.value("l2", .notNegative, default: 0, "λ of ½ λ Σ W²"),
      l1: options.value("l1", .notNegative, default: 0, "λ of λ Σ |W|"),
      dropout: options.value(
        "dropout", .belowOne, default: 0, "the share of hidden outputs left out of each step"),
      clipping: options.optional(
        "clip", .clipping, "a bound on the gradient: {norm: 1} or {value: 0.5}"))
  }
}

extension Training.Length {
  /// `epochs` or `steps`, exactly one of them.
  fileprivate init(_ options: Options) {
    let epochs = options.optional("epochs", .positive, "how often the whole set is seen")
    let steps = options.optional("steps", .positive, "how often the parameters move")
    switch (epochs, steps) {
    case (let epochs?, nil): self = .epochs(epochs)
    case (nil, let steps?): self = .steps(steps)
    case (nil, nil):
      options.reportMissing("epochs", or: "steps", "how long to train")
      self = .steps(1)
    case (_?, _?):
      options.reportConflict("epochs", "steps", "say how long to train by one of them")
      self = .steps(1)
    }
  }
}

extension Stopping {
  fileprivate init(_ options: Options) {
    self.init(
      target: options.optional(
        "stop", .target,
        "a figure good enough to stop at: {accuracy: 0.999, of: running}; of numbers {rmse: 0.1}"),
      patience: options.optional(
        "patience", .positive, "epochs without a better validation figure before it stops"),
      watched: options.value(
        "watch", .choice("figure"), default: .loss, shown: "loss",
        "the validation figure that patience and keep-best look at; of numbers also rmse, mae, r2"),
      keepsBest: options.value(
        "keep-best", .flag, default: false, "keep the parameters of the best epoch"))
  }
}

extension Training.Recording {
  fileprivate init(_ options: Options) {
    self.init(
      everySteps: options.value(
        "record-steps", .natural, default: 1, "keep the loss of every how-many-th step; 0: none"),
      everyEpochs: options.value(
        "record-epochs", .natural, default: 0,
        "evaluate the sets after every how-many-th epoch; 0: never; if it is not given, the validation "
          + "set is evaluated some 200 times a run"),
      evaluatesTrainingSet: options.value(
        "evaluate-training", .flag, default: true, "evaluate the training set, too"))
  }
}

// MARK: - The types of these options

extension OptionType where Value == Training.Batch {
  static let batch = OptionType<Int>.positive.map(Training.Batch.size)
    .or(.named("batch", [("whole", Training.Batch.whole)])) { $0 }
}

extension OptionType where Value == SampleOrder {
  static let order = OptionType.named(
    "order",
    [
      ("shuffled", SampleOrder.shuffled), ("sequential", .sequential),
      ("with-replacement", .withReplacement), ("reseeded", .reseeded(below: publishedSeeds)),
    ])

  /// How many seeds there are to draw from in the program from which this order is taken, the
  /// classifier with layers that reaches 97.58 % on MNIST; another number gives other orders.
  private static let publishedSeeds = 321_242_341
}

extension OptionType where Value == Regularization.Clipping {
  static let clipping = OptionType("a bound such as {norm: 1} or {value: 0.5}", standIn: .norm(1)) {
    setting, context in
    guard case .mapping(let entries) = setting.content, entries.count == 1,
      let entry = entries.first
    else { return nil }
    switch entry.key {
    case "norm": return .norm(entry.value.read(as: .positiveNumber, in: context))
    case "value": return .value(entry.value.read(as: .positiveNumber, in: context))
    default: return nil
    }
  }
}

extension OptionType where Value == Stopping.Target {
  static let target = OptionType.group("a target such as {accuracy: 0.999, of: running}") {
    options in
    let accuracy = options.optional("accuracy", .fraction, "an accuracy to reach")
    let loss = options.optional("loss", .number, "a loss to reach")
    let rmse = options.optional("rmse", .positiveNumber, "a root mean squared error to reach")
    let set = options.value(
      "of", .choice("set"), default: rmse == nil ? Stopping.ExampleSet.running : .training,
      shown: "running; of rmse training", "running, training or validation")
    let given = [(Metric.accuracy, accuracy), (.loss, loss), (.rmse, rmse)].compactMap {
      figure, value in
      value.map { (figure, $0) }
    }
    if given.count != 1 {
      options.reportMissing("accuracy", or: "loss", "the figure to reach")
    }
    return Stopping.Target(given.first?.0 ?? .loss, of: set, reaches: given.first?.1 ?? 0)
  }
}

extension OptionType where Value == any Optimizer {
  /// A name, or a mapping with the optimizer's own numbers: `{adam: {beta1: 0.9}}`.
  static let optimizer = configurable(
    .named("optimizer", Optimizers.all.map { ($0.name, $0) }), plain: { $0 },
    configured: configured)

  private static func configured(_ optimizer: any Optimizer, _ options: Options) -> any Optimizer {
    func share(_ name: String, _ standard: Double, _ help: String) -> Double {
      options.value(name, .belowOne, default: standard, help)
    }
    func small(_ standard: Double) -> Double {
      options.value("epsilon", .positiveNumber, default: standard, "keeps the quotient finite")
    }
    switch optimizer {
    case let it as Momentum:
      return Momentum(
        momentum: share("momentum", it.momentum, "β, the share of the last step kept"))
    case let it as Nesterov:
      return Nesterov(
        momentum: share("momentum", it.momentum, "β, the share of the last step kept"))
    case let it as RMSProp:
      return RMSProp(
        decay: share("decay", it.decay, "ρ, the share of the mean square kept"),
        epsilon: small(it.epsilon))
    case let it as Adam:
      return Adam(
        beta1: share("beta1", it.beta1, "β₁, the share of the mean kept"),
        beta2: share("beta2", it.beta2, "β₂, the share of the mean square kept"),
        epsilon: small(it.epsilon))
    case let it as AdamW:
      return AdamW(
        adam: Adam(
          beta1: share("beta1", it.adam.beta1, "β₁, the share of the mean kept"),
          beta2: share("beta2", it.adam.beta2, "β₂, the share of the mean square kept"),
          epsilon: small(it.adam.epsilon)),
        decay: options.value("decay", .notNegative, default: it.decay, "λ, the weight decay"))
    case let it as AdaGrad: return AdaGrad(epsilon: small(it.epsilon))
    default: return optimizer
    }
  }
}

extension OptionType where Value == Schedule {
  /// A name, or a mapping with the schedule's own numbers: `{step: {every: 10, factor: 0.5}}`.
  static let schedule = configurable(
    .named("schedule", Schedule.all.map { ($0.name, $0) }), plain: { $0 },
    configured: configured)

  private static func configured(_ schedule: Schedule, _ options: Options) -> Schedule {
    func factor(_ standard: Double) -> Double {
      options.value(
        "factor", .positiveNumber, default: standard,
        "what the rate is multiplied by each time: from the second epoch on, or after every so many"
      )
    }
    switch schedule.name {
    case "step":
      return .step(
        every: options.value(
          "every", .positive, default: 10, "after how many epochs the rate changes, each time"),
        factor: factor(0.5))
    case "exponential": return .exponential(factor: factor(0.95))
    case "cosine":
      return .cosine(
        floor: options.value(
          "floor", .notNegative, default: 0,
          "what the rate falls towards; it would be reached one step after the last"))
    case "warm-up":
      return .warmUp(
        steps: options.value(
          "steps", .positive, default: 100,
          "how many steps the rise takes: the first has the rate η/steps, the last of them η"))
    default: return schedule
    }
  }
}
