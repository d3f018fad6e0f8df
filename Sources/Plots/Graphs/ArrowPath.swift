/// The curve of an arrow through its spots, and its head.
struct ArrowPath {
  let line: String
  /// Nil without a head.
  let head: String?

  static let headLength = 8.0
  private static let headWidth = 3.6
  /// So far beside its way an arrow does not bend.
  private static let straight = 0.05

  /// Points along the way through `spots` that lie inside a box.
  static func spots(_ spots: [Spot], inside box: Box, horizontal: Bool) -> [Spot] {
    zip(spots, spots.dropFirst()).flatMap { from, to -> [Spot] in
      let reach = Box(round: [from, to].map { Box(centre: $0, size: Size(width: 0, height: 0)) })
      guard
        reach.left <= box.right, box.left <= reach.right, reach.top <= box.bottom,
        box.top <= reach.bottom
      else { return [] }
      return (0...steps).map { step in
        spot(at: Double(step) / Double(steps), from: from, to: to, horizontal: horizontal)
      }.filter { box.contains($0) }
    }
  }

  private static let steps = 24

  /// A point of the curve between two neighbouring spots, at `share` of its parameter.
  private static func spot(at share: Double, from: Spot, to: Spot, horizontal: Bool) -> Spot {
    let t = share
    // Control points half-way along the arrow, level with the ends across it.
    let along = 1.5 * t * (1 - t) + t * t * t
    let across = 3 * t * t * (1 - t) + t * t * t
    return Spot(
      x: from.x + (to.x - from.x) * (horizontal ? along : across),
      y: from.y + (to.y - from.y) * (horizontal ? across : along))
  }

  /// Every piece leaves and enters along the direction of the graph, so the head does too.
  init(_ spots: [Spot], horizontal: Bool, hasHead: Bool) {
    let number = { (value: Double) in NumberText.attribute(value) }
    guard let first = spots.first, var end = spots.last, spots.count > 1 else {
      (line, head) = ("", nil)
      return
    }
    let before = spots[spots.count - 2]
    let tip = end
    let sign = horizontal ? (end.x >= before.x ? 1.0 : -1) : (end.y >= before.y ? 1.0 : -1)
    let length = sign * Self.headLength
    if hasHead {
      if horizontal { end.x -= length } else { end.y -= length }
    }
    var data = "M\(number(first.x)) \(number(first.y))"
    var from = first
    var rest = ArraySlice(spots.dropFirst().dropLast() + [end])
    while var to = rest.popFirst() {
      let isStraight = { (spot: Spot) in
        abs(horizontal ? spot.y - from.y : spot.x - from.x) < Self.straight
      }
      if isStraight(to) {
        while let next = rest.first, isStraight(next) {
          to = next
          rest.removeFirst()
        }
        data += horizontal ? "H\(number(to.x))" : "V\(number(to.y))"
        from = horizontal ? Spot(x: to.x, y: from.y) : Spot(x: from.x, y: to.y)
        continue
      }
      let middle = horizontal ? (from.x + to.x) / 2 : (from.y + to.y) / 2
      let one = horizontal ? (middle, from.y) : (from.x, middle)
      let two = horizontal ? (middle, to.y) : (to.x, middle)
      data += "C\(number(one.0)) \(number(one.1)) \(number(two.0)) \(number(two.1))"
      data += " \(number(to.x)) \(number(to.y))"
      from = to
    }
    line = data
    let side = Self.headWidth
    let corners =
      horizontal
      ? [(tip.x - length, tip.y - side), (tip.x - length, tip.y + side)]
      : [(tip.x - side, tip.y - length), (tip.x + side, tip.y - length)]
    head =
      hasHead
      ? "M\(number(tip.x)) \(number(tip.y))"
        + corners.map { "L\(number($0.0)) \(number($0.1))" }.joined() + "z" : nil
  }
}
