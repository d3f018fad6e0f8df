import Neural
import Plots

/// The layers of a network as columns of units.
struct NetworkPlot: PlotKind {
  static let name = "network"
  static let summary = "the layers of a network as columns of units"

  private let network: LabelReference

  init(_ options: Options) {
    network = options.required("of", .label(.network), "the network")
  }

  func figure(in session: inout Session) throws -> Figure {
    let network = try session.network(network).inDouble
    let depth = network.layers.count
    var layers = [NetworkDiagram.Layer("input", units: network.inputs)]
    for (index, layer) in network.layers.enumerated() {
      let name = index + 1 == depth ? "output" : depth == 2 ? "hidden" : "hidden \(index + 1)"
      layers.append(.init(name, units: layer.outputs, note: layer.activation.name))
    }
    let sizes = layers.map { "\($0.units)" }.joined(separator: "-")
    let diagram = NetworkDiagram(
      session.words.sentences.network(self.network.name),
      description: session.words.sentences.diagram(sizes), layers: layers)
    return Figure(diagram.picture(id: session.nextPictureID(), words: session.words))
  }
}
