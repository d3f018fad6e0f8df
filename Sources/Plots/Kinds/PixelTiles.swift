import Markup

/// Small pictures of pixels in rows, each with a name under it: what hidden units look for, the
/// samples of a data set, the worst mistakes.
public struct PixelTiles: Sendable, Equatable {
  public struct Tile: Sendable, Equatable {
    public let raster: Raster
    public let name: String
    /// A second line, such as what the model said instead.
    public let note: String?
    /// What the pixels show, for who cannot see them.
    public let alternative: String

    public init(_ raster: Raster, name: String, note: String? = nil, alternative: String) {
      self.raster = raster
      self.name = name
      self.note = note
      self.alternative = alternative
    }
  }

  public var title: String
  public var tiles: [Tile]
  /// How wide a tile is drawn, in CSS pixels.
  public var size: Double

  public init(_ title: String, tiles: [Tile], size: Double = 64) {
    self.title = title
    self.tiles = tiles
    self.size = size
  }

  public func picture(words: Words = .english) -> Picture {
    guard !tiles.isEmpty else {
      return Picture(drawing: .element("p", ["class": "plot plot-none"], text: words.noData))
    }
    let items = tiles.map { tile in
      Node.element(
        "li", ["class": "plot-tile"],
        [tile.raster.image(alternative: tile.alternative, width: size)]
          + [.element("span", text: tile.name)]
          + (tile.note.map { [.element("span", ["class": "plot-tile-note"], text: $0)] } ?? []))
    }
    let list = Node.element("ul", ["class": "plot-tiles", "aria-label": title], items)
    return Picture(drawing: .element("div", ["class": "plot"], [list]))
  }
}
