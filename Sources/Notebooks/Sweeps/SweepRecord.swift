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
  enum Score: Sendable {
    case trainingLoss
    case trainingAccuracy
    case testAccuracy
  }

  /// How the trials of a case become one number.
  enum Summary: String, Sendable, CaseIterable {
    case mean
    case min
    case max
  }
}

extension SweepRecord.Trial {
  subscript(score: SweepRecord.Score) -> Double? {
    switch score {
    case .trainingLoss: onTraining.loss
    case .trainingAccuracy: onTraining.accuracy
    case .testAccuracy: onTest?.accuracy
    }
  }

  /// The step at which the loss ceased to be a number.
  var divergence: Int? {
    if case .diverged(let step) = training.ending { step } else { nil }
  }
}

extension SweepRecord {
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

  /// Nil if there are no examples to test on.
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
