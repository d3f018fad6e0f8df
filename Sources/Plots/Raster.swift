import Markup

/// A small picture of pixels, as a PNG file in base64.
public struct Raster: Sendable, Equatable {
  public let png: String
  public let width: Int
  public let height: Int

  public init(png: String, width: Int, height: Int) {
    self.png = png
    self.width = max(1, width)
    self.height = max(1, height)
  }

  var address: String { "data:image/png;base64,\(png)" }
}

extension Raster {
  /// The pixels as an image, with square pixels.
  func image(alternative: String, width: Double) -> Node {
    let height = width * Double(self.height) / Double(self.width)
    return .element(
      "img",
      [
        "class": "plot-pixels", "src": address, "alt": alternative,
        "width": NumberText.attribute(width, decimals: 0),
        "height": NumberText.attribute(height, decimals: 0),
      ])
  }
}
