/// A picture of bytes: grey (one channel) or red, green and blue (three), row by row from the top.
public struct Picture: Sendable, Equatable {
  public let size: PictureSize
  /// `height · width · channels` of them, the channels of a pixel side by side.
  public let pixels: [UInt8]

  public init(size: PictureSize, pixels: [UInt8]) {
    precondition(pixels.count == size.count, "\(pixels.count) bytes for a picture of \(size)")
    self.size = size
    self.pixels = pixels
  }
}

/// The extent of a picture.
public struct PictureSize: Sendable, Hashable, CustomStringConvertible {
  public let height: Int
  public let width: Int
  public let channels: Int

  public init(height: Int, width: Int, channels: Int) {
    precondition(height > 0 && width > 0 && channels > 0, "a picture has pixels")
    self.height = height
    self.width = width
    self.channels = channels
  }

  /// The number of bytes.
  public var count: Int { height * width * channels }

  public var description: String {
    channels == 1 ? "\(height) × \(width)" : "\(height) × \(width) × \(channels)"
  }
}

extension Picture {
  /// The same picture with one or three channels.
  ///
  /// Grey becomes three equal channels. Colours become grey by the luma of ITU-R BT.601,
  /// 0.299 R + 0.587 G + 0.114 B, rounded.
  public func converted(toChannels channels: Int) -> Picture {
    precondition(channels == 1 || channels == 3, "a picture has one or three channels")
    guard channels != size.channels else { return self }
    let size = PictureSize(height: size.height, width: size.width, channels: channels)
    if channels == 3 {
      return Picture(size: size, pixels: pixels.flatMap { [$0, $0, $0] })
    }
    let grey = (0..<size.count).map { index in
      let red = Int(pixels[3 * index])
      let green = Int(pixels[3 * index + 1])
      let blue = Int(pixels[3 * index + 2])
      return UInt8((299 * red + 587 * green + 114 * blue + 500) / 1000)
    }
    return Picture(size: size, pixels: grey)
  }

  /// Turned upright after the orientation that a camera wrote beside it.
  ///
  /// - Parameter orientation: EXIF's tag 0x0112; 1 is upright, 6 is turned by 90° to the left.
  func upright(from orientation: Int) -> Picture {
    guard (2...8).contains(orientation) else { return self }
    let isTransposed = orientation >= 5
    let turned = PictureSize(
      height: isTransposed ? size.width : size.height,
      width: isTransposed ? size.height : size.width, channels: size.channels)
    let isMirrored = [2, 3, 7, 8].contains(orientation)  // columns run backwards in the source
    let isFlipped = [3, 4, 6, 7].contains(orientation)  // rows run backwards in the source
    var result = [UInt8]()
    result.reserveCapacity(pixels.count)
    for y in 0..<turned.height {
      for x in 0..<turned.width {
        let row = isTransposed ? x : y
        let column = isTransposed ? y : x
        let sourceRow = isFlipped ? size.height - 1 - row : row
        let sourceColumn = isMirrored ? size.width - 1 - column : column
        let start = (sourceRow * size.width + sourceColumn) * size.channels
        result += pixels[start..<start + size.channels]
      }
    }
    return Picture(size: turned, pixels: result)
  }
}
