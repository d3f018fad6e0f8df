extension Picture {
  /// How the pixels of a picture of another size are found.
  public enum Filter: String, Sendable, CaseIterable {
    /// The mean of the area that a new pixel covers, partly covered pixels in proportion; the nearest
    /// pixel where the picture grows.
    case area
    /// A triangle over the two nearest pixels, widened with the scale where the picture shrinks, so
    /// that no pixel is skipped.
    case bilinear

    /// The reach of the filter to each side, in source pixels at scale 1.
    fileprivate var support: Double {
      switch self {
      case .area: 0.5
      case .bilinear: 1
      }
    }

    /// The share of a source pixel at a distance, in units of the scale.
    fileprivate func weight(_ distance: Double) -> Double {
      switch self {
      case .area: distance > -0.5 && distance <= 0.5 ? 1 : 0
      case .bilinear: max(0, 1 - abs(distance))
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
    let stretch = max(scale, 1)
    let reach = filter.support * stretch
    return (0..<target).map { index in
      let centre = (Double(index) + 0.5) * scale
      let first = max(0, Int((centre - reach).rounded(.down)))
      let last = min(source - 1, Int((centre + reach).rounded(.up)))
      var weights = (first...last).map { position in
        filter == .area && stretch > 1
          ? overlap(position, centre - reach, centre + reach)
          : filter.weight((Double(position) + 0.5 - centre) / stretch)
      }
      let sum = weights.reduce(0, +)
      weights = weights.map { $0 / sum }
      return Taps(first: first, weights: weights.map(Float.init))
    }
  }

  /// The part of the pixel `position ..< position + 1` that lies in `low ..< high`.
  private static func overlap(_ position: Int, _ low: Double, _ high: Double) -> Double {
    max(0, min(Double(position) + 1, high) - max(Double(position), low))
  }
}
