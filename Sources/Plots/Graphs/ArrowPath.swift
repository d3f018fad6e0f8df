/// The curve of an arrow through its spots, and its head.
struct ArrowPath {
  let line: String
  /// Nil without a head.
  let head: String?

  private static let headLength = 8.0
  private static let headWidth = 3.6

  /// A point of the curve between two neighbouring spots, at `share` of its parameter.
  static func spot(at share: Double, from: Spot, to: Spot, horizontal: Bool) -> Spot {
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
    for to in spots.dropFirst().dropLast() + [end] {
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
