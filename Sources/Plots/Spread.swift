/// Places on a line that keep a distance.
enum Spread {
  /// The places nearest to `wanted` (least squares) that lie `gap` apart, in the same order.
  ///
  /// Labels that touch form a block that sits at the mean of what its members want; blocks that
  /// touch merge (pool adjacent violators). Blocks are then kept within the range.
  static func apart(
    _ wanted: [Double], by gap: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var blocks: [(members: [Int], start: Double)] = []
    func settled(_ members: [Int]) -> (members: [Int], start: Double) {
      let sum = members.enumerated().reduce(0) { $0 + wanted[$1.element] - Double($1.offset) * gap }
      let length = Double(members.count - 1) * gap
      let start = sum / Double(members.count)
      return (members, max(range.lowerBound, min(start, range.upperBound - length)))
    }
    for index in order {
      var block = settled([index])
      while let last = blocks.last, last.start + Double(last.members.count) * gap > block.start {
        block = settled(last.members + block.members)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    var places = wanted
    for block in blocks {
      for (offset, member) in block.members.enumerated() {
        places[member] = block.start + Double(offset) * gap
      }
    }
    return places
  }
}
