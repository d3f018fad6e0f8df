import Datasets
import Neural
import Plots

/// The incoming weights of hidden units as pictures: what each of them looks for.
struct WeightsPlot: PlotKind {
  static let name = "weights"
  static let summary = "the incoming weights of the first layer's units as pictures"

  private let network: LabelReference
  private let data: LabelReference
  private let units: Int

  init(_ options: Options) {
    network = options.required("of", .label(.network), "the network")
    data = options.required("data", .label(.dataset), "the pictures it was trained on")
    options.context.pair(network, with: data, needsTargets: false)
    units = options.value(
      "units", .integer("an integer from 1 to 200", in: 1...200), default: 30,
      "how many units to show, from the first")
  }

  func figure(in session: inout Session) throws -> Figure {
    let size = try session.pictureSize(of: data)
    let layer = try session.network(network).inDouble.layers[0]
    guard layer.inputs == size.count else {
      throw CellFailure(
        "plot.features",
        "'\(network.name)' takes \(layer.inputs) numbers, a picture of '\(data.name)' has "
          + "\(size.count)", at: network.range)
    }
    let tiles = (0..<min(units, layer.outputs)).map { unit in
      let weights = (0..<layer.inputs).map { layer.weights[$0, unit] }
      let largest = weights.map(abs).max() ?? 0
      return PixelTiles.Tile(
        Raster(weights: weights, size: size), name: "\(unit + 1)",
        alternative: session.words.sentences.weights(unit + 1, largest.significant(3)))
    }
    return Figure(
      PixelTiles(session.words.sentences.weightsOf(network.name), tiles: tiles)
        .picture(words: session.words))
  }
}
