import Neural
import Plots

/// The graph of one training step of a tiny network on one sample: every number on its way forth, and
/// on every arrow the derivative of the cost on its way back.
struct StepGraphPlot: PlotKind {
  static let name = "step-graph"
  static let summary = "one training step of a tiny network, with every value and every gradient"

  private let network: LabelReference
  private let data: LabelReference
  private let sample: Located<Int>
  private let direction: Graph.Direction

  init(_ options: Options) {
    network = options.required("of", .label(.network), "a network of a few units")
    data = options.required("data", .label(.dataset), "where the sample comes from")
    options.context.pair(network, with: data)
    sample = options.value(
      "sample", OptionType<Int>.natural.located, default: Located(value: 0, range: 0..<0),
      shown: "0", "which sample, counted from 0")
    direction = options.value(
      "direction", .named("direction", [("right", Graph.Direction.right), ("down", .down)]),
      default: .right, shown: "right", "where the arrows lead: right or down")
  }

  /// More quantities make a graph in which no arrow can be followed.
  private static let mostQuantities = 40

  func figure(in session: inout Session) throws -> Figure {
    let examples = try session.examples(of: data, judging: session.network(network))
    let network = try session.network(network).inDouble
    guard sample.value < examples.count else {
      throw CellFailure(
        "samples.range", "there is no sample \(sample.value)", at: sample.range,
        help: ["samples count from 0 to \(examples.count - 1)"])
    }
    let units = network.layers.reduce(0) { $0 + 2 * $1.outputs }
    let quantities = network.inputs + network.parameterCount + units + 1
    guard quantities <= Self.mostQuantities else {
      throw CellFailure(
        "plot.size",
        "the graph would have \(quantities) quantities, more than \(Self.mostQuantities)",
        at: self.network.range, help: ["take a network such as 2-2-1"])
    }
    do throws(ShapeError) {
      try examples.validate(inputs: network.inputs, outputs: network.outputs)
      let index = sample.value
      let x: Matrix<Double> = examples.samples.batch(index...index)
      let y: Matrix<Double> = examples.targets.batch(index...index, outputs: network.outputs)
      let pass = try network.forward(x)
      let cost = try network.loss(pass, y)
      let gradients = try network.backward(pass, y)
      var writer = StepWriter(network: network, pass: pass, gradients: gradients)
      writer.write(cost: cost, y: y)
      let picture = GraphPicture(
        session.words.sentences.stepOf(self.network.name),
        description: session.words.sentences.step(index, cost.significant(4)),
        graph: writer.graph(direction).graph)
      return Figure(picture.picture(id: session.nextPictureID(), words: session.words))
    } catch {
      throw CellFailure("plot.shape", "\(error)", at: data.range)
    }
  }
}

/// Puts the numbers of a forward and a backward pass over one sample into a graph.
private struct StepWriter {
  let network: Network<Double>
  let pass: ForwardPass<Double>
  let gradients: Gradients<Double>
  private var quantities: [StepGraph.Quantity] = []
  private var links: [StepGraph.Link] = []

  init(network: Network<Double>, pass: ForwardPass<Double>, gradients: Gradients<Double>) {
    self.network = network
    self.pass = pass
    self.gradients = gradients
  }

  func graph(_ direction: Graph.Direction) -> StepGraph {
    StepGraph(direction, quantities: quantities, links: links)
  }

  mutating func write(cost: Double, y: Matrix<Double>) {
    for input in 0..<network.inputs {
      add("a0_\(input)", "x" + Self.subscript(input), pass.a(0)[0, input])
    }
    for number in 1...network.layers.count { write(layer: number) }
    let depth = network.layers.count
    add("cost", "C", cost)
    let last = network.layers[depth - 1]
    let slopes = network.loss.gradient(a: pass.output, y: y)
    for unit in 0..<last.outputs {
      let slope = slopes[0, unit]
      link("a\(depth)_\(unit)", "cost", slope.isFinite ? slope : nil)
    }
  }

  private mutating func write(layer number: Int) {
    let layer = network.layers[number - 1]
    let found = gradients.layer(number)
    let level = Self.superscript(number)
    for unit in 0..<layer.outputs {
      let (z, a) = ("z\(number)_\(unit)", "a\(number)_\(unit)")
      let delta = found.delta[0, unit]
      add(z, "z\(level)\(Self.subscript(unit))", pass.z(number)[0, unit])
      add(a, "a\(level)\(Self.subscript(unit))", pass.a(number)[0, unit])
      for input in 0..<layer.inputs {
        let w = "w\(number)_\(input)_\(unit)"
        add(
          w, "w\(level)\(Self.subscript(input))\(Self.subscript(unit))",
          layer.weights[input, unit], isParameter: true)
        link(w, z, found.weights[input, unit])
        link("a\(number - 1)_\(input)", z, delta * layer.weights[input, unit])
      }
      let b = "b\(number)_\(unit)"
      add(b, "b\(level)\(Self.subscript(unit))", layer.bias[0, unit], isParameter: true)
      link(b, z, found.bias[0, unit])
      link(z, a, delta)
    }
  }

  private mutating func add(
    _ id: String, _ label: String, _ value: Double, isParameter: Bool = false
  ) {
    quantities.append(.init(id, label: label, value: value, isParameter: isParameter))
  }

  private mutating func link(_ from: String, _ to: String, _ gradient: Double?) {
    links.append(.init(from, to, gradient: gradient))
  }

  /// `₂` for the index 1.
  private static func `subscript`(_ index: Int) -> String {
    String("\(index + 1)".map { digits[$0]?.below ?? $0 })
  }

  /// `⁽²⁾` for layer 2.
  private static func superscript(_ number: Int) -> String {
    "⁽" + String("\(number)".map { digits[$0]?.above ?? $0 }) + "⁾"
  }

  private static let digits: [Character: (below: Character, above: Character)] = [
    "0": ("₀", "⁰"), "1": ("₁", "¹"), "2": ("₂", "²"), "3": ("₃", "³"), "4": ("₄", "⁴"),
    "5": ("₅", "⁵"), "6": ("₆", "⁶"), "7": ("₇", "⁷"), "8": ("₈", "⁸"), "9": ("₉", "⁹"),
  ]
}
