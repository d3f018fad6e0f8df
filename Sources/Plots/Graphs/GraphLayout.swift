/// Where everything in a drawn graph stands.
///
/// Rows along the arrows, the order within each row, then places across the arrows. A slot is a
/// vertex, the label of an arrow, a title, or the place where an arrow passes through a row.
/// Arrows bend between rows only, where nothing else stands.
struct GraphLayout {
  let size: Size
  /// The middles of the vertices.
  let centres: [Spot]
  /// By the index of the edge; nil for a loop, or an edge whose ends do not exist.
  let routes: [Route?]
  /// By the index of the group; nil for an empty one.
  let frames: [Box?]
  /// The middles of the groups' titles.
  let titles: [Spot?]

  static let groupPadding = 12.0
  /// What is free between a title and the frame above it.
  static let titlePadding = 6.0
  private static let groupTitle = 22.0
  /// After so many attempts to widen frames for their titles one may be crossed.
  private static let attempts = 6
  /// What is left free round the drawing.
  private static let margin = 2.0

  /// - Parameters:
  ///   - sizes: Of each vertex.
  ///   - labels: Of each edge's label; nil where there is none.
  init(_ graph: Graph, sizes: [Size], labels: [Size?]) {
    let slotted = SlottedGraph(graph, sizes: sizes, labels: labels)
    let direction = graph.direction
    let across = direction.isHorizontal
    let top = Self.titlePadding + (across ? Self.groupTitle : 0)
    let title = across ? top - Self.groupPadding : 0
    let breadths = slotted.breadths(across: across)
    let parted = SlotPlaces(LayerOrder(slotted.slots), breadths: breadths, title: title).places
    let lanes = Straightening(parted, graph: slotted, breadths: breadths, title: title).places
    // A frame wide enough for its title moves what stands beside it, so rows are placed anew.
    var widths = across ? slotted.nesting.titleWidths : graph.groups.map { _ in 0 }
    var lacks = graph.groups.map { _ in 0.0 }
    var boxes: [Box] = []
    var frames: [Box?] = []
    var routes: [Route?] = []
    var titles = GroupTitles(slotted, frames: [], ways: [], across: across)
    for _ in 0..<Self.attempts {
      let rows = RowPlaces(slotted, places: lanes, lacks: lacks, direction: direction)
      boxes = slotted.slots.indices.map { slot in
        let along = rows.middles[slotted.slots[slot].layer]
        return Box(
          centre: direction.spot(along: along, across: lanes[slot]), size: slotted.sizes[slot])
      }
      let inside = zip(slotted.slots, boxes).map { (path: $0.path, box: $1) }
      let framed = slotted.nesting.frames(inside, top: top, widths: widths)
      frames = framed.map { $0?.box }
      routes = Self.routes(
        slotted, boxes: boxes, rows: rows, direction: direction, count: graph.edges.count)
      titles = GroupTitles(
        slotted, frames: frames, ways: routes.compactMap { $0?.spots }, across: across)
      let wanted = framed.map { $0?.lack ?? 0 }
      if wanted != lacks {
        lacks = wanted
      } else if titles.lacks.allSatisfy({ $0 == 0 }) {
        break
      }
      for (group, frame) in frames.enumerated() where titles.lacks[group] > 0 {
        widths[group] = frame.map { $0.right - $0.left + 2 * titles.lacks[group] } ?? 0
      }
    }
    // Everything is moved so that the drawing begins at its upper left corner.
    let spots = routes.compactMap { $0 }.flatMap(\.spots).map {
      Box(centre: $0, size: Size(width: 8, height: 8))
    }
    let all = Box(round: boxes + frames.compactMap { $0 } + spots)
    let shift = Spot(x: Self.margin - all.left, y: Self.margin - all.top)
    centres = graph.vertices.indices.map { boxes[$0].centre.moved(by: shift) }
    self.routes = routes.map { $0?.moved(by: shift) }
    self.frames = frames.map { $0?.moved(by: shift) }
    self.titles = titles.places.map { $0?.moved(by: shift) }
    size = Size(
      width: all.right - all.left + 2 * Self.margin, height: all.bottom - all.top + 2 * Self.margin)
  }

  private static func routes(
    _ graph: SlottedGraph, boxes: [Box], rows: RowPlaces, direction: Graph.Direction, count: Int
  ) -> [Route?] {
    var routes = [Route?](repeating: nil, count: count)
    for (index, arrow) in graph.layering.arrows.enumerated() {
      let chain = graph.chains[index]
      var spots: [Spot] = []
      for (place, slot) in chain.enumerated() {
        let zone = rows.zones[graph.slots[slot].layer]
        let centre = boxes[slot].centre
        let aside =
          !arrow.isTurned || (1..<chain.count - 1).contains(place)
          ? 0
          // A way back leaves and enters beside the ways forth, on the side it bends to.
          : direction.quarter(
            of: graph.sizes[slot], at: centre,
            towards: boxes[chain[place == 0 ? 1 : chain.count - 2]].centre)
        let across = direction.isHorizontal ? centre.y : centre.x
        let before = direction.spot(along: zone.lowerBound, across: across + aside)
        let after = direction.spot(along: zone.upperBound, across: across + aside)
        if 1..<chain.count - 1 ~= place {
          spots += [before, after]
          continue
        }
        let border = direction.border(
          centre, graph.sizes[slot], aside: aside, ahead: place == 0)
        // An edge of the row so near that the head would not fit between is passed over.
        let edge = place == 0 ? after : before
        let isNear = max(abs(edge.x - border.x), abs(edge.y - border.y)) <= ArrowPath.headLength
        spots += isNear ? [border] : place == 0 ? [border, edge] : [edge, border]
      }
      let label = graph.labels[index].map { boxes[$0].centre }
      routes[graph.edges[arrow.edge]] = Route(
        spots: arrow.isTurned ? spots.reversed() : spots, labelAt: label ?? spots[0])
    }
    return routes
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

  /// A quarter of a vertex's breadth to the side where another spot is.
  func quarter(of size: Size, at centre: Spot, towards other: Spot) -> Double {
    isHorizontal
      ? (other.y < centre.y ? -1 : 1) * size.height / 4
      : (other.x < centre.x ? -1 : 1) * size.width / 4
  }

  /// Where an arrow leaves a vertex towards the next row, or enters it from the last.
  func border(_ centre: Spot, _ size: Size, aside: Double, ahead: Bool) -> Spot {
    let sign = ahead == (self == .right || self == .down) ? 1.0 : -1
    return isHorizontal
      ? Spot(x: centre.x + sign * size.width / 2, y: centre.y + aside)
      : Spot(x: centre.x + aside, y: centre.y + sign * size.height / 2)
  }
}
