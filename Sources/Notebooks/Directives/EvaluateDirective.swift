import Datasets
import Neural
import Plots

/// `evaluate`: how a network does on a part of a dataset.
struct EvaluateDirective: Directive {
  static let name = "evaluate"
  static let summary =
    "Shows loss, accuracy and what was taken for what on a part of a dataset, or how far off numbers are."
  static let example = """
    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{evaluate}
    network: mlp
    data: iris
    ```
    """

  let network: LabelReference
  let data: LabelReference
  let show: [Show]
  let fault: Fault?

  enum Show: String, Sendable, CaseIterable {
    case figures
    case classes
    case confusion
    case predictions

    /// The kind of target it is about; nil if any.
    var kind: Targets.Kind? {
      switch self {
      case .figures: nil
      case .classes, .confusion: .classes
      case .predictions: .values
      }
    }

    var exhibit: ExhibitKind {
      switch self {
      case .figures, .classes: .table
      case .confusion, .predictions: .figure
      }
    }
  }

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network to look at")
    data = options.required("data", .label(.dataset), "the examples, such as iris.test")
    let targets = options.scope.targets(of: data) ?? .classes
    options.context.pair(network, with: data)
    show = options.value(
      "show",
      .list("a list of figures, classes, confusion and predictions", of: .choice("part")),
      default: [.figures, targets == .classes ? .confusion : .predictions],
      shown: "[figures, confusion]; of numbers [figures, predictions]",
      "loss and accuracy, or of numbers RMSE, MAE and R²; precision, recall and F1 of each class; what "
        + "was taken for what; numbers predicted against what they are")
    fault = options.optional(
      "fault", .choice("fault"), "a mistake of a published document, made on purpose")
    for part in show {
      guard let kind = part.kind else { continue }
      options.context.check(
        "'\(part.rawValue)'", asks: kind, of: data, at: options.place(of: "show"))
    }
  }

  var exhibits: Set<ExhibitKind> { Set(show.map(\.exhibit)) }

  func run(in session: inout Session) throws -> [Output] {
    let live = try session.network(network)
    do {
      let evaluation = try session.evaluation(of: live, on: data, fault: fault)
      var outputs = try show.map { try output($0, evaluation, live, in: &session) }
      if evaluation.unanswered > 0 {
        let words = Evaluation.words(unanswered: evaluation.unanswered, of: evaluation.count)
        outputs.append(
          .notice(Notice(.warning, "\(words.sentence) That is no answer, right or wrong.")))
      }
      return outputs
    } catch let error as ShapeError {
      throw CellFailure("evaluate.shape", "\(error)", at: data.range)
    }
  }

  private func output(
    _ part: Show, _ evaluation: Evaluation, _ live: LiveNetwork, in session: inout Session
  ) throws -> Output {
    switch part {
    case .figures: return .table(try figures(evaluation, in: session))
    case .predictions:
      let size = try session.dataset(data).pictureSize
      if let size, size.count == live.outputs {
        return .figure(try reconstructions(live, size, in: session))
      }
      return .figure(try session.predictedAgainstActual(live, on: data))
    case .classes, .confusion:
      let found = try session.classification(of: live, on: data, for: "'\(part.rawValue)'")
      let names = try session.classNames(of: data, count: max(2, live.outputs))
      return part == .classes
        ? .table(Self.classes(found, names: names))
        : .figure(found.confusionFigure(names, in: &session))
    }
  }

  /// The first pictures beside what the network makes of them.
  private func reconstructions(
    _ live: LiveNetwork, _ size: PictureSize, in session: Session
  ) throws -> Figure {
    let samples = try session.examples(of: data).samples
    let indices = Array(0..<min(samples.count, Self.reconstructed))
    let shown = Reconstructions(
      samples: samples.selecting(indices), answers: try live.outputs(samples, indices), size: size)
    return Figure(shown.picture(names: indices.map(String.init), words: session.words))
  }

  /// As many as fill the width of a page.
  private static let reconstructed = 4

  private func figures(_ evaluation: Evaluation, in session: Session) throws -> Table {
    switch evaluation.judgement {
    case .values(let residuals):
      return TargetTable.figures(
        evaluation, residuals, of: data.text,
        names: try session.targetNames(of: data, count: residuals.outputs.count))
    case .classes(let hits):
      let share = evaluation.accuracy?.percent(2) ?? "–"
      return Table(
        [.init("Part", .left), .init("Examples"), .init("Loss"), .init("Accuracy")],
        rows: [
          [
            .text(data.text), "\(evaluation.count)", .text(evaluation[.loss].figureText(5)),
            .text("\(share) (\(hits) right)"),
          ]
        ])
    }
  }

  private static func classes(_ classification: Classification, names: [String]) -> Table {
    func percent(_ value: Double?) -> Table.Content { .text(value?.percent(1) ?? "–") }
    return Table(
      [.init("Class", .left), .init("Examples"), .init("Precision"), .init("Recall"), .init("F1")],
      rows: zip(names, classification.figures).map { name, figures in
        [
          .text(name), "\(figures.support)", percent(figures.precision), percent(figures.recall),
          percent(figures.f1),
        ]
      })
  }
}

extension Classification {
  /// A picture of what was taken for what.
  func confusionFigure(_ names: [String], in session: inout Session) -> Figure {
    let right = zip(actual, predicted).count { $0 == $1 }
    var description = session.words.sentences.rightly("\(right)", count)
    if unanswered > 0 {
      description += " " + Evaluation.words(unanswered: unanswered, of: count).sentence
    }
    let matrix = ConfusionMatrix(
      session.words.terms["What was taken for what"], description: description, names: names,
      counts: confusion)
    return Figure(
      matrix.plot(words: session.words).picture(
        id: session.nextPictureID(), words: session.words))
  }
}
