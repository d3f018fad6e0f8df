import Neural
import Plots

/// The samples that a network is most certain and wrong about.
struct MistakesPlot: PlotKind {
  static let name = "mistakes"
  static let summary = "the samples that a network is most certain and wrong about"

  private let network: LabelReference
  private let data: LabelReference
  private let count: Int

  init(_ options: Options) {
    network = options.required("of", .label(.network), "the network")
    data = options.required("data", .label(.dataset), "the examples, such as mnist.test")
    options.context.pair(network, with: data)
    count = options.value(
      "count", .integer("an integer from 1 to 100", in: 1...100), default: 12,
      "how many, the worst first")
    options.context.check(
      "'\(Self.name)'", asks: .classes, of: data, at: options.place(of: "data"))
  }

  func figure(in session: inout Session) throws -> Figure {
    let live = try session.network(network)
    let names = try session.classNames(of: data, count: max(2, live.outputs))
    do {
      let found = try session.classification(of: live, on: data, for: "'\(Self.name)'")
      try found.requireAnswers(at: network)
      let worst = found.mistakes.prefix(count)
      let samples = try session.predictions(of: live, on: data, Array(worst))
      let picture = Predictions(
        session.words.terms["The worst mistakes"], classes: names, samples: samples,
        mostClasses: Self.shownClasses)
      return Figure(picture.picture(id: session.nextPictureID(), words: session.words))
    } catch let error as ShapeError {
      throw CellFailure("plot.shape", "\(error)", at: data.range)
    }
  }

  /// What was said, what is, and what else was thought likely.
  private static let shownClasses = 3
}
