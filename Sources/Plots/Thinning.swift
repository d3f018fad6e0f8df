/// Fewer points that look the same.
enum Thinning {
  /// About `count` indices of `0..<total`, evenly spread, the first and the last among them.
  static func evenly(_ total: Int, to count: Int) -> [Int] {
    guard total > count, count > 1 else { return Array(0..<total) }
    return (0..<count).map { index in
      Int((Double(index) * Double(total - 1) / Double(count - 1)).rounded())
    }
  }

  /// Of every column of the picture the first, lowest, highest and last point, in their order.
  ///
  /// A line through them covers the same pixels as one through all points, and no extreme is lost.
  /// Points come sorted by their distance from the left; others are kept as they are.
  static func extremes(_ places: [Place], columns: Int) -> [Place] {
    guard places.count > 4 * columns else { return places }
    var kept: [Place] = []
    var start = 0
    while start < places.count {
      let column = Self.column(places[start], of: columns)
      var end = start + 1
      while end < places.count, Self.column(places[end], of: columns) == column { end += 1 }
      var lowest = start
      var highest = start
      for index in start..<end {
        if places[index].top > places[lowest].top { lowest = index }
        if places[index].top < places[highest].top { highest = index }
      }
      for index in Set([start, lowest, highest, end - 1]).sorted() { kept.append(places[index]) }
      start = end
    }
    return kept
  }

  private static func column(_ place: Place, of columns: Int) -> Int {
    Int((max(-1, min(place.left, 2)) * Double(columns)).rounded(.down))
  }
}
