import Datasets
import Diagnostics
import Neural
import Plots

/// `predict`: what a network makes of single samples, or of the reader's own picture.
struct PredictDirective: Directive {
  static let name = "predict"
  static let summary = "Shows samples, or a picture of the reader's own, with what a network says."
  static let example = """
    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{predict}
    network: mlp
    data: iris
    samples: [0, 75, 149]
    ```
    """

  private let network: LabelReference
  private let data: LabelReference
  private let samples: SampleSelection?
  private let picture: Located<String>?
  private let isInverted: Bool
  private let mostClasses: Int

  init(_ options: Options) {
    network = options.required("network", .label(.network), "the network that classifies")
    data = options.required(
      "data", .label(.dataset), "where the samples are, or what an own picture is to look like")
    options.context.pair(network, with: data, needsTargets: false)
    samples = options.optional(
      "samples", .samples, "which samples of the part, counted from 0: [0, 14] or 'first 10'")
    picture = options.optional(
      "picture", OptionType<String>.text.located,
      "a PNG or JPEG file beside the notebook, brought to the size of the dataset's pictures")
    isInverted = options.value(
      "invert", .flag, default: false,
      "turn the own picture's light and dark round, for ink on paper where the data has white on black"
    )
    mostClasses = options.value(
      "classes", .positive, default: 10, "how many classes to show of each, the likeliest first")
    if options.has("samples"), options.has("picture") {
      options.reportConflict("samples", "picture", "show one kind in a cell")
    }
    if isInverted, !options.has("picture") {
      options.report(
        Diagnostic(
          "option.conflict", "'invert' needs the option 'picture'", at: options.place(of: "invert"))
      )
    }
  }

  var exhibits: Set<ExhibitKind> { [.figure] }

  func foundations(in session: Session) throws -> [Foundation] {
    try picture.map { [.file(try session.path(of: $0))] } ?? []
  }

  func run(in session: inout Session) throws -> [Output] {
    let live = try session.network(network)
    let names = try session.classNames(of: data, count: max(2, live.outputs))
    let shown: [Predictions.Sample]
    do {
      if let picture {
        shown = [try ownSample(picture, live, in: session)]
      } else {
        shown = try session.predictions(of: live, on: data, try chosen(in: session))
      }
    } catch let error as ShapeError {
      throw CellFailure(
        "predict.shape", "\(error)", at: data.range,
        help: ["the network and the dataset must agree in features"])
    }
    let predictions = Predictions(
      "What the network says", classes: names, samples: shown, mostClasses: mostClasses)
    return [
      .figure(Figure(predictions.picture(id: session.nextPictureID(), words: session.words)))
    ]
  }

  private func chosen(in session: Session) throws -> [Int] {
    let examples = try session.examples(of: data)
    return try (samples ?? .first(Self.usualCount)).indices(among: examples.count)
  }

  /// As many as fill the width of a page twice.
  private static let usualCount = 8

  /// The reader's picture in the size, the channels and the scale of the dataset's.
  private func ownSample(
    _ file: Located<String>, _ live: LiveNetwork, in session: Session
  ) throws -> Predictions.Sample {
    let size = try session.pictureSize(of: data)
    guard case .bytes(_, let scale) = try session.examples(of: data).samples.storage else {
      throw CellFailure(
        "predict.prepared",
        "the values of '\(data.name)' were standardized, which cannot be done to a single picture",
        at: file.range, help: ["scale the dataset by 'unit: true' instead of 'standardize'"])
    }
    let path = try session.path(of: file)
    let own: Datasets.Picture
    do throws(DatasetError) {
      own = try Datasets.Picture(path: path)
    } catch {
      throw CellFailure(error, at: file.range)
    }
    var fitted = own.converted(toChannels: size.channels)
      .resized(height: size.height, width: size.width, filter: .area)
    if isInverted { fitted = Datasets.Picture(size: size, pixels: fitted.pixels.map { 255 - $0 }) }
    let sample = Samples(bytes: fitted.pixels, count: 1, features: size.count, scale: scale)
    return Predictions.Sample(
      Raster(fitted), name: file.value, actual: nil,
      probabilities: try live.probabilities(sample, [0])[0])
  }
}

extension Session {
  /// Samples of a part with what a network says of them.
  func predictions(
    of live: LiveNetwork, on data: LabelReference, _ indices: [Int]
  ) throws -> [Predictions.Sample] {
    let examples = try examples(of: data)
    let size = try dataset(data).pictureSize
    let probabilities = try live.probabilities(examples.samples, indices)
    return zip(indices, probabilities).map { index, probabilities in
      Predictions.Sample(
        size.map { Raster(examples.samples.picture(index, size: $0)) }, name: "\(index)",
        actual: examples.targets.label(index), probabilities: probabilities)
    }
  }
}
