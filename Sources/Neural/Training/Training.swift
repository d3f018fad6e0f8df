/// How a network is trained: every choice a lesson can make, and the loop that carries them out.
public struct Training: Sendable {
  /// How many samples a step sees.
  public enum Batch: Sendable, Equatable {
    /// All of them: gradient descent proper.
    case whole
    case size(Int)
  }

  /// Whether a batch's gradient is the sum over its samples or their mean.
  public enum Reduction: String, Sendable, CaseIterable {
    case mean
    case sum
  }

  /// When training ends of itself.
  public enum Length: Sendable, Equatable {
    case epochs(Int)
    case steps(Int)
  }

  public var optimizer: any Optimizer
  /// η, before the schedule.
  public var rate: Double
  public var schedule: Schedule
  public var regularization: Regularization
  public var batch: Batch
  public var reduction: Reduction
  public var order: SampleOrder
  public var length: Length
  public var stopping: Stopping
  public var recording: Recording

  public init(
    optimizer: any Optimizer = SGD(), rate: Double, schedule: Schedule = .constant,
    regularization: Regularization = .none, batch: Batch = .whole, reduction: Reduction = .mean,
    order: SampleOrder = .shuffled, length: Length, stopping: Stopping = Stopping(),
    recording: Recording = Recording()
  ) {
    self.optimizer = optimizer
    self.rate = rate
    self.schedule = schedule
    self.regularization = regularization
    self.batch = batch
    self.reduction = reduction
    self.order = order
    self.length = length
    self.stopping = stopping
    self.recording = recording
  }

  /// What a training run writes down as it goes.
  public struct Recording: Sendable, Equatable {
    /// The loss of every how-many-th step is kept, the first included; 0 keeps none.
    public var everySteps: Int
    /// The sets are evaluated after every how-many-th epoch, and after the last; 0 never.
    public var everyEpochs: Int
    /// Whether the training set is evaluated too, or only the validation set.
    public var evaluatesTrainingSet: Bool
    /// Whether the validation set is evaluated also where no epochs are asked for: after some 200
    /// epochs, evenly far apart, which is as fine as a curve is drawn.
    public var followsValidation = false

    public init(everySteps: Int = 1, everyEpochs: Int = 0, evaluatesTrainingSet: Bool = true) {
      self.everySteps = everySteps
      self.everyEpochs = everyEpochs
      self.evaluatesTrainingSet = evaluatesTrainingSet
    }
  }

  /// What cannot be carried out, found before the first step.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    case noExamples
    case batchTooLarge(batch: Int, examples: Int)
    case outOfRange(option: String, value: Double, allowed: String)
    case needsValidation(String)
    /// A figure that is not asked of targets of this kind.
    case figure(Metric, Targets.Kind)
    /// A figure that only a whole set has.
    case runningFigure(Metric)

    public var description: String {
      switch self {
      case .noExamples: "there are no examples to learn from"
      case .batchTooLarge(let batch, let examples):
        "a batch of \(batch) is larger than the \(examples) examples"
      case .outOfRange(let option, let value, let allowed):
        "\(option) is \(value), it must be \(allowed)"
      case .needsValidation(let what): "\(what) needs a validation split"
      case .figure(let figure, .values):
        "\(figure.title) asks for right or wrong, but the targets are numbers"
      case .figure(let figure, .classes):
        "\(figure.title) asks for numbers, but the targets are classes"
      case .runningFigure(let figure):
        "\(figure.title) is not known while an epoch runs, only of a whole set"
      }
    }
  }
}
