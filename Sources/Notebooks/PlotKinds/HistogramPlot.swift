import Neural
import Plots

/// How the values of hidden layers are spread: whether units are saturated or dead.
struct HistogramPlot: PlotKind {
  static let name = "histogram"
  static let summary = "how the values of a network's layers are spread over samples"

  enum Quantity: String, Sendable, CaseIterable {
    case a
    case z
  }

  private let networks: [LabelReference]
  private let data: LabelReference
  private let layer: Located<Int>?
  private let quantity: Quantity
  private let bins: Int

  init(_ options: Options) {
    networks = options.required(
      "of", .list("a list of networks or sweeps", of: .label(.network, .sweep)),
      "the networks, or the sweeps whose networks to look into")
    data = options.required("data", .label(.dataset), "the samples to run through them")
    for network in networks { options.context.pair(network, with: data, needsTargets: false) }
    layer = options.optional(
      "layer", OptionType<Int>.positive.located,
      "one layer, counted from 1; all hidden ones if not given")
    quantity = options.value(
      "values", .choice("quantity"), default: .a, shown: "a",
      "a, what the layer hands on, or z, before its activation")
    bins = options.value(
      "bins", .integer("an integer from 2 to 200", in: 2...200), default: 30, "how many intervals")
  }

  /// So many samples show the spread as well as all of them.
  private static let mostSamples = 1000

  func figure(in session: inout Session) throws -> Figure {
    let examples = try session.examples(of: data)
    let batch = 0..<min(examples.count, Self.mostSamples)
    let models = try networks.flatMap { try session.models($0) }
    var plots: [Plot] = []
    for model in models {
      let network = model.network.inDouble
      do {
        let pass = try network.forward(examples.samples.batch(batch))
        for number in try layers(of: network) {
          plots.append(
            plot(
              number, of: network, pass, named: models.count > 1 ? model.name : nil,
              session.words))
        }
      } catch let error as ShapeError {
        throw CellFailure("plot.shape", "\(error)", at: data.range)
      }
    }
    return Figure(of: plots, in: &session)
  }

  private func layers(of network: Network<Double>) throws(CellFailure) -> [Int] {
    let depth = network.layers.count
    guard let layer else { return Array(1..<max(2, depth)) }
    guard layer.value <= depth else {
      throw CellFailure(
        "plot.layer", "there is no layer \(layer.value)", at: layer.range,
        help: ["layers count from 1 to \(depth)"])
    }
    return [layer.value]
  }

  private func plot(
    _ number: Int, of network: Network<Double>, _ pass: ForwardPass<Double>, named name: String?,
    _ words: Plots.Words
  ) -> Plot {
    let activation = network.layers[number - 1].activation
    let values = (quantity == .a ? pass.a(number) : pass.z(number)).values
    let bounds = activation.range
    let isBounded = quantity == .a && bounds.lowerBound.isFinite && bounds.upperBound.isFinite
    let title = (name.map { "\($0), " } ?? "") + "\(words.layer) \(number) (\(activation.name))"
    return Histogram(values, in: isBounded ? bounds : nil, bins: bins).plot(
      title,
      description: words.sentences.spread(
        values.count, Self.mean(values).significant(3), Self.deviation(values).significant(3)),
      x: quantity.rawValue, y: "count")
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = mean(values)
    return Self.mean(values.map { ($0 - mean) * ($0 - mean) }).squareRoot()
  }
}
