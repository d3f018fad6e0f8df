/// The order of the places within each layer: members of a group stay together, and arrows cross
/// as seldom as repeated sweeps by barycentre find.
struct LayerOrder {
  /// A vertex, or the place where a long arrow passes through a layer.
  struct Slot {
    let layer: Int
    /// The group at the innermost, as the path of groups from the outermost.
    let path: [Int]
    /// The title of the innermost group, which stands before everything else in it.
    var isTitle = false
    var before: [Int] = []
    var after: [Int] = []
  }

  private(set) var slots: [Slot]
  /// Slots by layer, in order.
  private(set) var layers: [[Int]]

  /// After so many sweeps in either direction the order hardly changes (Gansner et al. 1993 use 24
  /// of a finer kind).
  private static let sweeps = 12

  init(_ slots: [Slot]) {
    self.slots = slots
    layers = Array(repeating: [], count: (slots.map(\.layer).max() ?? -1) + 1)
    for index in slots.indices { layers[slots[index].layer].append(index) }
    var positions = Array(repeating: 0.0, count: slots.count)
    settle(&positions)
    for layer in layers.indices { sort(layer, neighbours: { _ in [] }, positions: &positions) }
    var best = layers
    var fewest = crossings()
    for sweep in 0..<Self.sweeps where fewest > 0 {
      let down = sweep.isMultiple(of: 2)
      for layer in down ? Array(layers.indices) : layers.indices.reversed() {
        let neighbours = { (slot: Int) in down ? slots[slot].before : slots[slot].after }
        sort(layer, neighbours: neighbours, positions: &positions)
      }
      let count = crossings()
      if count < fewest { (best, fewest) = (layers, count) }
    }
    layers = best
  }

  private func settle(_ positions: inout [Double]) {
    for layer in layers {
      for (place, slot) in layer.enumerated() { positions[slot] = Double(place) }
    }
  }

  /// Orders a layer by the mean place of each slot's neighbours, groups before their members.
  private mutating func sort(
    _ layer: Int, neighbours: (Int) -> [Int], positions: inout [Double]
  ) {
    var centres: [Int: Double] = [:]
    for slot in layers[layer] {
      let around = neighbours(slot)
      centres[slot] =
        around.isEmpty
        ? positions[slot] : around.reduce(0) { $0 + positions[$1] } / Double(around.count)
    }
    var groups: [[Int]: (sum: Double, count: Double)] = [:]
    for slot in layers[layer] {
      for depth in 0...slots[slot].path.count {
        let old = groups[Array(slots[slot].path.prefix(depth))] ?? (0, 0)
        groups[Array(slots[slot].path.prefix(depth))] = (
          old.sum + (centres[slot] ?? 0), old.count + 1
        )
      }
    }
    let order = Dictionary(
      uniqueKeysWithValues: layers[layer].enumerated().map { ($0.element, $0.offset) })
    /// Mean places of the groups from the outermost, then of the slot, ties in the old order.
    func key(_ slot: Int) -> [Double] {
      let path = slots[slot].path
      let outer = (1..<max(1, path.count + 1)).flatMap { depth -> [Double] in
        let group = groups[Array(path.prefix(depth))] ?? (0, 1)
        return [group.sum / group.count, Double(path[depth - 1])]
      }
      let own = slots[slot].isTitle ? -Double.infinity : centres[slot] ?? 0
      return outer + [own, -1, Double(order[slot] ?? 0)]
    }
    let keys = Dictionary(uniqueKeysWithValues: layers[layer].map { ($0, key($0)) })
    layers[layer].sort { (keys[$0] ?? []).lexicographicallyPrecedes(keys[$1] ?? []) }
    for (place, slot) in layers[layer].enumerated() { positions[slot] = Double(place) }
  }

  /// How many pairs of arrows between neighbouring layers cross.
  private func crossings() -> Int {
    var positions = Array(repeating: 0.0, count: slots.count)
    settle(&positions)
    return layers.reduce(0) { total, layer in
      // In the order of their upper ends, two arrows cross where their lower ends are inverted.
      let ends = layer.flatMap { slot in slots[slot].after.map { positions[$0] }.sorted() }
      return total + Self.inversions(ends)
    }
  }

  private static func inversions(_ values: [Double]) -> Int {
    var sorted: [Double] = []
    var count = 0
    for value in values {
      var low = 0
      var high = sorted.count
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] <= value { low = middle + 1 } else { high = middle }
      }
      count += sorted.count - low
      sorted.insert(value, at: low)
    }
    return count
  }
}
