import Datasets
import Neural

extension Measure {
  /// Every measure; a new one is one entry here.
  static let all: [Measure] = [
    accuracy, topAccuracy, loss, precision, recall, f1, count, parameters, worst, kinks, steps,
    epochs, trainAccuracy, testAccuracy, trainLoss,
  ]

  private static let network = Parameter.label([.network])
  private static let data = Parameter.label([.dataset])
  private static let run = Parameter.label([.training])
  private static let check = Parameter.label([.gradientCheck])

  /// A mistake in how a whole set is evaluated: `accuracy(mlp, mnist.test, softmax_over_batch)`.
  private static let fault = Parameter.word(["softmax_over_batch"])

  static let accuracy = Measure(
    "accuracy(network, data)",
    "the share of examples classified rightly; with 'softmax_over_batch' as a third argument, as a "
      + "published mistake has it",
    [network, data, fault], required: 2
  ) { arguments, session in try session.evaluation(arguments).accuracy }

  static let topAccuracy = Measure(
    "top(k, network, data)", "the share whose class is among the k largest outputs",
    [.number, network, data]
  ) { arguments, session in
    let k = arguments.number(0).flatMap(Int.init(exactly:)) ?? 1
    return try session.classification(arguments, from: 1).topAccuracy(k)
  }

  static let loss = Measure(
    "loss(network, data) or loss(run, step)",
    "the mean loss over examples, or what a training run recorded at a step: a number, 'first' or "
      + "'last'; with 'softmax_over_batch' as a third argument, as a published mistake has it",
    [.label([.network, .training]), .numberOrWord(["first", "last"]), fault], required: 2
  ) { arguments, session in
    let reference = try arguments.reference(0)
    guard case .training(let record) = session[reference.name] else {
      return try session.evaluation(arguments).loss
    }
    return try record.recorded("loss", arguments)
  }

  static let precision = Measure(
    "precision(network, data, class)", "of what was taken for the class, the share that is",
    [network, data, .number]
  ) { arguments, session in try session.figures(arguments).precision ?? .nan }

  static let recall = Measure(
    "recall(network, data, class)", "of what is of the class, the share taken for it",
    [network, data, .number]
  ) { arguments, session in try session.figures(arguments).recall ?? .nan }

  static let f1 = Measure(
    "f1(network, data, class)", "the harmonic mean of precision and recall",
    [network, data, .number]
  ) { arguments, session in try session.figures(arguments).f1 ?? .nan }

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
}

// MARK: - What several measures need

extension Session {
  fileprivate func evaluation(_ arguments: Arguments) throws -> Evaluation {
    let examples = try examples(of: arguments.reference(1))
    let fault = arguments.word(2).flatMap { word in
      Fault(rawValue: String(word.map { $0 == "_" ? "-" : $0 }))
    }
    return try network(arguments.reference(0)).evaluation(on: examples, fault: fault)
  }

  fileprivate func classification(
    _ arguments: Arguments, from first: Int = 0
  ) throws -> Classification {
    let examples = try examples(of: arguments.reference(first + 1))
    return try network(arguments.reference(first)).classification(on: examples)
  }

  fileprivate func figures(_ arguments: Arguments) throws -> Classification.ClassFigures {
    let figures = try classification(arguments).figures
    guard let index = arguments.number(2).flatMap(Int.init(exactly:)), figures.indices ~= index
    else {
      throw CellFailure(
        "measure.class", "there is no such class", at: arguments.range(2),
        help: ["classes count from 0 to \(figures.count - 1)"])
    }
    return figures[index]
  }
}

extension LiveNetwork {
  /// Throws where the examples do not fit the network.
  func evaluation(
    on examples: Examples, fault: Fault? = nil
  ) throws(ShapeError) -> Evaluation {
    try examples.validate(inputs: inputs, outputs: outputs)
    if fault == .softmaxOverBatch {
      return switch self {
      case .float(let network): Evaluation.overBatch(of: network, on: examples)
      case .double(let network): Evaluation.overBatch(of: network, on: examples)
      }
    }
    return switch self {
    case .float(let network): Evaluation(of: network, on: examples)
    case .double(let network): Evaluation(of: network, on: examples)
    }
  }

  func classification(on examples: Examples) throws(ShapeError) -> Classification {
    try examples.validate(inputs: inputs, outputs: outputs)
    return switch self {
    case .float(let network): Classification(of: network, on: examples)
    case .double(let network): Classification(of: network, on: examples)
    }
  }
}

extension TrainingRecord {
  /// The value of a series at the position that the second argument names.
  func recorded(_ name: String, _ arguments: Arguments) throws(CellFailure) -> Double {
    guard let series = history[name] ?? history.series.first(where: { $0.name.hasSuffix(name) }),
      let first = series.positions.first, let last = series.positions.last
    else {
      throw CellFailure(
        "measure.series", "this run recorded no \(name)", at: arguments.range(0),
        help: ["set 'record-steps' or 'record-epochs' where it is trained"])
    }
    let position: Int? =
      switch arguments.word(1) {
      case "first": first
      case "last": last
      default: arguments.number(1).flatMap(Int.init(exactly:))
      }
    guard let position, let index = series.positions.firstIndex(of: position) else {
      throw CellFailure(
        "measure.position", "nothing was recorded there", at: arguments.range(1),
        help: ["\(series.axis.rawValue)s \(first) to \(last) were, or 'first', 'last'"])
    }
    return series.values[index]
  }
}
