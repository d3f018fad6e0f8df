import Datasets
import Diagnostics
import Neural
import Plots

/// `predict`: what a network makes of single samples, or of the reader's own picture.
struct PredictDirective: Directive {
  static let name = "predict"
  static let summary =
    "Shows samples, or a picture of the reader's own, with what a network says: classes, numbers, pictures."
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
    network = options.required("network", .label(.network), "the network that answers")
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
    do {
      if let picture {
        let own = try ownSample(picture, live, in: session)
        return try outputs(of: own, [0], names: [picture.value], actual: nil, live, in: &session)
      }
      let indices = try chosen(in: session)
      let examples = try session.examples(of: data)
      try examples.validate(inputs: live.inputs, outputs: live.outputs)
      return try outputs(
        of: examples.samples, indices, names: indices.map(String.init),
        actual: examples.targets.selecting(indices), live, in: &session)
    } catch let error as ShapeError {
      throw CellFailure(
        "predict.shape", "\(error)", at: data.range,
        help: ["the network and the dataset must agree in features"])
    }
  }

  /// - Parameter actual: what the samples' targets are; nil where they are not known.
  private func outputs(
    of samples: Samples, _ indices: [Int], names: [String], actual: Targets?, _ live: LiveNetwork,
    in session: inout Session
  ) throws -> [Output] {
    let dataset = try session.dataset(data)
    let size = dataset.pictureSize
    switch dataset.targetKind {
    case .classes:
      let probabilities = try live.probabilities(samples, indices)
      let shown = indices.indices.map { place in
        Predictions.Sample(
          size.map { Raster(samples.picture(indices[place], size: $0)) }, name: names[place],
          actual: actual?.label(place), probabilities: probabilities[place])
      }
      let predictions = Predictions(
        "What the network says",
        classes: try session.classNames(of: data, count: max(2, live.outputs)), samples: shown,
        mostClasses: mostClasses)
      return [
        .figure(Figure(predictions.picture(id: session.nextPictureID(), words: session.words)))
      ]
    case .values:
      let answers = try live.outputs(samples, indices)
      if let size, live.outputs == size.count {
        let shown = Reconstructions(
          samples: samples.selecting(indices), answers: answers, size: size)
        return [.figure(Figure(shown.picture(names: names, words: session.words)))]
      }
      return [
        .table(
          TargetTable.predictions(
            of: names, predicted: answers,
            actual: actual?.matrix(outputs: live.outputs),
            names: try session.targetNames(of: data, count: live.outputs)))
      ]
    }
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
  ) throws -> Samples {
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
    return Samples(bytes: fitted.pixels, count: 1, features: size.count, scale: scale)
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
