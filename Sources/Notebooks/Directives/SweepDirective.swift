import Diagnostics
import Neural

/// `sweep`: repeats a training run with other options, and puts the outcomes side by side.
struct SweepDirective: Directive {
  static let name = "sweep"
  static let summary =
    "Repeats a training run, and the cells it rests on, with other options or seeds."
  static let example = """
    ```{data} iris
    source: iris
    test: {fraction: 0.2}
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 8, activation: relu}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{train} fit
    network: mlp
    data: iris
    learning-rate: 0.1
    steps: 100
    ```

    ```{sweep} rates
    repeat: fit
    over: {fit.learning-rate: [0.1, 0.01]}
    seeds: 0..2
    ```

    ```{expect}
    train_accuracy(rates, 0.1, min) > 0.5
    ```
    """

  private let target: LabelReference
  private let parameters: [String]
  private let cases: [(setting: SweepCase, chain: Chain)]
  /// Empty: random numbers begin as they did in the notebook.
  private let seeds: [Int]
  private let test: LabelReference?
  private let presentation: SweepPresentation
  private let label: String

  init(_ options: Options) {
    target = options.required("repeat", .label(.training), "the training run to repeat")
    let values = options.optional(
      "over", .values,
      "options of earlier cells with their values, as {fit.learning-rate: [1, 2]}; items of a list go by "
        + "their number or '*' for all, as in net.layers.*.activation; of several options all "
        + "combinations are run"
    )
    let named = options.optional("cases", .cases, "named cases, each with the options it changes")
    seeds = options.value(
      "seeds", .seeds, default: [], shown: "none",
      "seeds to repeat each case with, such as 0..99; a cell with a seed of its own keeps it")
    test = options.optional(
      "test", .label(.dataset), "what to test on; the part 'test' of the data if there is one")
    presentation = SweepPresentation(options, of: target)
    label = options.label
    if options.has("over"), options.has("cases") {
      options.reportConflict("over", "cases", "name the cases, or give the values of options")
    }
    let variation: Variation
    if let given = values ?? named {
      variation = given
    } else {
      if seeds.isEmpty, !options.has("seeds") {
        options.reportMissing("over", or: "seeds", "what is different from run to run")
      }
      variation = Variation(names: [], cases: [.unchanged(at: options.place(of: "seeds"))])
    }
    parameters = variation.names
    let runs = variation.cases.count * max(1, seeds.count)
    if runs > Variation.most {
      options.report(
        Diagnostic(
          "sweep.size", "\(runs) runs are more than the \(Variation.most) a sweep may have",
          at: options.place(of: "seeds"), help: ["take fewer values or fewer seeds"]))
    }
    let (target, isSeeded) = (target, !seeds.isEmpty)
    cases = variation.cases.compactMap { setting in
      options.scope.chain(
        to: target.name, with: setting.overrides, fromStart: isSeeded, options.context
      ).map { (setting, $0) }
    }
  }

  var definition: LabelKind? { .sweep }

  static let presentation = SweepPresentation.options
  static let keepsValues = true

  /// What each case trains by.
  var trainings: [TrainDirective] { cases.map(\.chain.training) }

  func present(in session: inout Session) throws -> [Output]? {
    guard case .sweep(let record) = session[label] else { return nil }
    return outputs(of: record, in: &session)
  }

  var exhibits: Set<ExhibitKind> { presentation.exhibits }

  func run(in session: inout Session) throws -> [Output] {
    let count = cases.count * max(1, seeds.count)
    var found: [SweepRecord.Case] = []
    var done = 0
    for (setting, chain) in cases {
      var trials: [SweepRecord.Trial] = []
      var network: LiveNetwork?
      for seed in seeds.isEmpty ? [nil] : seeds.map(Optional.some) {
        let before = done
        let report = { @Sendable [label, outer = session.progress] (inner: Session.Progress) in
          outer(
            Session.Progress(
              cell: label, fraction: (Double(before) + inner.fraction) / Double(count),
              loss: inner.loss))
        }
        do {
          let (record, trial) = try chain.repeated(in: session, seed: seed, progress: report)
          let trained = try trial.network(chain.training.network)
          network = network ?? trained
          trials.append(try measure(record, trained, chain, in: trial, seed: seed))
        } catch {
          throw failure(error, in: setting, seed: seed)
        }
        done += 1
      }
      guard let network else { continue }
      found.append(
        SweepRecord.Case(
          values: setting.values, trials: trials, network: network))
    }
    let record = SweepRecord(parameters: parameters, cases: found)
    session[label] = .sweep(record)
    return outputs(of: record, in: &session)
  }

  private func outputs(of record: SweepRecord, in session: inout Session) -> [Output] {
    let beginning = cases.first.flatMap { $0.chain.training.predecessor }
    let notice = beginning.map { label in
      Notice(
        .note,
        "Each run begins with \(label.isEmpty ? "the training before it" : "'\(label)'"), from where "
          + "'\(target.name)' goes on; with 'fresh: true' there it would begin anew.")
    }
    return presentation.outputs(record, in: &session) + (notice.map { [.notice($0)] } ?? [])
  }

  private func measure(
    _ record: TrainingRecord, _ network: LiveNetwork, _ chain: Chain, in trial: Session, seed: Int?
  ) throws -> SweepRecord.Trial {
    let data = chain.training.data
    let onTraining = try trial.evaluation(of: network, on: data)
    let hasTest = try trial.dataset(data).parts.contains { $0.name == "test" }
    let tested =
      test ?? (hasTest ? LabelReference(name: data.name, part: "test", range: data.range) : nil)
    let onTest = try tested.map { try trial.evaluation(of: network, on: $0) }
    return SweepRecord.Trial(
      seed: seed, training: record, onTraining: onTraining, onTest: onTest)
  }

  /// Says in which of the runs it went wrong, at the case where the cell's own options are not to
  /// blame alone.
  private func failure(_ error: any Error, in setting: SweepCase, seed: Int?) -> CellFailure {
    let inner = CellFailure(error)
    let place = "in the case '\(setting.name)'" + (seed.map { ", seed \($0)" } ?? "")
    return CellFailure(
      inner.id, "\(place): \(inner.message)", at: setting.range, help: inner.help)
  }
}
