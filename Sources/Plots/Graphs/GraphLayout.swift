/// Where everything in a drawn graph stands.
///
/// Layers along the arrows, the order within each layer, then places across the arrows. A slot is
/// a vertex, or the place where an arrow passes through a layer.
struct GraphLayout {
  let size: Size
  /// The middles of the vertices.
  let centres: [Spot]
  /// By the index of the edge; nil for a loop, or an edge whose ends do not exist.
  let routes: [Route?]
  /// By the index of the group; nil for an empty one.
  let frames: [Box?]

  static let layerGap = 46.0
  static let slotGap = 18.0
  static let groupPadding = 12.0
  static let groupTitle = 22.0
  /// What is left free round the drawing.
  private static let margin = 2.0

  /// - Parameters:
  ///   - sizes: Of each vertex.
  ///   - labels: Of each edge's label; nil where there is none.
  init(_ graph: Graph, sizes: [Size], labels: [Size?]) {
    let paths = SlottedGraph(graph, sizes: sizes)
    let across = graph.direction.isHorizontal
    let order = LayerOrder(paths.slots)
    let lanes = SlotPlaces(
      order, breadths: paths.breadths, titles: paths.nesting.titleWidths, across: across
    ).places
    let middles = Self.middles(paths, sizes: sizes, labels: labels, across: across)
    let placed = paths.slots.indices.map { slot in
      graph.direction.spot(along: middles[paths.slots[slot].layer], across: lanes[slot])
    }
    let frames = paths.nesting.frames(centres: placed, sizes: sizes)
    var routes = [Route?](repeating: nil, count: graph.edges.count)
    for (arrow, chain) in zip(paths.layering.arrows, paths.chains) {
      var spots = chain.map { placed[$0] }
      spots[0] = graph.direction.border(spots[0], sizes[arrow.from], ahead: true)
      spots[spots.count - 1] = graph.direction.border(
        spots[spots.count - 1], sizes[arrow.to], ahead: false)
      if arrow.isTurned {
        // A way back leaves and enters beside the ways forth, on the side it bends to.
        spots[0] = graph.direction.beside(spots[0], sizes[arrow.from], towards: spots[1])
        let last = spots.count - 1
        spots[last] = graph.direction.beside(
          spots[last], sizes[arrow.to], towards: spots[last - 1])
      }
      routes[paths.edges[arrow.edge]] = Route(
        spots: arrow.isTurned ? spots.reversed() : spots,
        labelAt: ArrowPath.spot(
          at: paths.labelShare(of: arrow), from: spots[0], to: spots[1], horizontal: across))
    }
    // Everything is moved so that the drawing begins at its upper left corner.
    let all = Self.bounds(placed, sizes, frames, routes, labels)
    let shift = Spot(x: Self.margin - all.left, y: Self.margin - all.top)
    centres = graph.vertices.indices.map { placed[$0].moved(by: shift) }
    self.routes = routes.map { $0?.moved(by: shift) }
    self.frames = frames.map { $0?.moved(by: shift) }
    size = Size(
      width: all.right - all.left + 2 * Self.margin, height: all.bottom - all.top + 2 * Self.margin)
  }

  /// Where each layer's middle is along the arrows: a layer is as deep as its deepest vertex, the
  /// gap after it deep enough for the labels of the arrows that begin there.
  private static func middles(
    _ graph: SlottedGraph, sizes: [Size], labels: [Size?], across: Bool
  ) -> [Double] {
    let layers = graph.layering.layers
    let count = (layers.max() ?? -1) + 1
    var depths = Array(repeating: 0.0, count: count)
    for (size, layer) in zip(sizes, layers) {
      depths[layer] = max(depths[layer], across ? size.width : size.height)
    }
    var gaps = Array(repeating: layerGap, count: count)
    for (first, last, title) in graph.framedLayers {
      // A frame reaches out of its layers by its padding, further if its title is wider than they.
      let lack = first == last && across ? (title - depths[first]) / 2 : 0
      let reach = across ? max(groupPadding, lack) : groupTitle
      for gap in [first - 1, last] where gaps.indices.contains(gap) {
        gaps[gap] = max(gaps[gap], layerGap) + reach
      }
    }
    for arrow in graph.layering.arrows {
      guard let label = labels[graph.edges[arrow.edge]] else { continue }
      // A label beside one end of its arrow needs a third more to stay clear of the vertex.
      let room = (across ? 1.35 * label.width : label.height) + 34
      gaps[layers[arrow.from]] = max(gaps[layers[arrow.from]], room)
    }
    var start = 0.0
    return zip(depths, gaps).map { depth, gap in
      defer { start += depth + gap }
      return start + depth / 2
    }
  }

  private static func bounds(
    _ centres: [Spot], _ sizes: [Size], _ frames: [Box?], _ routes: [Route?], _ labels: [Size?]
  ) -> Box {
    let vertices = sizes.indices.map { Box(centre: centres[$0], size: sizes[$0]) }
    let ways = routes.compactMap { $0 }.flatMap(\.spots).map {
      Box(centre: $0, size: Size(width: 8, height: 8))
    }
    let words = zip(routes, labels).compactMap { route, label -> Box? in
      guard let route, let label else { return nil }
      return Box(centre: route.labelAt, size: label)
    }
    let boxes = vertices + frames.compactMap { $0 } + ways + words
    guard let first = boxes.first else { return Box(left: 0, top: 0, right: 0, bottom: 0) }
    return boxes.reduce(into: first) { $0.include($1) }
  }
}

extension Graph.Direction {
  /// A place by its distance along the arrows and across them.
  func spot(along: Double, across: Double) -> Spot {
    switch self {
    case .right: Spot(x: along, y: across)
    case .left: Spot(x: -along, y: across)
    case .down: Spot(x: across, y: along)
    case .up: Spot(x: across, y: -along)
    }
  }

  /// A spot on the border of a vertex moved a quarter of its breadth towards another spot.
  func beside(_ spot: Spot, _ size: Size, towards other: Spot) -> Spot {
    isHorizontal
      ? Spot(x: spot.x, y: spot.y + (other.y < spot.y ? -1 : 1) * size.height / 4)
      : Spot(x: spot.x + (other.x < spot.x ? -1 : 1) * size.width / 4, y: spot.y)
  }

  /// Where an arrow leaves a vertex towards the next layer, or enters it from the last.
  func border(_ centre: Spot, _ size: Size, ahead: Bool) -> Spot {
    let sign = ahead == (self == .right || self == .down) ? 1.0 : -1
    return isHorizontal
      ? Spot(x: centre.x + sign * size.width / 2, y: centre.y)
      : Spot(x: centre.x, y: centre.y + sign * size.height / 2)
  }
}
