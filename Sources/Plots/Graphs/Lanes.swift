/// Whole groups moved apart where their frames would overlap.
///
/// A lane is what an innermost group holds, or a single slot in no group. Lanes that share a layer
/// are pushed apart in their order, so that no frame covers what is not in it.
struct Lanes {
  private struct Lane {
    /// The groups from the outermost; empty for a slot in none.
    let path: [Int]
    var slots: [Int]
    /// Across the arrows, the frame included.
    var low: Double
    var high: Double
    var layers: ClosedRange<Int>
  }

  /// The places of all slots.
  let parted: [Double]

  init(
    _ places: [Double], order: LayerOrder, breadths: [Double], titles: [Double], across: Bool
  ) {
    var lanes = Self.lanes(places, order: order, breadths: breadths)
    // In a single layer and without wide titles the gaps between slots have room for frames.
    guard lanes.contains(where: { !$0.path.isEmpty && ($0.layers.count > 1 || !across) }) else {
      parted = places
      return
    }
    for index in lanes.indices {
      lanes[index] = Self.framed(lanes[index], titles: titles, across: across)
    }
    lanes.sort {
      let (a, b) = ($0.low + $0.high, $1.low + $1.high)
      return a == b ? $0.slots[0] < $1.slots[0] : a < b
    }
    var moved = places
    for index in lanes.indices {
      let lane = lanes[index]
      let above = lanes[..<index].filter { $0.layers.overlaps(lane.layers) }.map(\.high).max()
      guard let above, above + GraphLayout.slotGap > lane.low else { continue }
      let push = above + GraphLayout.slotGap - lane.low
      for slot in lane.slots { moved[slot] += push }
      lanes[index].low += push
      lanes[index].high += push
    }
    parted = moved
  }

  /// The lanes in the order of their first slots.
  private static func lanes(
    _ places: [Double], order: LayerOrder, breadths: [Double]
  ) -> [Lane] {
    var lanes: [Lane] = []
    var known: [[Int]: Int] = [:]
    for (index, slot) in order.slots.enumerated() {
      let low = places[index] - breadths[index] / 2
      let high = places[index] + breadths[index] / 2
      if !slot.path.isEmpty, let place = known[slot.path] {
        let old = lanes[place].layers
        lanes[place].slots.append(index)
        lanes[place].low = min(lanes[place].low, low)
        lanes[place].high = max(lanes[place].high, high)
        lanes[place].layers = min(old.lowerBound, slot.layer)...max(old.upperBound, slot.layer)
      } else {
        known[slot.path] = lanes.count
        lanes.append(
          Lane(
            path: slot.path, slots: [index], low: low, high: high,
            layers: slot.layer...slot.layer))
      }
    }
    return lanes
  }

  /// The lane with the room its frames take: padding on both sides; where titles stand across the
  /// arrows their height on the upper side, where they lie along a layer what they lack in width.
  private static func framed(_ lane: Lane, titles: [Double], across: Bool) -> Lane {
    guard let group = lane.path.last else { return lane }
    var lane = lane
    let depth = Double(lane.path.count)
    let lack = across ? 0 : (titles[group] - (lane.high - lane.low)) / 2
    let reach = max(depth * GraphLayout.groupPadding, lack)
    lane.low -= reach + (across ? depth * GraphLayout.groupTitle : 0)
    lane.high += reach
    return lane
  }
}
