/// Where each slot stands across the arrows: near the slots it is connected with, in order, apart.
struct SlotPlaces {
  let places: [Double]

  private static let rounds = 8

  init(_ order: LayerOrder, breadths: [Double], across: Bool) {
    var places = Array(repeating: 0.0, count: order.slots.count)
    let steps = order.layers.map { Self.offsets($0, order: order, breadths: breadths) }
    for (layer, slots) in order.layers.enumerated() {
      let middle = (steps[layer].last ?? 0) / 2
      for (slot, offset) in zip(slots, steps[layer]) { places[slot] = offset - middle }
    }
    for round in 0..<Self.rounds {
      let down = round.isMultiple(of: 2)
      let last = round >= Self.rounds - 2
      for layer in down ? Array(order.layers.indices) : order.layers.indices.reversed() {
        let slots = order.layers[layer]
        let wanted = slots.map { slot -> Double in
          let near =
            last
            ? order.slots[slot].before + order.slots[slot].after
            : down ? order.slots[slot].before : order.slots[slot].after
          guard !near.isEmpty else { return places[slot] }
          return near.reduce(0) { $0 + places[$1] } / Double(near.count)
        }
        let settled = Self.settle(wanted, offsets: steps[layer])
        for (slot, place) in zip(slots, settled) { places[slot] = place }
      }
    }
    self.places = Self.parted(places, order: order, breadths: breadths, across: across)
  }

  /// The least distances of a layer's slots from its first.
  private static func offsets(_ slots: [Int], order: LayerOrder, breadths: [Double]) -> [Double] {
    var offsets: [Double] = []
    var at = 0.0
    for (place, slot) in slots.enumerated() {
      if place > 0 {
        let last = slots[place - 1]
        let differ = Self.borders(order.slots[last].path, order.slots[slot].path)
        at += (breadths[last] + breadths[slot]) / 2 + GraphLayout.slotGap
        at += Double(differ) * GraphLayout.groupPadding
      }
      offsets.append(at)
    }
    return offsets
  }

  /// How many group borders lie between two slots.
  private static func borders(_ a: [Int], _ b: [Int]) -> Int {
    let common = zip(a, b).prefix { $0 == $1 }.count
    return a.count + b.count - 2 * common
  }

  /// The places nearest to `wanted` that keep the offsets (isotonic regression).
  private static func settle(_ wanted: [Double], offsets: [Double]) -> [Double] {
    var blocks: [(sum: Double, count: Double)] = []
    for (wish, offset) in zip(wanted, offsets) {
      var block = (sum: wish - offset, count: 1.0)
      while let last = blocks.last, last.sum / last.count > block.sum / block.count {
        block = (block.sum + last.sum, block.count + last.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let bases = blocks.flatMap { Array(repeating: $0.sum / $0.count, count: Int($0.count)) }
    return zip(bases, offsets).map { $0 + $1 }
  }

  /// Moves whole groups apart where their frames would overlap.
  ///
  /// A lane is an innermost group (or all that is in none); lanes that share a layer are pushed
  /// apart in their order, so that no frame covers what is not in it.
  private static func parted(
    _ places: [Double], order: LayerOrder, breadths: [Double], across: Bool
  ) -> [Double] {
    struct Lane {
      var slots: [Int] = []
      var low = Double.infinity
      var high = -Double.infinity
      var layers: ClosedRange<Int>
    }
    var lanes: [[Int]: Lane] = [:]
    for slot in order.slots.indices where !order.slots[slot].path.isEmpty {
      let layer = order.slots[slot].layer
      var lane = lanes[order.slots[slot].path] ?? Lane(layers: layer...layer)
      lane.slots.append(slot)
      lane.low = min(lane.low, places[slot] - breadths[slot] / 2)
      lane.high = max(lane.high, places[slot] + breadths[slot] / 2)
      lane.layers = min(lane.layers.lowerBound, layer)...max(lane.layers.upperBound, layer)
      lanes[order.slots[slot].path] = lane
    }
    // A slot in no group is a lane of its own: it must not end up inside a frame.
    for slot in order.slots.indices where order.slots[slot].path.isEmpty {
      let layer = order.slots[slot].layer
      lanes[[-1 - slot]] = Lane(
        slots: [slot], low: places[slot] - breadths[slot] / 2,
        high: places[slot] + breadths[slot] / 2, layers: layer...layer)
    }
    guard lanes.values.contains(where: { $0.layers.count > 1 }) else { return places }
    let sorted = lanes.sorted {
      let (a, b) = ($0.value.low + $0.value.high, $1.value.low + $1.value.high)
      return a == b ? $0.key.lexicographicallyPrecedes($1.key) : a < b
    }
    /// The lane of a slot in no group has a negative key.
    func isFramed(_ key: [Int]) -> Bool { key.allSatisfy { $0 >= 0 } }
    var moved = places
    var done: [(key: [Int], lane: Lane)] = []
    for (key, lane) in sorted {
      var lane = lane
      var push = 0.0
      for other in done where other.lane.layers.overlaps(lane.layers) {
        // A frame adds its padding, and across the arrows of LR and RL its title as well.
        let title = across && isFramed(key) ? GraphLayout.groupTitle : 0
        let framed = (isFramed(key) ? [0] : []) + (isFramed(other.key) ? [0] : [])
        let gap = GraphLayout.slotGap + Double(framed.count) * GraphLayout.groupPadding + title
        push = max(push, other.lane.high + gap - lane.low)
      }
      if push > 0 {
        for slot in lane.slots { moved[slot] += push }
        lane.low += push
        lane.high += push
      }
      done.append((key, lane))
    }
    return moved
  }
}
