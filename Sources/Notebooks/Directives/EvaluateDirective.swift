import Neural
import Plots

/// `evaluate`: how a network does on a part of a dataset.
struct EvaluateDirective: Directive {
  static let name = "evaluate"
  static let summary = "Shows loss, accuracy and what was taken for what on a part of a dataset."
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
  }

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network to look at")
    data = options.required("data", .label(.dataset), "the examples, such as iris.test")
    options.context.pair(network, with: data)
    show = options.value(
      "show", .list("a list of figures, classes and confusion", of: .choice("part")),
      default: [.figures, .confusion], shown: "[figures, confusion]",
      "loss and accuracy; precision, recall and F1 of each class; what was taken for what")
    fault = options.optional(
      "fault", .choice("fault"), "a mistake of a published document, made on purpose")
  }

  var exhibits: Set<ExhibitKind> { Set(show.map { $0 == .confusion ? .figure : .table }) }

  func run(in session: inout Session) throws -> [Output] {
    let examples = try session.examples(of: data)
    let live = try session.network(network)
    let names = try session.classNames(of: data, count: max(2, live.outputs))
    do throws(ShapeError) {
      let evaluation = try live.evaluation(on: examples, fault: fault)
      let classification = try live.classification(on: examples)
      var outputs: [Output] = []
      for part in show {
        switch part {
        case .figures: outputs.append(.table(figures(evaluation)))
        case .classes: outputs.append(.table(Self.classes(classification, names: names)))
        case .confusion:
          let matrix = ConfusionMatrix(
            "What was taken for what",
            description: "\(evaluation.hits) of \(evaluation.count) examples classified rightly.",
            names: names, counts: classification.confusion)
          outputs.append(
            .figure(
              Figure(
                matrix.plot(words: session.words).picture(
                  id: session.nextPictureID(), words: session.words))))
        }
      }
      return outputs
    } catch {
      throw CellFailure("evaluate.shape", "\(error)", at: data.range)
    }
  }

  private func figures(_ evaluation: Evaluation) -> Table {
    Table(
      [.init("Part", .left), .init("Examples"), .init("Loss"), .init("Accuracy")],
      rows: [
        [
          .text(data.text), "\(evaluation.count)", .text(evaluation.loss.significant(5)),
          .text("\(evaluation.accuracy.percent(2)) (\(evaluation.hits) right)"),
        ]
      ])
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
