import Neural
import Plots

/// How often each class was taken for each other.
struct ConfusionPlot: PlotKind {
  static let name = "confusion"
  static let summary = "how often each class was taken for each other"

  private let network: LabelReference
  private let data: LabelReference

  init(_ options: Options) {
    network = options.required("of", .label(.network), "the network")
    data = options.required("data", .label(.dataset), "the examples, such as mnist.test")
    options.context.check(
      "'\(Self.name)'", asks: .classes, of: data, at: options.place(of: "data"))
    options.context.pair(network, with: data)
  }

  func figure(in session: inout Session) throws -> Figure {
    let live = try session.network(network)
    let names = try session.classNames(of: data, count: max(2, live.outputs))
    do {
      let found = try session.classification(of: live, on: data, for: "'\(Self.name)'")
      try found.requireAnswers(at: network)
      return found.confusionFigure(names, in: &session)
    } catch let error as ShapeError {
      throw CellFailure("plot.shape", "\(error)", at: data.range)
    }
  }
}

extension Classification {
  /// Throws where an example has no answer, so that a picture would leave it out.
  func requireAnswers(at network: LabelReference) throws(CellFailure) {
    guard unanswered > 0 else { return }
    throw CellFailure(
      "plot.answers", Evaluation.words(unanswered: unanswered, of: count), at: network.range,
      help: [
        "what is no number was classified neither rightly nor wrongly; look at how it was trained"
      ])
  }
}
