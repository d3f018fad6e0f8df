/// Whole groups moved apart where their frames would overlap.
///
/// A lane is what a group holds, or a single slot in no group. Lanes that share a row are pushed
/// apart in their order, those inside a group before the group itself, so that no frame covers
/// what is not in it.
struct Lanes {
  private struct Lane {
    let slots: [Int]
    /// Across the arrows, the frame included.
    var low: Double
    var high: Double
    let rows: ClosedRange<Int>
  }

  /// The places of all slots.
  private(set) var places: [Double]
  private let slots: [LayerOrder.Slot]
  private let breadths: [Double]
  private let title: Double

  /// - Parameter title: What a group's title takes on its upper side.
  init(_ places: [Double], slots: [LayerOrder.Slot], breadths: [Double], title: Double) {
    (self.places, self.slots, self.breadths, self.title) = (places, slots, breadths, title)
    guard slots.contains(where: { !$0.path.isEmpty }) else { return }
    _ = part(Array(slots.indices), depth: 0)
  }

  /// Parts the lanes of slots that share `depth` groups; the room they take together.
  private mutating func part(_ inside: [Int], depth: Int) -> ClosedRange<Double> {
    let groups = Dictionary(grouping: inside) { slot in
      slots[slot].path.count > depth ? slots[slot].path[depth] : -1 - slot
    }
    var lanes = groups.sorted { $0.value[0] < $1.value[0] }.map { group, slots in
      lane(slots, isGroup: group >= 0, depth: depth)
    }
    lanes.sort {
      let (a, b) = ($0.low + $0.high, $1.low + $1.high)
      return a == b ? $0.slots[0] < $1.slots[0] : a < b
    }
    for index in lanes.indices {
      let lane = lanes[index]
      let above = lanes[..<index].filter { $0.rows.overlaps(lane.rows) }.map(\.high).max()
      guard let above, above > lane.low else { continue }
      let push = above - lane.low
      for slot in lane.slots { places[slot] += push }
      lanes[index].low += push
      lanes[index].high += push
    }
    let low = lanes.map(\.low).min() ?? 0
    return low...max(low, lanes.map(\.high).max() ?? 0)
  }

  private mutating func lane(_ inside: [Int], isGroup: Bool, depth: Int) -> Lane {
    let rows = inside.map { slots[$0].layer }
    let (first, last) = (rows.min() ?? 0, rows.max() ?? 0)
    let slot = inside[0]
    guard isGroup else {
      let half = breadths[slot] / 2
      return Lane(
        slots: inside, low: places[slot] - half, high: places[slot] + half, rows: first...last)
    }
    let room = part(inside, depth: depth + 1)
    return Lane(
      slots: inside, low: room.lowerBound - GraphLayout.groupPadding - title,
      high: room.upperBound + GraphLayout.groupPadding, rows: first...last)
  }
}
