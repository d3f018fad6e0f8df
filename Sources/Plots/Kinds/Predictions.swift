import Markup

/// Samples, each with the probabilities a model gives to the classes.
public struct Predictions: Sendable, Equatable {
  public struct Sample: Sendable, Equatable {
    public let raster: Raster?
    /// The sample's own name, such as its number in the data.
    public let name: String
    /// The index of the right class, if it is known.
    public let actual: Int?
    public let probabilities: [Double]

    public init(_ raster: Raster?, name: String, actual: Int?, probabilities: [Double]) {
      self.raster = raster
      self.name = name
      self.actual = actual
      self.probabilities = probabilities
    }

    /// The class with the highest probability, the first of equals; nil where one of them is no
    /// number, which is no answer.
    var predicted: Int? {
      guard probabilities.allSatisfy(\.isFinite) else { return nil }
      return probabilities.indices
        .max { (probabilities[$0], -$0) < (probabilities[$1], -$1) }
    }
  }

  public var title: String
  public var classes: [String]
  public var samples: [Sample]
  /// Of many classes only so many are shown, the most probable and the right one.
  public var mostClasses: Int

  public init(_ title: String, classes: [String], samples: [Sample], mostClasses: Int = 10) {
    self.title = title
    self.classes = classes
    self.samples = samples
    self.mostClasses = mostClasses
  }

  /// The samples the model is most certain and wrong about, the worst first.
  public static func worstMistakes(
    _ title: String, classes: [String], samples: [Sample], count: Int = 12, shownClasses: Int = 3
  ) -> Predictions {
    let mistakes = samples.enumerated().compactMap { index, sample -> (Int, Double, Sample)? in
      guard let actual = sample.actual, let predicted = sample.predicted, predicted != actual
      else { return nil }
      return (index, sample.probabilities[predicted], sample)
    }
    let worst = mistakes.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(max(0, count)).map(\.2)
    return Predictions(title, classes: classes, samples: worst, mostClasses: shownClasses)
  }

  public func picture(id: String, words: Words = .english) -> Picture {
    guard !samples.isEmpty else {
      return Picture(drawing: .element("p", ["class": "plot plot-none"], text: words.noData))
    }
    let items = samples.enumerated().map { index, sample in
      Node.element(
        "li", ["class": "plot-sample"],
        [heading(sample, words: words)]
          + (sample.raster.map { [$0.image(alternative: sample.name, width: 84)] } ?? [])
          + [bars(sample, id: "\(id)-\(index + 1)")])
    }
    let table = DataTable(
      header: [words.sample, words.actual, words.predicted] + classes,
      rows: samples.map { sample in
        [sample.name, name(sample.actual), name(sample.predicted)]
          + classes.indices.map { index in
            sample.probabilities.indices.contains(index)
              ? NumberText.significant(sample.probabilities[index], digits: 3) : "–"
          }
      })
    let list = Node.element("ul", ["class": "plot-samples", "aria-label": title], items)
    return Picture(
      drawing: .element("div", ["class": "plot"], [list]), data: table.node(words: words))
  }

  private func heading(_ sample: Sample, words: Words) -> Node {
    var parts = [sample.name]
    parts.append("\(words.predicted) \(name(sample.predicted))")
    if let actual = sample.actual { parts.append("\(words.actual) \(name(actual))") }
    let isWrong = sample.actual != nil && sample.actual != sample.predicted
    return .element(
      "p", ["class": isWrong ? "plot-sample-name plot-wrong" : "plot-sample-name"],
      text: parts.joined(separator: " · "))
  }

  private func name(_ index: Int?) -> String {
    guard let index else { return "–" }
    return classes.indices.contains(index) ? classes[index] : String(index)
  }

  private static let rowHeight = 17.0

  /// One bar for each class shown, the right one and a wrong answer in colours of their own.
  private func bars(_ sample: Sample, id: String) -> Node {
    let shown = shownClasses(sample)
    let widest = shown.map { TextWidth.of(name($0)) }.max() ?? 0
    let style =
      "--l:\(NumberText.attribute(min(widest, Margins.mostForTicks) + 8))px;--r:38px;--t:0px;"
      + "--b:0px;--h:\(NumberText.attribute(Double(shown.count) * Self.rowHeight))px"
    let rows = shown.enumerated().flatMap { row, index -> [Node] in
      let raw = sample.probabilities[index]
      let probability = raw.isDrawable ? max(0, min(raw, 1)) : 0
      let top = Double(row) * Self.rowHeight
      let isRight = index == (sample.actual ?? sample.predicted)
      let isPredicted = index == sample.predicted
      let paint = isRight ? "plot-s1" : isPredicted ? "plot-s2" : "plot-muted plot-faint"
      let y = NumberText.attribute(top + Self.rowHeight / 2)
      return [
        .element(
          "text", ["class": "plot-end", "x": "0", "dx": "-6", "y": y, "dy": ".34em"],
          text: TextWidth.shortened(name(index), to: Margins.mostForTicks)),
        .element(
          "rect",
          [
            "class": "plot-bar \(paint)", "x": "0", "y": NumberText.attribute(top + 2),
            "width": NumberText.percent(probability),
            "height": NumberText.attribute(Self.rowHeight - 4),
          ]),
        .element(
          "text",
          [
            "class": "plot-tick", "x": NumberText.percent(probability), "dx": "5", "y": y,
            "dy": ".34em",
          ], text: raw.isDrawable ? NumberText.fixed(raw, decimals: 2) : "–"),
      ]
    }
    let description = shown.map {
      "\(name($0)) \(NumberText.significant(sample.probabilities[$0], digits: 3))"
    }
    return .element(
      "svg", Picture.accessible(id: id, class: "plot-svg plot-framed", style: style),
      Picture.names(
        id: id, title: "\(title), \(sample.name)",
        description: description.joined(separator: ", ")) + rows)
  }

  /// All classes in their order if they are few, else the most probable and the right one.
  private func shownClasses(_ sample: Sample) -> [Int] {
    let all = Array(sample.probabilities.indices)
    guard all.count > max(1, mostClasses) else { return all }
    let ranked = all.sorted {
      (-finite(sample.probabilities[$0]), $0) < (-finite(sample.probabilities[$1]), $1)
    }
    var shown = Array(ranked.prefix(max(1, mostClasses)))
    if let actual = sample.actual, all.contains(actual), !shown.contains(actual) {
      shown[shown.count - 1] = actual
    }
    return shown
  }

  private func finite(_ value: Double) -> Double { value.isDrawable ? value : -1 }
}
