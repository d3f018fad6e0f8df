/// A line with fewer corners that looks the same.
enum Simplification {
  /// The corners of a closed line that are needed so that no other lies further from it than `distance`.
  ///
  /// Douglas and Peucker (1973): a stretch is straight if none of its points is too far from the line
  /// between its ends; otherwise it is cut at the farthest one.
  static func closed(_ points: [Point], within distance: Double) -> [Point] {
    guard points.count > 3, let first = points.first else { return points }
    let start = 0
    let opposite = points.indices.max { away(points[$0], first) < away(points[$1], first) } ?? 0
    let ring = points + [first]
    var kept = Set([start, opposite])
    var stretches = [(start, opposite), (opposite, points.count)]
    while let (from, to) = stretches.popLast() {
      var farthest = (index: from, away: distance)
      for index in from..<to where index > from {
        let away = away(ring[index], from: ring[from], to: ring[to])
        if away > farthest.away { farthest = (index, away) }
      }
      guard farthest.index > from else { continue }
      kept.insert(farthest.index)
      stretches += [(from, farthest.index), (farthest.index, to)]
    }
    return kept.sorted().map { points[$0] }
  }

  private static func away(_ one: Point, _ other: Point) -> Double {
    let (x, y) = (one.x - other.x, one.y - other.y)
    return (x * x + y * y).squareRoot()
  }

  /// The distance of a point from a stretch of line.
  private static func away(_ point: Point, from start: Point, to end: Point) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let length = x * x + y * y
    guard length > 0 else { return away(point, start) }
    let share = max(0, min(1, ((point.x - start.x) * x + (point.y - start.y) * y) / length))
    return away(point, Point(x: start.x + share * x, y: start.y + share * y))
  }
}
