/// A graph in layers, its long arrows cut into pieces from layer to layer.
struct SlottedGraph {
  let layering: Layering
  let nesting: GroupNesting
  /// The vertices, then the places where arrows pass through layers.
  private(set) var slots: [LayerOrder.Slot]
  /// How wide each slot is across the arrows.
  private(set) var breadths: [Double]
  /// For each arrow of the layering the slots it runs through, its ends among them.
  private(set) var chains: [[Int]] = []
  /// For each edge given to the layering its index in the graph.
  let edges: [Int]
  private let outgoing: [Int]
  private let incoming: [Int]

  /// With more, nobody could follow the arrows anyway, and each is drawn straight to its end: the
  /// work grows with the square of their number.
  private static let mostPassages = 1200
  /// What a passing arrow needs for itself.
  private static let passage = 4.0

  init(_ graph: Graph, sizes: [Size]) {
    let index = Dictionary(
      graph.vertices.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let known = graph.edges.enumerated().compactMap { offset, edge in
      index[edge.from].flatMap { from in index[edge.to].map { (offset, from, $0) } }
    }
    edges = known.map(\.0)
    nesting = GroupNesting(graph, index: index)
    layering = Layering(
      edges: known.map { (from: $0.1, to: $0.2) }, groups: nesting.paths.map(\.last))
    let layers = layering.layers
    slots = zip(layers, nesting.paths).map { LayerOrder.Slot(layer: $0, path: $1) }
    breadths = sizes.map { graph.direction.isHorizontal ? $0.height : $0.width }
    var outgoing = Array(repeating: 0, count: sizes.count)
    var incoming = outgoing
    for arrow in layering.arrows {
      outgoing[arrow.from] += 1
      incoming[arrow.to] += 1
    }
    (self.outgoing, self.incoming) = (outgoing, incoming)
    let passing = layering.arrows.reduce(0) { $0 + layers[$1.to] - layers[$1.from] - 1 }
    for arrow in layering.arrows {
      let first = layers[arrow.from] + 1
      let last = passing > Self.mostPassages ? first : max(first, layers[arrow.to])
      let passages = (first..<last).map { layer in
        slots.append(LayerOrder.Slot(layer: layer, path: []))
        breadths.append(Self.passage)
        return slots.count - 1
      }
      let chain = [arrow.from] + passages + [arrow.to]
      for (from, to) in zip(chain, chain.dropFirst()) {
        slots[from].after.append(to)
        slots[to].before.append(from)
      }
      chains.append(chain)
    }
  }

  /// How far along its first piece an arrow's label stands: away from the end where it meets
  /// others.
  func labelShare(of arrow: Layering.Arrow) -> Double {
    if incoming[arrow.to] > 1 { return 0.3 }
    return outgoing[arrow.from] > 1 ? 0.7 : 0.5
  }

  /// The first and the last layer of each group's frame, and the width of its title.
  var framedLayers: [(first: Int, last: Int, title: Double)] {
    var ends: [Int: ClosedRange<Int>] = [:]
    for (vertex, path) in nesting.paths.enumerated() {
      for group in path {
        let layer = slots[vertex].layer
        let old = ends[group] ?? layer...layer
        ends[group] = min(old.lowerBound, layer)...max(old.upperBound, layer)
      }
    }
    return ends.sorted { $0.key < $1.key }.map {
      ($0.value.lowerBound, $0.value.upperBound, nesting.titleWidths[$0.key])
    }
  }
}
