/// Long arrows led straight ahead as far as nothing is in their way.
struct Straightening {
  /// The places of all slots.
  private(set) var places: [Double]
  private let slots: [LayerOrder.Slot]
  private let breadths: [Double]
  private let title: Double
  /// The slots of each row.
  private let rows: [[Int]]
  private let spans: [ClosedRange<Int>?]
  /// What the frame of each group takes across the arrows.
  private let frames: [ClosedRange<Double>?]

  /// - Parameter title: What a group's title takes on its upper side.
  init(_ places: [Double], graph: SlottedGraph, breadths: [Double], title: Double) {
    (self.places, self.breadths, self.title) = (places, breadths, title)
    (slots, spans) = (graph.slots, graph.rows.spans)
    var rows = Array(repeating: [Int](), count: graph.rows.kinds.count)
    var ends = [ClosedRange<Double>?](repeating: nil, count: spans.count)
    for (index, slot) in graph.slots.enumerated() {
      rows[slot.layer].append(index)
      for (outer, group) in slot.path.reversed().enumerated() {
        let padding = GraphLayout.groupPadding * Double(outer + 1)
        let low = places[index] - breadths[index] / 2 - padding - title * Double(outer + 1)
        let high = places[index] + breadths[index] / 2 + padding
        let old = ends[group] ?? low...high
        ends[group] = min(old.lowerBound, low)...max(old.upperBound, high)
      }
    }
    (self.rows, frames) = (rows, ends)
    for chain in graph.chains where chain.count > 3 { straighten(chain) }
  }

  /// From the first slot on, as many slots as have a place in common take it.
  private mutating func straighten(_ chain: [Int]) {
    var last = places[chain[0]]
    var run: [Int] = []
    var free = -Double.infinity...Double.infinity
    func place() -> Double {
      let wish = (last + places[chain[chain.count - 1]]) / 2
      return min(max(wish, free.lowerBound), free.upperBound)
    }
    for slot in chain.dropFirst().dropLast() {
      let range = freeRange(of: slot)
      if range.overlaps(free) {
        free = max(free.lowerBound, range.lowerBound)...min(free.upperBound, range.upperBound)
        run.append(slot)
        continue
      }
      last = place()
      for slot in run { places[slot] = last }
      (run, free) = ([slot], range)
    }
    last = place()
    for slot in run { places[slot] = last }
  }

  /// Where a slot may stand between its neighbours and inside its groups.
  private func freeRange(of slot: Int) -> ClosedRange<Double> {
    let (place, row, path) = (places[slot], slots[slot].layer, slots[slot].path)
    var low = -Double.infinity
    var high = Double.infinity
    func avoid(_ other: ClosedRange<Double>) {
      if other.lowerBound + other.upperBound <= 2 * place {
        low = max(low, other.upperBound)
      } else {
        high = min(high, other.lowerBound)
      }
    }
    for other in rows[row] where other != slot && path.starts(with: slots[other].path) {
      avoid(places[other] - breadths[other] / 2...places[other] + breadths[other] / 2)
    }
    for (group, frame) in frames.enumerated() {
      guard let frame, let span = spans[group], span ~= row else { continue }
      if let depth = path.firstIndex(of: group) {
        // Beside the paddings of the frames between.
        let frames = Double(path.count - depth)
        let padding = GraphLayout.groupPadding * frames
        low = max(low, frame.lowerBound + padding + title * frames)
        high = min(high, frame.upperBound - padding)
      } else {
        avoid(frame)
      }
    }
    let half = breadths[slot] / 2
    return min(low + half, place)...max(high - half, place)
  }
}
