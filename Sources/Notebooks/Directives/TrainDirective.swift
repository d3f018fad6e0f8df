import Diagnostics
import Neural
import Plots

/// `train`: runs an optimizer on a network, and records what happens.
struct TrainDirective: Directive {
  static let name = "train"
  static let summary = "Trains a network on a dataset and records loss and accuracy on the way."
  static let example = """
    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 20, activation: relu}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{train} fit
    network: mlp
    data: iris
    batch: 8
    learning-rate: 0.01
    epochs: 20
    ```
    """

  let network: LabelReference
  let data: LabelReference
  let validation: LabelReference?
  let training: Training
  let faults: Set<Fault>
  let seed: Int?
  let show: Show
  /// Whether it begins with the parameters that the network was drawn with.
  let isFresh: Bool
  /// What the network was before: as an earlier run left it, or as it was read from a file.
  private let beginning: Beginning?
  /// Where the trained network is kept, beside the notebook.
  private let file: Located<String>?
  private let label: String
  private let options: Places

  /// What of the run is put on the page.
  enum Show: String, Sendable, CaseIterable {
    case curve
    case log
    case all
    case nothing

    var exhibits: Set<ExhibitKind> {
      switch self {
      case .curve: [.figure]
      case .log: [.table]
      case .all: [.figure, .table]
      case .nothing: []
      }
    }
  }

  /// Where the options stand that can turn out wrong only when it runs.
  private struct Places: Sendable {
    let batch: Range<Int>
    let rate: Range<Int>
    let data: Range<Int>
    let stop: Range<Int>
    let watch: Range<Int>
    let fault: Range<Int>
  }

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network to train")
    data = options.required("data", .label(.dataset), "what to train on")
    validation = options.optional(
      "validation", .label(.dataset), "examples that are only looked at, such as iris.test")
    options.context.pair(network, with: data)
    if let validation { options.context.pair(network, with: validation) }
    var training = Training(options)
    if validation != nil, !options.has("record-epochs") {
      training.recording.followsValidation = true
    }
    self.training = training
    faults = Set(
      options.value(
        "fault", .faults, default: [], shown: "none",
        "a mistake of a published document, made on purpose"))
    seed = options.optional(
      "seed", .seed, "start the random numbers anew here, as np.random.seed does")
    show = options.value(
      "show", .choice("picture"), default: .curve, shown: "curve", "curve, log, all or nothing")
    isFresh = options.value(
      "fresh", .flag, default: false,
      "begin with the parameters as they were first drawn; a network that an earlier cell trained "
        + "otherwise goes on from there")
    beginning = isFresh ? nil : options.scope.beginning(of: network)
    file = options.optional(
      "save", OptionType<String>.networkFile.located,
      "a file beside the notebook for the trained network, such as mlp.safetensors")
    label = options.label
    self.options = Places(
      batch: options.place(of: "batch"), rate: options.place(of: "learning-rate"),
      data: options.place(of: "data"), stop: options.place(of: "stop"),
      watch: options.place(of: "watch"), fault: options.place(of: "fault"))
    check(options.context)
  }

  /// Figures to stop at or to watch that the targets do not have.
  private func check(_ context: OptionContext) {
    if faults.contains(.softmaxOverBatch) {
      context.check("'softmax-over-batch'", asks: .classes, of: data, at: options.fault)
    }
    let stopping = training.stopping
    if let kind = stopping.target?.figure.kind {
      context.check("'stop'", asks: kind, of: data, at: options.stop)
    }
    if stopping.keepsBest || stopping.patience != nil, let kind = stopping.watched.kind {
      context.check("'watch'", asks: kind, of: data, at: options.watch)
    }
  }

  /// The cell whose outcome this run goes on from, if there is one.
  var predecessor: String? { if case .run(let label) = beginning { label } else { nil } }

  var definition: LabelKind? { .training }
  var changes: [String] { [network.name] }

  static let presentation: Set<String> = ["show", "save"]
  static let keepsValues = true

  func present(in session: inout Session) throws -> [Output]? {
    guard case .training(let record) = session[label] else { return nil }
    return outputs(of: record, in: &session)
  }

  private func outputs(of record: TrainingRecord, in session: inout Session) -> [Output] {
    (beginning.map { [.notice(Notice(.note, $0.words(network: network.name)))] } ?? [])
      + record.outputs(show, in: &session)
  }

  func finish(in session: Session) throws {
    if let file { try session.save(network, to: file) }
  }

  var exhibits: Set<ExhibitKind> { show.exhibits }

  func run(in session: inout Session) throws -> [Output] {
    let record = try train(in: &session)
    let outputs = outputs(of: record, in: &session)
    if case .diverged(let step) = record.ending {
      throw CellFailure(
        "train.diverged",
        step < record.steps
          ? "after the last step, \(step), the network answers with NaN or infinity"
          : "the loss became NaN or infinite at step \(step)",
        at: options.rate,
        help: [
          "try a learning rate ten times smaller, or 'clip: {norm: 1}'",
          "inputs that are not scaled lead to this, too: give the data 'standardize: per-feature' or, "
            + "where they are pictures, 'unit: true'; and so do large weights",
        ], outputs: record.outputs(.curve, in: &session))
    }
    return outputs
  }

  /// Trains, and shows nothing; the record may be of a run that diverged.
  func train(in session: inout Session) throws -> TrainingRecord {
    session.reseed(seed)
    begin(in: &session)
    let live = try session.network(network)
    let examples = try session.examples(of: data, judging: live)
    let validation = try validation.map { try session.examples(of: $0, judging: live) }
    let record: TrainingRecord
    do {
      record = try session.train(
        network, training, on: examples, validation: validation, faults: faults, cell: label)
    } catch let failure as Training.Failure {
      throw CellFailure("train.option", "\(failure)", at: place(of: failure))
    } catch let failure as ShapeError {
      throw CellFailure(
        "train.shape", "\(failure)", at: options.data,
        help: ["the network and the dataset must agree in features and classes"])
    }
    session[label] = .training(record)
    session.curves[label] = LossCurve(of: record.history)
    return record
  }

  /// Brings the network to where the run begins.
  func begin(in session: inout Session) {
    if isFresh, let drawn = session[network.asDrawn] { session[network.name] = drawn }
  }

  private func place(of failure: Training.Failure) -> Range<Int> {
    switch failure {
    case .noExamples, .needsValidation: options.data
    case .figure, .runningFigure:
      training.stopping.target?.figure.kind == nil ? options.watch : options.stop
    case .batchTooLarge: options.batch
    case .outOfRange: options.rate
    }
  }
}
