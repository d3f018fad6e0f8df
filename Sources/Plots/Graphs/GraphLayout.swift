/// Where everything in a drawn graph stands, in CSS pixels.
struct GraphLayout {
  struct Spot: Equatable {
    var x: Double
    var y: Double
  }

  struct Size: Equatable {
    var width: Double
    var height: Double
  }

  struct Frame: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    mutating func include(_ other: Frame) {
      left = min(left, other.left)
      top = min(top, other.top)
      right = max(right, other.right)
      bottom = max(bottom, other.bottom)
    }
  }

  /// The way of an edge from border to border and through the layers between.
  struct Route: Equatable {
    /// From the edge's own start to its end.
    let spots: [Spot]
    let labelAt: Spot
  }

  let size: Size
  /// The middles of the vertices.
  let centres: [Spot]
  /// By the index of the edge; nil for a loop.
  let routes: [Route?]
  /// By the index of the group; nil for an empty one.
  let frames: [Frame?]

  static let layerGap = 46.0
  static let slotGap = 18.0
  static let groupPadding = 12.0
  static let groupTitle = 22.0

  /// - Parameters:
  ///   - sizes: Of each vertex.
  ///   - labels: Of each edge's label; nil where there is none.
  init(_ graph: Graph, sizes: [Size], labels: [Size?]) {
    let index = Dictionary(
      graph.vertices.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    let known = graph.edges.enumerated().compactMap { offset, edge in
      index[edge.from].flatMap { from in index[edge.to].map { (offset, from: from, to: $0) } }
    }
    let layering = Layering(
      count: graph.vertices.count, edges: known.map { (from: $0.from, to: $0.to) })
    let nesting = GroupNesting(graph, index: index)
    let across = graph.direction.isHorizontal
    // From here on a layer's depth lies along the arrows, a slot's breadth across them.
    var slots = graph.vertices.indices.map {
      LayerOrder.Slot(layer: layering.layers[$0], path: nesting.paths[$0])
    }
    var breadths = sizes.map { across ? $0.height : $0.width }
    var chains: [Int: [Int]] = [:]
    for arrow in layering.arrows {
      var chain = [arrow.from]
      let first = layering.layers[arrow.from] + 1
      let layers = first..<max(first, layering.layers[arrow.to])
      for layer in layers {
        slots.append(LayerOrder.Slot(layer: layer, path: []))
        breadths.append(4)
        chain.append(slots.count - 1)
      }
      chain.append(arrow.to)
      for (from, to) in zip(chain, chain.dropFirst()) {
        slots[from].after.append(to)
        slots[to].before.append(from)
      }
      chains[arrow.edge] = chain
    }
    let order = LayerOrder(slots)
    let lanes = SlotPlaces(order, breadths: breadths, nesting: nesting, across: across).places
    // Depth: each layer as deep as its deepest vertex, each gap wide enough for its labels.
    var depths = Array(repeating: 0.0, count: order.layers.count)
    for vertex in graph.vertices.indices {
      let depth = across ? sizes[vertex].width : sizes[vertex].height
      depths[layering.layers[vertex]] = max(depths[layering.layers[vertex]], depth)
    }
    var gaps = Array(repeating: Self.layerGap, count: max(1, order.layers.count))
    for arrow in layering.arrows {
      guard let label = labels[known[arrow.edge].0] else { continue }
      let room = across ? label.width + 34 : label.height + 34
      let at = Self.labelGap(of: arrow, in: layering)
      gaps[at] = max(gaps[at], room)
    }
    var middles: [Double] = []
    var start = 0.0
    for (layer, depth) in depths.enumerated() {
      middles.append(start + depth / 2)
      start += depth + gaps[layer]
    }
    let placed = slots.indices.map { slot -> Spot in
      let along = middles[slots[slot].layer]
      switch graph.direction {
      case .right: return Spot(x: along, y: lanes[slot])
      case .left: return Spot(x: -along, y: lanes[slot])
      case .down: return Spot(x: lanes[slot], y: along)
      case .up: return Spot(x: lanes[slot], y: -along)
      }
    }
    var frames = nesting.frames(centres: placed, sizes: sizes)
    var routes = [Route?](repeating: nil, count: graph.edges.count)
    for arrow in layering.arrows {
      guard let chain = chains[arrow.edge] else { continue }
      var spots = chain.map { placed[$0] }
      spots[0] = Self.border(spots[0], sizes[arrow.from], direction: graph.direction, ahead: true)
      spots[spots.count - 1] = Self.border(
        spots[spots.count - 1], sizes[arrow.to], direction: graph.direction, ahead: false)
      let middle = Spot(x: (spots[0].x + spots[1].x) / 2, y: (spots[0].y + spots[1].y) / 2)
      routes[known[arrow.edge].0] = Route(
        spots: arrow.isTurned ? spots.reversed() : spots, labelAt: middle)
    }
    // Everything is moved so that the drawing begins at its upper left corner.
    var all = Frame(left: 0, top: 0, right: 0, bottom: 0)
    for (number, box) in Self.boxes(placed, sizes, frames, routes, labels).enumerated() {
      if number == 0 { all = box } else { all.include(box) }
    }
    let shift = Spot(x: 2 - all.left, y: 2 - all.top)
    centres = graph.vertices.indices.map { placed[$0].moved(by: shift) }
    self.routes = routes.map { route in
      route.map {
        Route(spots: $0.spots.map { $0.moved(by: shift) }, labelAt: $0.labelAt.moved(by: shift))
      }
    }
    for index in frames.indices { frames[index] = frames[index]?.moved(by: shift) }
    self.frames = frames
    size = Size(width: all.right - all.left + 4, height: all.bottom - all.top + 4)
  }

  /// The label of an arrow stands in the gap after its first layer.
  private static func labelGap(of arrow: Layering.Arrow, in layering: Layering) -> Int {
    layering.layers[arrow.from]
  }

  /// Where an arrow leaves a vertex towards the next layer, or enters it from the last.
  private static func border(
    _ centre: Spot, _ size: Size, direction: Graph.Direction, ahead: Bool
  ) -> Spot {
    let sign = ahead == (direction == .right || direction == .down) ? 1.0 : -1
    return direction.isHorizontal
      ? Spot(x: centre.x + sign * size.width / 2, y: centre.y)
      : Spot(x: centre.x, y: centre.y + sign * size.height / 2)
  }

  private static func boxes(
    _ centres: [Spot], _ sizes: [Size], _ frames: [Frame?], _ routes: [Route?], _ labels: [Size?]
  ) -> [Frame] {
    let vertices = sizes.indices.map { Frame(centre: centres[$0], size: sizes[$0]) }
    let ways = routes.compactMap { $0 }.flatMap(\.spots).map {
      Frame(centre: $0, size: Size(width: 8, height: 8))
    }
    let words = zip(routes, labels).compactMap { route, label -> Frame? in
      guard let route, let label else { return nil }
      return Frame(centre: route.labelAt, size: label)
    }
    return vertices + frames.compactMap { $0 } + ways + words
  }
}

extension GraphLayout.Spot {
  func moved(by shift: GraphLayout.Spot) -> GraphLayout.Spot {
    GraphLayout.Spot(x: x + shift.x, y: y + shift.y)
  }
}

extension GraphLayout.Frame {
  init(centre: GraphLayout.Spot, size: GraphLayout.Size) {
    self.init(
      left: centre.x - size.width / 2, top: centre.y - size.height / 2,
      right: centre.x + size.width / 2, bottom: centre.y + size.height / 2)
  }

  func moved(by shift: GraphLayout.Spot) -> GraphLayout.Frame {
    GraphLayout.Frame(
      left: left + shift.x, top: top + shift.y, right: right + shift.x, bottom: bottom + shift.y)
  }
}
