import Datasets
import Neural
import Plots

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Raster {
  /// The pixels as a PNG file in the page, in 64 levels: the last two bits are noise that no eye sees
  /// and no file compresses.
  init(_ picture: Datasets.Picture) {
    let shown = Datasets.Picture(
      size: picture.size, pixels: picture.pixels.map { UInt8(Int($0 >> 2) * 255 / 63) })
    self.init(
      png: Data(PNG.encode(shown)).base64EncodedString(), width: picture.size.width,
      height: picture.size.height)
  }

  /// Weights as pixels: none white, positive ones towards red, negative ones towards blue, which
  /// the colour-blind can tell apart; with three channels, none grey and each channel for itself.
  ///
  /// - Parameter weights: as many as `size` has numbers, in rows from the top.
  init(weights: [Double], size: PictureSize) {
    precondition(weights.count == size.count, "\(weights.count) weights for \(size)")
    let largest = weights.lazy.filter(\.isFinite).map(abs).max() ?? 0
    let shares = weights.map { weight in
      let share = weight.isFinite && largest > 0 ? weight / largest : 0
      return (share * Self.shades).rounded() / Self.shades
    }
    let pixels: [UInt8]
    if size.channels == 3 {
      pixels = shares.map { UInt8((127.5 + 127.5 * $0).rounded()) }
    } else {
      pixels = shares.flatMap { share in
        zip(Self.white, share < 0 ? Self.blue : Self.red).map { white, colour in
          UInt8((white + (colour - white) * abs(share)).rounded())
        }
      }
    }
    self.init(
      Datasets.Picture(
        size: PictureSize(height: size.height, width: size.width, channels: 3), pixels: pixels))
  }

  /// So many steps from none to the strongest are all that an eye tells apart in a small picture.
  private static let shades = 24.0
  private static let white = [247.0, 247, 247]
  /// The ends of ColorBrewer's RdBu, chosen to differ for every kind of colour vision.
  private static let red = [178.0, 24, 43]
  private static let blue = [33.0, 102, 172]
}

extension Session {
  /// The extent of a dataset's pictures; throws where its samples are none.
  func pictureSize(of data: LabelReference) throws(CellFailure) -> PictureSize {
    let dataset = try dataset(data)
    guard let size = dataset.pictureSize, size.channels == 1 || size.channels == 3 else {
      throw CellFailure(
        "data.pictures", "the samples of '\(data.name)' are no pictures", at: data.range,
        help: ["datasets of pictures: mnist, digits, drawings, cats"])
    }
    return size
  }
}
