import Plots

/// `plot`: a picture of what earlier cells made.
struct PlotDirective: Directive {
  static let name = "plot"
  static let summary = "Draws a picture of what earlier cells made."
  static let example = """
    ```{data} flower
    generate: flower
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 4, activation: tanh}
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    ```{train} fit
    network: net
    data: flower
    learning-rate: 1.2
    steps: 200
    show: nothing
    ```

    ```{plot} curve
    kind: learning-curve
    of: fit
    caption: The cost while it learns.
    ```
    """

  private let kind: any PlotKind

  /// Every kind of picture; a new one is one file and one entry here.
  static let kinds: [any PlotKind.Type] = [
    LearningCurvePlot.self, BoundaryPlot.self, WeightsPlot.self, SamplesPlot.self,
    MistakesPlot.self, ConfusionPlot.self, PredictionsPlot.self, ActivationPlot.self,
    HistogramPlot.self,
    GradientSizesPlot.self, CheckStepsPlot.self, NetworkPlot.self, StepGraphPlot.self,
  ]

  init(_ options: Options) {
    let type = options.deciding(
      "kind", .named("kind of plot", Self.kinds.map { ($0.name, PlotKindType(type: $0)) }),
      "what to draw, which decides what other options there are")
    // What stands in is never drawn, since the lesson has an error.
    kind = type?.type.init(options) ?? NetworkPlot(Options.none(of: options.owner))
  }

  var exhibits: Set<ExhibitKind> { [.figure] }

  func run(in session: inout Session) throws -> [Output] {
    [.figure(try kind.figure(in: &session))]
  }
}

/// One kind of picture, with options of its own beside `kind`.
protocol PlotKind: Sendable {
  static var name: String { get }
  /// What it shows, in a phrase.
  static var summary: String { get }

  init(_ options: Options)

  func figure(in session: inout Session) throws -> Figure
}

extension Figure {
  /// One plot as it is, several as panels side by side.
  init(of plots: [Plot], in session: inout Session) {
    let id = session.nextPictureID()
    self.init(
      plots.count == 1
        ? plots[0].picture(id: id, words: session.words)
        : Panels(plots).picture(id: id, words: session.words))
  }
}

/// A type as a value that an option can hold.
private struct PlotKindType: Sendable {
  let type: any PlotKind.Type
}
