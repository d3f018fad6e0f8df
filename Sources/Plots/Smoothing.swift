/// A line through the middle of a noisy one.
public enum Smoothing {
  /// The mean over a window centred on each value.
  ///
  /// At the start, where losses fall steeply, the window shrinks so that it stays centred; at the
  /// end it is cut, since a shrunk window would end in raw noise.
  ///
  /// Values that are not finite are left out of every mean and stay gaps themselves.
  public static func movingMean(_ values: [Double], window: Int) -> [Double] {
    let reach = max(0, window / 2)
    guard reach > 0, values.count > 2 else { return values }
    var sums = [0.0]
    var counts = [0]
    for value in values {
      sums.append(sums[sums.count - 1] + (value.isDrawable ? value : 0))
      counts.append(counts[counts.count - 1] + (value.isDrawable ? 1 : 0))
    }
    return values.indices.map { index in
      guard values[index].isDrawable else { return values[index] }
      let half = min(reach, index)
      let from = index - half
      let to = min(values.count, index + half + 1)
      return (sums[to] - sums[from]) / Double(counts[to] - counts[from])
    }
  }

  /// A window that leaves about fifty independent values of a series.
  public static func window(for count: Int) -> Int { max(1, count / 50) }
}
