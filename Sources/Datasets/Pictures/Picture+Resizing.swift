extension Picture {
  /// How the pixels of a picture of another size are found.
  public enum Filter: String, Sendable, CaseIterable {
    /// The mean of the area that a new pixel covers, partly covered pixels in proportion.
    case area
    /// A triangle over the two nearest pixels, widened with the scale where the picture shrinks, so
    /// that no pixel is skipped.
    case bilinear

    /// How far from its centre a new pixel reaches, `scale` source pixels being one new one.
    fileprivate func reach(_ scale: Double) -> Double {
      switch self {
      case .area: scale / 2
      case .bilinear: max(scale, 1)
      }
    }

    /// The share, before they are made to sum to 1, of the source pixel `position ..< position + 1`.
    fileprivate func weight(_ position: Int, centre: Double, reach: Double) -> Double {
      switch self {
      case .area:
        max(0, min(Double(position) + 1, centre + reach) - max(Double(position), centre - reach))
      case .bilinear:
        max(0, 1 - abs(Double(position) + 0.5 - centre) / reach)
      }
    }
  }

  /// The picture in another size, columns first, then rows; each axis is scaled on its own.
  public func resized(height: Int, width: Int, filter: Filter = .bilinear) -> Picture {
    precondition(height > 0 && width > 0, "a picture has pixels")
    guard height != size.height || width != size.width else { return self }
    let across = Self.taps(from: size.width, to: width, filter)
    let down = Self.taps(from: size.height, to: height, filter)
    let channels = size.channels

    var narrow = [Float](repeating: 0, count: size.height * width * channels)
    for y in 0..<size.height {
      for (x, taps) in across.enumerated() {
        for channel in 0..<channels {
          var sum: Float = 0
          for (offset, weight) in taps.weights.enumerated() {
            sum +=
              weight * Float(pixels[(y * size.width + taps.first + offset) * channels + channel])
          }
          narrow[(y * width + x) * channels + channel] = sum
        }
      }
    }
    var result = [UInt8]()
    result.reserveCapacity(height * width * channels)
    let rowLength = width * channels
    for taps in down {
      for column in 0..<rowLength {
        var sum: Float = 0
        for (offset, weight) in taps.weights.enumerated() {
          sum += weight * narrow[(taps.first + offset) * rowLength + column]
        }
        result.append(UInt8(min(max(sum, 0), 255).rounded()))
      }
    }
    return Picture(
      size: PictureSize(height: height, width: width, channels: channels), pixels: result)
  }

  /// The source pixels that make a new one, and their shares, which sum to 1.
  private struct Taps {
    let first: Int
    let weights: [Float]
  }

  private static func taps(from source: Int, to target: Int, _ filter: Filter) -> [Taps] {
    let scale = Double(source) / Double(target)
    let reach = filter.reach(scale)
    return (0..<target).map { index in
      let centre = (Double(index) + 0.5) * scale
      let first = max(0, Int((centre - reach).rounded(.down)))
      let last = min(source - 1, Int((centre + reach).rounded(.up)))
      var weights = (first...last).map { filter.weight($0, centre: centre, reach: reach) }
      let sum = weights.reduce(0, +)
      weights = weights.map { $0 / sum }
      return Taps(first: first, weights: weights.map(Float.init))
    }
  }
}
