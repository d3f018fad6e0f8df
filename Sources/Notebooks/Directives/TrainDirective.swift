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
  }

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network to train")
    data = options.required("data", .label(.dataset), "what to train on")
    validation = options.optional(
      "validation", .label(.dataset), "examples that are only looked at, such as iris.test")
    options.context.pair(network, with: data)
    if let validation { options.context.pair(network, with: validation) }
    training = Training(options)
    faults = Set(
      options.value(
        "fault", .faults, default: [], shown: "none",
        "a mistake of a published document, made on purpose"))
    seed = options.optional(
      "seed", .seed, "start the random numbers anew here, as np.random.seed does")
    show = options.value(
      "show", .choice("picture"), default: .curve, shown: "curve", "curve, log, all or nothing")
    file = options.optional(
      "save", OptionType<String>.networkFile.located,
      "a file beside the notebook for the trained network, such as mlp.safetensors")
    label = options.label
    self.options = Places(
      batch: options.place(of: "batch"), rate: options.place(of: "learning-rate"),
      data: options.place(of: "data"))
  }

  var definition: LabelKind? { .training }
  var changes: [String] { [network.name] }

  static let presentation: Set<String> = ["show", "save"]
  static let keepsValues = true

  func present(in session: inout Session) throws -> [Output]? {
    guard case .training(let record) = session[label] else { return nil }
    return record.outputs(show, in: &session)
  }

  func finish(in session: Session) throws {
    if let file { try session.save(network, to: file) }
  }

  var exhibits: Set<ExhibitKind> { show.exhibits }

  func run(in session: inout Session) throws -> [Output] {
    let record = try train(in: &session)
    let outputs = record.outputs(show, in: &session)
    if case .diverged(let step) = record.ending {
      throw CellFailure(
        "train.diverged", "the loss became NaN or infinite at step \(step)", at: options.rate,
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
    let examples = try session.examples(of: data)
    let validation = try validation.map { try session.examples(of: $0) }
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

  private func place(of failure: Training.Failure) -> Range<Int> {
    switch failure {
    case .noExamples, .needsValidation: options.data
    case .batchTooLarge: options.batch
    case .outOfRange: options.rate
    }
  }
}
