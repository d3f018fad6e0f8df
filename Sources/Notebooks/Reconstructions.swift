import Datasets
import Neural
import Plots

/// Pictures with what a network makes of them: an autoencoder's outputs are pictures again.
struct Reconstructions {
  let samples: Samples
  /// A row of as many pixels as a picture has, in the values of the samples.
  let answers: Matrix<Double>
  let size: PictureSize

  /// Each picture with its reconstruction beside it.
  func picture(names: [String], words: Plots.Words) -> Plots.Picture {
    let made = outputs
    let tiles = names.indices.flatMap { index in
      [
        PixelTiles.Tile(
          Raster(samples.picture(index, size: size)), name: names[index],
          note: words.terms["input"], alternative: "Sample \(names[index])."),
        PixelTiles.Tile(
          Raster(made.picture(index, size: size)), name: names[index],
          note: isAnswered(index) ? words.terms["output"] : "–",
          alternative: isAnswered(index)
            ? "What the network answers to sample \(names[index])."
            : "The network answers sample \(names[index]) with NaN or infinity."),
      ]
    }
    return PixelTiles("Pictures and what the network makes of them", tiles: tiles)
      .picture(words: words)
  }

  private func isAnswered(_ index: Int) -> Bool { answers.row(index).allSatisfy(\.isFinite) }

  /// The answers as pixels: bytes where the samples are, cut at black and white; what is no number is
  /// black.
  private var outputs: Samples {
    let numbers = answers.map { $0.isFinite ? $0 : 0 }
    guard case .bytes(_, let scale) = samples.storage else { return Samples(numbers) }
    let white = scale == .unit ? 1.0 : 255
    return Samples(
      bytes: numbers.values.map { UInt8((max(0, min($0 / white, 1)) * 255).rounded()) },
      count: numbers.rows, features: numbers.columns, scale: scale)
  }
}
