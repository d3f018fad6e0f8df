import Neural
import TeX

/// The forward and the backward pass of a network, written down in a lesson's notation and layout and
/// checked line by line like anything a person writes.
public struct AutomaticDerivation: Sendable {
  public enum Part: Sendable, Equatable {
    case forward(layer: Int)
    case loss
    case backward(layer: Int)
  }

  /// One equation.
  public struct Line: Sendable {
    public let part: Part
    public let tex: String
    /// The shape of its left side on the lesson's own network.
    public let shape: String
    public let checked: CheckedDerivation

    package init(part: Part, tex: String, shape: String, checked: CheckedDerivation) {
      self.part = part
      self.tex = tex
      self.shape = shape
      self.checked = checked
    }
  }

  /// A tensor with its size in the lesson's layout.
  public struct Dimension: Sendable, Equatable {
    public let tex: String
    public let rows: String
    public let columns: String

    package init(tex: String, rows: String, columns: String) {
      self.tex = tex
      self.rows = rows
      self.columns = columns
    }
  }

  public let lines: [Line]
  /// The table of matrix dimensions, layer by layer.
  public let dimensions: [Dimension]

  /// All lines as one alignment, for showing.
  public var tex: String {
    let rows = lines.map { line in
      guard let sign = line.tex.range(ofFirst: " = ") else { return line.tex }
      return line.tex[..<sign.lowerBound] + " &= " + line.tex[sign.upperBound...]
    }
    return "\\begin{aligned}\n" + rows.joined(separator: " \\\\\n") + "\n\\end{aligned}"
  }

  package init(lines: [Line], dimensions: [Dimension]) {
    self.lines = lines
    self.dimensions = dimensions
  }

  /// Throws where the network computes something that formulas have no words for.
  public init(of network: Network<Double>, in notation: Notation) throws {
    let writer = DerivationWriter(network: network, notation: notation.ofWholeBatch)
    var checker = DerivationChecker(of: network, in: writer.symbols.notation)
    lines = try writer.equations.map { equation in
      Line(
        part: equation.part, tex: equation.tex, shape: equation.shape,
        checked: checker.check(equation.tex))
    }
    dimensions = writer.dimensions
  }
}

/// Writes the equations of a network layer by layer.
struct DerivationWriter {
  struct Equation {
    let part: AutomaticDerivation.Part
    let tex: String
    let shape: String

    init(_ part: AutomaticDerivation.Part, _ tex: String, shape: String) {
      self.part = part
      self.tex = tex
      self.shape = shape
    }
  }

  let network: Network<Double>
  let symbols: SymbolWriter
  private let lossFormula: LossFormula

  init(network: Network<Double>, notation: Notation) {
    self.network = network
    lossFormula = LossFormula(network.loss)
    symbols = SymbolWriter(completing: notation)
  }

  private var depth: Int { network.layers.count }
  private var isRows: Bool { symbols.notation.layout == .rows }
  private var isEach: Bool { symbols.notation.samples == .each }
  private var loss: String { symbols.symbol(.loss) }

  private func z(_ layer: Int) -> String { symbols.symbol(.preactivation, layer) }
  private func w(_ layer: Int) -> String { symbols.symbol(.weights, layer) }
  private func b(_ layer: Int) -> String { symbols.symbol(.bias, layer) }

  /// What a layer hands on: the input, the output, or an activation.
  private func a(_ layer: Int) -> String {
    if layer == 0, symbols.has(.input) { return symbols.symbol(.input) }
    if layer == depth, symbols.has(.output) { return symbols.symbol(.output) }
    return symbols.symbol(.activation, layer)
  }

  private func derivative(by symbol: String) -> String { symbols.derivative(by: symbol) }

  /// Throws what formulas have no words for.
  var equations: [Equation] {
    get throws(FormulaWriter.Unwritable) { try written() }
  }

  private func written() throws(FormulaWriter.Unwritable) -> [Equation] {
    var found: [Equation] = []
    for layer in 1...depth {
      let size = size(samples: network.layers[layer - 1].outputs)
      let affine =
        isRows ? "\(a(layer - 1)) \(w(layer))" : "\(w(layer)) \(a(layer - 1))"
      found.append(
        Equation(
          .forward(layer: layer), "\(z(layer)) = \(affine) + \(b(layer))",
          shape: size))
      found.append(
        Equation(
          .forward(layer: layer), "\(a(layer)) = \(applied(layer))", shape: size
        ))
    }
    found.append(
      Equation(
        .loss, "\(loss) = \(try writer.tex(lossFormula.value, times: share))",
        shape: "scalar"))
    for layer in stride(from: depth, through: 1, by: -1) { found += try backward(layer) }
    return found
  }

  private func applied(_ layer: Int) -> String {
    let activation = network.layers[layer - 1].activation
    if activation.name == Activation.linear.name { return z(layer) }
    return symbols.function(activation.name, layer: layer) + #"\left(\#(z(layer))\right)"#
  }

