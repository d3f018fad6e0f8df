import Datasets
import Neural

extension Measure {
  /// Every measure; a new one is one entry here.
  static let all: [Measure] =
    [
      accuracy, topAccuracy, loss, precision, recall, f1, rmse, mae, r2, count, parameters, worst,
      kinks, steps, epochs, recorded,
    ] + ofSweeps

  private static let network = Parameter.label([.network])
  private static let data = Parameter.label([.dataset])
  private static let run = Parameter.label([.training])
  private static let check = Parameter.label([.gradientCheck])

  /// A mistake in how a whole set is evaluated: `accuracy(mlp, mnist.test, softmax_over_batch)`.
  private static let fault = Parameter.word(["softmax_over_batch"])

  static let accuracy = figure(
    .accuracy, "accuracy(network, data)",
    "the share of examples classified rightly; with 'softmax_over_batch' as a third argument, as a "
      + "published mistake has it", [network, data, fault])

  static let rmse = figure(
    .rmse, "rmse(network, data)",
    "the root of the mean squared distance of the outputs from numeric targets", [network, data])

  static let mae = figure(
    .mae, "mae(network, data)", "the mean distance of the outputs from numeric targets",
    [network, data])

  static let r2 = figure(
    .r2, "r2(network, data)",
    "the share of the numeric targets' variation that the outputs account for: 1 where all are right, "
      + "0 where their means would do as well", [network, data])

  /// A figure of a network on a part of a dataset.
  private static func figure(
    _ figure: Metric, _ usage: String, _ help: String, _ parameters: [Parameter]
  ) -> Measure {
    Measure(
      usage, help, parameters, required: 2, asks: figure.kind, formula: figure.formula
    ) { arguments, session in try session.figure(figure, arguments) }
  }

  static let topAccuracy = Measure(
    "top(k, network, data)", "the share whose class is among the k largest outputs",
    [.number, network, data], asks: .classes
  ) { arguments, session in
    let found = try session.classification(arguments, from: 1, for: "'top'")
    guard let k = arguments.number(0).flatMap(Int.init(exactly:)), 1...found.classes ~= k else {
      throw CellFailure(
        "measure.class", "there are no such largest outputs", at: arguments.range(0),
        help: ["a whole number from 1 to \(found.classes), the number of classes"])
    }
    guard let share = found.topAccuracy(k) else { throw found.undefined("'top'", arguments) }
    return share
  }

  static let loss = Measure(
    "loss(network, data) or loss(run, step)",
    "the mean loss over examples, or what a training run recorded at a step: a number, 'first' or "
      + "'last'; with 'softmax_over_batch' as a third argument, as a published mistake has it",
    [.label([.network, .training]), .numberOrWord(["first", "last"]), fault], required: 2
  ) { arguments, session in
    let reference = try arguments.reference(0)
    guard case .training(let record) = session[reference.name] else {
      return try session.figure(.loss, arguments)
    }
    return try record.recorded("loss", arguments)
  }

  static let precision = Measure(
    "precision(network, data, class)", "of what was taken for the class, the share that is",
    [network, data, .number], asks: .classes
  ) { arguments, session in try session.classFigure("precision", \.precision, arguments) }

  static let recall = Measure(
    "recall(network, data, class)", "of what is of the class, the share taken for it",
    [network, data, .number], asks: .classes
  ) { arguments, session in try session.classFigure("recall", \.recall, arguments) }

  static let f1 = Measure(
    "f1(network, data, class)", "the harmonic mean of precision and recall",
    [network, data, .number], asks: .classes
  ) { arguments, session in try session.classFigure("f1", \.f1, arguments) }

  static let count = Measure("count(data)", "the number of examples", [data]) {
    arguments, session in Double(try session.examples(of: arguments.reference(0)).count)
  }

  static let parameters = Measure("parameters(network)", "the numbers to be learnt", [network]) {
    arguments, session in
    Double(try session.network(arguments.reference(0)).inDouble.parameterCount)
  }

  static let worst = Measure(
    "worst(check)", "the largest relative error of a gradient check", [check]
  ) { arguments, session in
    try session.gradientCheck(arguments.reference(0)).relativeError
  }

  static let kinks = Measure(
    "kinks(check)", "how many numbers a gradient check left out for a kink", [check]
  ) { arguments, session in
    Double(try session.gradientCheck(arguments.reference(0)).kinks)
  }

  static let steps = Measure("steps(run)", "the steps a training run made", [run]) {
    arguments, session in Double(try session.training(arguments.reference(0)).steps)
  }

