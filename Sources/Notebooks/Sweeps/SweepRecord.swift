import Neural

/// What a sweep found: for each case its runs, one for each seed.
public struct SweepRecord: Sendable {
  /// One training run.
  public struct Trial: Sendable {
    /// Nil where random numbers began as they did in the notebook.
    public let seed: Int?
    public let training: TrainingRecord
    /// On the examples it was trained on, after training.
    public let onTraining: Evaluation
    public let onTest: Evaluation?
  }

  /// What an option was set to, or what a case is called.
  public struct Value: Sendable, Equatable {
    public let text: String
    /// Nil unless it is a number.
    public let number: Double?
  }

  public struct Case: Sendable {
    /// One for each of `parameters`.
    public let values: [Value]
    public let trials: [Trial]
    /// As the first trial left it.
    public let network: LiveNetwork
  }

  /// What distinguishes the cases, such as `learning-rate`; empty where only seeds do.
  public let parameters: [String]
  public let cases: [Case]

  /// A figure of a trial that prose may ask for.
  struct Score: Sendable, Equatable {
    enum Part: String, Sendable, CaseIterable {
      case training
      case test
    }

    let part: Part
    let figure: Metric

    init(_ part: Part, _ figure: Metric) {
      self.part = part
      self.figure = figure
    }

    static let all = Part.allCases.flatMap { part in Metric.allCases.map { Score(part, $0) } }
  }

  /// How the trials of a case become one number.
  enum Summary: String, Sendable, CaseIterable {
    case mean
    case min
    case max
  }
}

extension SweepRecord.Trial {
  /// Nil where it is undefined: of a run that diverged, of a network that does not answer with
  /// numbers, and without examples to test on.
  subscript(score: SweepRecord.Score) -> Double? {
    guard divergence == nil else { return nil }
    return switch score.part {
    case .training: onTraining[score.figure]
    case .test: onTest?[score.figure]
    }
  }

  /// Whether its figures are those of an answer.
  var isAnswered: Bool {
    divergence == nil && onTraining[.loss] != nil && (onTest.map { $0[.loss] != nil } ?? true)
  }

  /// The step at which the loss ceased to be a number.
  var divergence: Int? {
    if case .diverged(let step) = training.ending { step } else { nil }
  }
}

extension SweepRecord {
  /// Whether the runs learnt classes or numbers.
  var kind: Targets.Kind { cases.first?.trials.first?.onTraining.kind ?? .classes }

  /// `learning-rate`, or `learning-rate and units`.
  public var parameter: String { parameters.joined(separator: " and ") }
}

extension [SweepRecord.Value] {
  /// `0.1, 20`
  var name: String { map(\.text).joined(separator: ", ") }
}

extension SweepRecord.Value {
  /// The text as a word of an expression: `without_the_mask`.
  var word: String {
    String(text.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// As an argument names it.
  var argument: String { number == nil ? word : text }
}

extension SweepRecord.Case {
  public var name: String { values.name }

  /// The value of the only option that is varied, if it is a number.
  public var number: Double? { values.count == 1 ? values[0].number : nil }

  var isTested: Bool { trials.contains { $0.onTest != nil } }

  /// Why no run of the case has this figure.
  func whyUndefined(_ figure: Metric) -> String {
    if let step = trials.compactMap(\.divergence).first {
      return trials.count == 1 ? "the run diverged at step \(step)" : "every run diverged"
    }
    return trials.first?.onTraining.whyUndefined(figure) ?? "there are no runs"
  }

  /// Over the runs that have it; nil where none has.
  func value(_ score: SweepRecord.Score, _ summary: SweepRecord.Summary = .mean) -> Double? {
    let values = trials.compactMap { $0[score] }
    guard !values.isEmpty else { return nil }
    switch summary {
    case .mean: return values.reduce(0, +) / Double(values.count)
    case .min: return values.min()
    case .max: return values.max()
    }
  }
}

extension SweepRecord.Score {
  /// `train_loss` without its line: `train loss`, as a measure is named.
  var name: String { (part == .training ? "train " : "test ") + figure.rawValue }

  /// `test RMSE`
  var title: String { "\(part.rawValue) \(figure.title)" }

  /// `the mean loss over the test examples`
  var help: String {
    let words =
      switch figure {
      case .loss: "the mean loss over"
      case .accuracy: "the accuracy on"
      case .rmse, .mae, .r2: "the \(figure.title) on"
      }
    return "\(words) the \(part.rawValue) examples"
  }
}
