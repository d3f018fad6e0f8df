import Markup
import Plots

extension PictureSamples {
  /// A grey ramp of 4 × 4 pixels.
  static let ramp = Raster(
    png:
      "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAAAAACMmsGiAAAAHUlEQVR42mNgEFAwYHAISChgaJiwYAPDgQsPPgAAMNQHgco41J0AAAAASUVORK5CYII=",
    width: 4, height: 4)

  private static let digits = (0..<10).map(String.init)

  private static let weights = PixelTiles(
    "Weights of the hidden units",
    tiles: (1...12).map {
      PixelTiles.Tile(ramp, name: "unit \($0)", alternative: "weights of unit \($0)")
    })

  private static let samples = [
    Predictions.Sample(
      ramp, name: "No. 14", actual: 7,
      probabilities: [0.001, 0.002, 0.01, 0.02, 0.005, 0.003, 0.001, 0.93, 0.018, 0.01]),
    Predictions.Sample(
      ramp, name: "No. 15", actual: 4,
      probabilities: [0, 0.002, 0.01, 0.02, 0.11, 0.003, 0.001, 0.03, 0.018, 0.806]),
    Predictions.Sample(
      ramp, name: "No. 16", actual: nil,
      probabilities: [0.3, 0.3, 0.01, 0.09, 0.1, 0, 0, 0.1, 0.05, 0.05]),
  ]

  static var pixels: [(name: String, nodes: [Node])] {
    [
      ("weights", weights.picture().nodes),
      (
        "predictions",
        Predictions("Predictions", classes: digits, samples: samples).picture(id: "r1").nodes
      ),
      (
        "worst-mistakes",
        Predictions.worstMistakes("Worst mistakes", classes: digits, samples: samples)
          .picture(id: "r2").nodes
      ),
    ]
  }
}
