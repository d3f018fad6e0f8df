import Neural
import Plots

/// How large the gradient of each layer's weights is in the course of a training run, which is
/// repeated to watch it.
struct GradientSizesPlot: PlotKind {
  static let name = "gradient-sizes"
  static let summary = "how large the gradient of each layer is while a network learns"

  private let chain: Chain?
  private let every: Int?

  init(_ options: Options) {
    let run = options.required("of", .label(.training), "the training run to watch")
    every = options.optional(
      "every", .positive, "look at every how-many-th step; about 200 looks if not given")
    chain = options.scope.chain(to: run.name, with: [], fromStart: false, options.context)
  }

  /// As many as a picture has room to show.
  private static let looks = 200

  func figure(in session: inout Session) throws -> Figure {
    // Without a chain the label was wrong, and a notebook with an error is not run.
    guard let chain else { throw CellFailure("plot.run", "there is no such training run") }
    var trial = try chain.prepared(in: session, seed: nil, progress: session.progress)
    let training = chain.training
    trial.reseed(training.seed)
    training.begin(in: &trial)
    let record: GradientRecord =
      switch try trial.network(training.network) {
      case .float(let network): try watch(network, training, in: &trial)
      case .double(let network): try watch(network, training, in: &trial)
      }
    var picture = GradientSizes(
      session.words.terms["Size of the gradients by layer"],
      description: record.description(in: session.words), layers: record.layers(in: session.words),
      unit: "step", measure: "‖∂L/∂W‖")
    for index in picture.curve.series.indices { picture.curve.series[index].at = record.steps }
    return Figure(
      picture.curve.picture(id: session.nextPictureID(), words: session.words))
  }

  private func watch<Scalar: Real>(
    _ network: Network<Scalar>, _ directive: TrainDirective, in trial: inout Session
  ) throws -> GradientRecord {
    let examples = try trial.examples(of: directive.data)
    let steps = directive.training.steps(of: examples.count)
    let record = GradientRecord(
      every: every ?? max(1, steps / Self.looks), depth: network.layers.count)
    let step = WatchedStep(
      reference: try ReferenceStep(
        network, examples: examples, training: directive.training, faults: directive.faults),
      examples: examples, reduction: directive.training.reduction, faults: directive.faults,
      record: record)
    let validation = try directive.validation.map { try trial.examples(of: $0) }
    _ = try directive.training.run(
      step, on: examples, validation: validation, using: &trial.generator)
    return record
  }
}

/// What was seen; shared with the step, which the training keeps to itself.
private final class GradientRecord {
  let every: Int
  private(set) var steps: [Double] = []
  private(set) var norms: [[Double]]

  init(every: Int, depth: Int) {
    self.every = every
    norms = [[Double]](repeating: [], count: depth)
  }

  func add(_ sizes: [Double], step: Int) {
    steps.append(Double(step))
    for (layer, size) in sizes.enumerated() { norms[layer].append(size) }
  }

  func layers(in words: Plots.Words) -> [(name: String, norms: [Double])] {
    norms.enumerated().map { ("\(words.layer) \($0 + 1)", $1) }
  }

  func description(in words: Plots.Words) -> String {
    layers(in: words).map { layer in
      guard let first = layer.norms.first, let last = layer.norms.last else { return layer.name }
      return words.sentences.goes(layer.name, first.significant(3), last.significant(3))
    }.joined(separator: " ")
  }
}

/// The reference step, watched: before it moves the parameters, the gradients of the loss on its
/// samples are taken, without penalties and dropout.
private struct WatchedStep<Scalar: Real>: TrainingStep {
  var reference: ReferenceStep<Scalar>
  let examples: Examples
  let reduction: Training.Reduction
  let faults: Set<Fault>
  let record: GradientRecord

  var network: Network<Scalar> { reference.network }

  mutating func move(
    over indices: ArraySlice<Int>, rate: Double, number: Int, measuring: Bool,
    using generator: inout MersenneTwister
  ) -> StepReport {
    if (number - 1) % record.every == 0 {
      let x = examples.samples.batch(indices, as: Scalar.self)
      let y = examples.targets.batch(indices, outputs: network.outputs, as: Scalar.self)
      do throws(ShapeError) {
        let gradients = try network.gradients(x, y, faults: faults)
        let share = reduction == .mean ? 1 / Double(indices.count) : 1
        record.add(
          gradients.layers.map { Double($0.weights.norm) * share }, step: number - 1)
      } catch {
        preconditionFailure("the examples were found to fit the network, but \(error)")
      }
    }
    return reference.move(
      over: indices, rate: rate, number: number, measuring: measuring, using: &generator)
  }
}
