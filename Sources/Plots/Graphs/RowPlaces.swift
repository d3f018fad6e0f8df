/// Where the rows of a graph stand along its arrows.
struct RowPlaces {
  /// The middle of each row.
  let middles: [Double]
  /// What a row and the frames that end there take: nothing bends inside.
  let zones: [ClosedRange<Double>]

  /// - Parameters:
  ///   - places: Of all slots, across the arrows.
  ///   - lacks: What each group's frame has to be widened by for its title.
  init(_ graph: SlottedGraph, places: [Double], lacks: [Double], direction: Graph.Direction) {
    let across = direction.isHorizontal
    let count = graph.rows.kinds.count
    var depths = Array(repeating: 0.0, count: count)
    var bends = depths
    for (index, slot) in graph.slots.enumerated() {
      let size = graph.sizes[index]
      depths[slot.layer] = max(depths[slot.layer], across ? size.width : size.height)
    }
    for (from, to) in graph.chains.flatMap({ zip($0, $0.dropFirst()) }) {
      let row = graph.slots[from].layer
      bends[row] = max(bends[row], abs(places[to] - places[from]))
    }
    let (padding, title) = (GraphLayout.groupPadding, GraphLayout.titlePadding)
    let reaches = graph.nesting.reaches(
      graph.rows.spans,
      least: (direction == .down ? title : padding, direction == .up ? title : padding),
      lacks: lacks)
    var before = Array(repeating: 0.0, count: count)
    var after = before
    for (span, reach) in zip(graph.rows.spans, reaches) {
      guard let span else { continue }
      before[span.lowerBound] = max(before[span.lowerBound], reach.before)
      after[span.upperBound] = max(after[span.upperBound], reach.after)
    }
    var start = 0.0
    var middles: [Double] = []
    var zones: [ClosedRange<Double>] = []
    for row in 0..<count {
      let end = start + before[row] + depths[row] + after[row]
      middles.append(start + before[row] + depths[row] / 2)
      zones.append(start...end)
      start = end + graph.rows.gap(after: row, bend: bends[row])
    }
    (self.middles, self.zones) = (middles, zones)
  }
}