  /// f′(z) of a layer; nil for the identity, whose derivative is 1.
  private func slope(_ layer: Int) -> String? {
    let activation = network.layers[layer - 1].activation
    switch activation.name {
    case Activation.linear.name: return nil
    case Activation.relu.name: return "1[\(z(layer)) > 0]"
    default:
      return symbols.function(activation.name, layer: layer, isDerivative: true)
        + #"\left(\#(z(layer))\right)"#
    }
  }

  private var share: String {
    symbols.notation.reduction == .mean && !isEach
      ? #"\frac{1}{\#(symbols.symbol(.size(.batch)))} "# : ""
  }

  /// Writes formulas over the output `a` and the target `y`.
  private var writer: FormulaWriter {
    FormulaWriter(names: ["a": a(depth), "y": symbols.symbol(.target)])
  }

  private func backward(_ layer: Int) throws(FormulaWriter.Unwritable) -> [Equation] {
    let part = AutomaticDerivation.Part.backward(layer: layer)
    let outputs = network.layers[layer - 1].outputs
    let inputs = network.layers[layer - 1].inputs
    var found: [Equation] = []
    if layer == depth {
      found += try outputDelta(part, size(samples: outputs))
    } else {
      let next = derivative(by: z(layer + 1))
      let handed =
        isRows ? "\(next) {\(w(layer + 1))}^T" : "{\(w(layer + 1))}^T \(next)"
      found.append(
        Equation(
          part, "\(derivative(by: a(layer))) = \(handed)", shape: size(samples: outputs)))
      let whole = derivative(by: a(layer)) + (slope(layer).map { #" \odot \#($0)"# } ?? "")
      found.append(
        Equation(
          part, "\(derivative(by: z(layer))) = \(whole)",
          shape: size(samples: outputs)))
    }
    let delta = derivative(by: z(layer))
    let gradient =
      isRows ? "{\(a(layer - 1))}^T \(delta)" : "\(delta) {\(a(layer - 1))}^T"
    found.append(
      Equation(
        part, "\(derivative(by: w(layer))) = \(gradient)",
        shape: size(isRows ? inputs : outputs, isRows ? outputs : inputs)))
    let sample = derivative(by: symbols.symbol(.preactivation, layer, ofSample: true))
    let sum = isEach ? delta : #"\sum_{\#(symbols.sampleLetter)} \#(sample)"#
    found.append(
      Equation(
        part, "\(derivative(by: b(layer))) = \(sum)",
        shape: size(isRows ? 1 : outputs, isRows ? outputs : 1)))
    return found
  }

  private func outputDelta(
    _ part: AutomaticDerivation.Part, _ shape: String
  ) throws(FormulaWriter.Unwritable) -> [Equation] {
    let p = a(depth)
    let activation = network.layers[depth - 1].activation
    let left = derivative(by: z(depth))
    if let (fused, formula) = lossFormula.fusedDelta, fused == activation {
      let delta = "\(left) = \(share)\(try writer.factor(formula))"
      return [Equation(part, delta, shape: shape)]
    }
    let byOutput = derivative(by: p)
    let inner: String
    if case .rowwise = activation.form {
      inner = #"\#(byOutput) \cdot \frac{\partial \#(p)}{\partial \#(z(depth))}"#
    } else {
      inner = byOutput + (slope(depth).map { #" \odot \#($0)"# } ?? "")
    }
    return [
      Equation(
        part, "\(byOutput) = \(try writer.tex(lossFormula.derivative, times: share))",
        shape: shape),
      Equation(part, "\(left) = \(inner)", shape: shape),
    ]
  }

  // MARK: Sizes

  private var batch: String { isEach ? "1" : symbols.symbol(.size(.batch)) }

  private func size(samples features: Int) -> String {
    isRows ? "[\(batch) × \(features)]" : "[\(features) × \(batch)]"
  }

  private func size(_ rows: Int, _ columns: Int) -> String { "[\(rows) × \(columns)]" }

  var dimensions: [AutomaticDerivation.Dimension] {
    func dimension(_ tex: String, _ rows: String, _ columns: String)
      -> AutomaticDerivation.Dimension
    {
      isRows
        ? .init(tex: tex, rows: rows, columns: columns)
        : .init(tex: tex, rows: columns, columns: rows)
    }
    var found = [dimension(a(0), batch, "\(network.inputs)")]
    for (index, layer) in network.layers.enumerated() {
      found.append(dimension(w(index + 1), "\(layer.inputs)", "\(layer.outputs)"))
      found.append(dimension(b(index + 1), "1", "\(layer.outputs)"))
      found.append(dimension(z(index + 1), batch, "\(layer.outputs)"))
      found.append(dimension(a(index + 1), batch, "\(layer.outputs)"))
    }
    found.append(dimension(symbols.symbol(.target), batch, "\(network.outputs)"))
    return found
  }
}

extension Notation {
  /// The notation for formulas that the program writes: of the batch, unless the lesson speaks of one
  /// sample, with biases of their own.
  fileprivate var ofWholeBatch: Notation {
    var notation = self
    if notation.samples == .automatic { notation.samples = .all }
    notation.isBiasFolded = false
    return notation
  }
}

extension String {
  /// Where another text first stands in this one.
  fileprivate func range(ofFirst text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
