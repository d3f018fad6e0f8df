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
    options.context.pair(network, with: data)
  }

  func figure(in session: inout Session) throws -> Figure {
    let live = try session.network(network)
    let names = try session.classNames(of: data, count: max(2, live.outputs))
    let examples = try session.examples(of: data)
    do throws(ShapeError) {
      let found = try live.classification(on: examples)
      let matrix = ConfusionMatrix(
        "What was taken for what",
        description: "\(found.accuracy.percent(2)) of \(found.count) examples classified rightly.",
        names: names, counts: found.confusion)
      let plot = matrix.plot(words: session.words)
      return Figure(plot.picture(id: session.nextPictureID(), words: session.words))
    } catch {
      throw CellFailure("plot.shape", "\(error)", at: data.range)
    }
  }
}
