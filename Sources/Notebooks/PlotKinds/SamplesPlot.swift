import Datasets
import Neural
import Plots

/// Pictures of a dataset with their classes.
struct SamplesPlot: PlotKind {
  static let name = "samples"
  static let summary = "pictures of a dataset with their classes"

  private let data: LabelReference
  private let samples: SampleSelection

  init(_ options: Options) {
    data = options.required("of", .label(.dataset), "the dataset, such as mnist.test")
    samples = options.value(
      "samples", .samples, default: .first(20), shown: "first 20",
      "which of them, counted from 0: [0, 14] or 'first 10'")
  }

  /// More numbers do not fit below a small picture.
  private static let mostNumbers = 3

  func figure(in session: inout Session) throws -> Figure {
    let size = try session.pictureSize(of: data)
    let examples = try session.examples(of: data)
    let names = try session.dataset(data).classNames
    let tiles = try samples.indices(among: examples.count).map { index in
      let name: String
      switch examples.targets {
      case .classes(let labels, _):
        let label = labels[index]
        name = names.indices.contains(label) ? names[label] : "\(label)"
      case .values(let matrix) where matrix.columns <= Self.mostNumbers:
        name = matrix.row(index).map { $0.significant(4) }.joined(separator: ", ")
      case .values: name = "\(index)"
      }
      return PixelTiles.Tile(
        Raster(examples.samples.picture(index, size: size)), name: name,
        alternative: session.words.sentences.sample(index, name))
    }
    return Figure(
      PixelTiles(session.words.sentences.samplesOf(data.text), tiles: tiles).picture(
        words: session.words))
  }
}