  static let epochs = Measure("epochs(run)", "the epochs a training run finished", [run]) {
    arguments, session in
    Double(try session.training(arguments.reference(0)).history.epochSeconds.count)
  }

  static let recorded = Measure(
    "recorded(run, series, epoch)",
    "what a training run wrote down after an epoch, a number, 'first' or 'last': running_loss and "
      + "running_accuracy met on the way, training_loss, training_accuracy, validation_loss, "
      + "validation_accuracy",
    [
      run,
      .word(
        Stopping.ExampleSet.allCases.flatMap { ["\($0.rawValue)_loss", "\($0.rawValue)_accuracy"] }),
      .numberOrWord(["first", "last"]),
    ]
  ) { arguments, session in
    let series = (arguments.word(1) ?? "").map { $0 == "_" ? " " : $0 }
    return try session.training(arguments.reference(0)).recorded(String(series), arguments, at: 2)
  }
}

// MARK: - What several measures need

extension Session {
  fileprivate func figure(_ figure: Metric, _ arguments: Arguments) throws -> Double {
    let data = try arguments.reference(1)
    let fault = arguments.word(2).flatMap { word in
      Fault(rawValue: String(word.map { $0 == "_" ? "-" : $0 }))
    }
    let evaluation = try evaluation(
      of: network(arguments.reference(0)), on: data, fault: fault)
    if let asked = figure.kind, asked != evaluation.kind {
      throw CellFailure(TargetMismatch("'\(figure.rawValue)'", asked, of: data))
    }
    guard let value = evaluation[figure] else {
      throw CellFailure(
        undefined: "'\(figure.rawValue)'", because: evaluation.whyUndefined(figure),
        at: arguments.range(1))
    }
    return value
  }

  fileprivate func classification(
    _ arguments: Arguments, from first: Int = 0, for question: String
  ) throws -> Classification {
    try classification(
      of: network(arguments.reference(first)), on: arguments.reference(first + 1), for: question)
  }

  fileprivate func classFigure(
    _ name: String, _ figure: KeyPath<Classification.ClassFigures, Double?>,
    _ arguments: Arguments
  ) throws -> Double {
    let found = try classification(arguments, for: "'\(name)'")
    let figures = found.figures
    guard let index = arguments.number(2).flatMap(Int.init(exactly:)), figures.indices ~= index
    else {
      throw CellFailure(
        "measure.class", "there is no such class", at: arguments.range(2),
        help: ["classes count from 0 to \(figures.count - 1)"])
    }
    guard let value = figures[index][keyPath: figure] else {
      throw found.undefined(
        "'\(name)'", arguments,
        figures[index].support == 0
          ? "no example is of class \(index)" : "nothing was taken for class \(index)")
    }
    return value
  }
}

extension Classification {
  /// Why a figure has no value: an example without an answer, or else the reason given.
  fileprivate func undefined(
    _ name: String, _ arguments: Arguments, _ reason: String = ""
  ) -> CellFailure {
    CellFailure(
      undefined: name,
      because: unanswered > 0 ? Evaluation.words(unanswered: unanswered, of: count) : reason,
      at: arguments.range(1))
  }
}

extension TrainingRecord {
  /// The value of a series at the position that an argument names.
  func recorded(
    _ name: String, _ arguments: Arguments, at argument: Int = 1
  ) throws(CellFailure) -> Double {
    guard let series = history[name] ?? history.series.first(where: { $0.name.hasSuffix(name) }),
      let first = series.positions.first, let last = series.positions.last
    else {
      throw CellFailure(
        "measure.series", "this run recorded no \(name)", at: arguments.range(0),
        help: ["set 'record-steps' or 'record-epochs' where it is trained"])
    }
    let position: Int? =
      switch arguments.word(argument) {
      case "first": first
      case "last": last
      default: arguments.number(argument).flatMap(Int.init(exactly:))
      }
    guard let position, let index = series.positions.firstIndex(of: position) else {
      throw CellFailure(
        Measure.notRecordedID, "nothing was recorded there", at: arguments.range(argument),
        help: ["\(series.axis.rawValue)s \(first) to \(last) were, or 'first', 'last'"])
    }
    guard series.values[index].isFinite else {
      throw CellFailure(
        undefined: "the \(series.name) at \(series.axis.rawValue) \(position)",
        because: "it is NaN or infinite", at: arguments.range(argument))
    }
    return series.values[index]
  }
}
