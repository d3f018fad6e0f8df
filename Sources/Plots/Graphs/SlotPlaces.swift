/// Where each slot stands across the arrows: near the slots it is connected with, in order, apart.
struct SlotPlaces {
  let places: [Double]

  private static let rounds = 8

  /// - Parameters:
  ///   - breadths: How much room each slot takes across the arrows.
  ///   - title: What the title of a group takes on its upper side, as for LR and RL.
  init(_ order: LayerOrder, breadths: [Double], title: Double) {
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
    self.places = Lanes(places, slots: order.slots, breadths: breadths, title: title).places
  }

  /// The least distances of a layer's slots from its first.
  private static func offsets(_ slots: [Int], order: LayerOrder, breadths: [Double]) -> [Double] {
    var offsets: [Double] = []
    var at = 0.0
    for (place, slot) in slots.enumerated() {
      if place > 0 {
        let last = slots[place - 1]
        let differ = Self.borders(order.slots[last].path, order.slots[slot].path)
        at += (breadths[last] + breadths[slot]) / 2
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
}
