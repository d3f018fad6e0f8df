import Diagnostics
import Expressions
import Neural
import TeX

/// Checks derivations in the notation of a lesson against the network the lesson speaks of.
///
///     var notation = Notation()
///     notation.layout = .columns
///     try notation.bind("a^{(l)}", to: "activation")
///     let checker = DerivationChecker(of: network, in: notation)
///     let checked = checker.check(#"\frac{\partial L}{\partial z^{(2)}_i} = a^{(2)}_i - y_i"#)
///     checked.steps.map(\.verdict)
///
/// A formula is read (``Notation``), its names, indices and sizes are settled, and its sides are
/// evaluated at random points of small twins of the network. ∂u/∂v is the derivative of the
/// forward pass downstream of v; the engine's own backward pass is held against it, and where the two
/// part the engine is blamed. A checker remembers what earlier formulas defined.
///
/// | what | by |
/// |---|---|
/// | a derivation, step by step | ``check(_:macros:options:)`` -> ``CheckedDerivation`` |
/// | what can be known without values | ``staticDiagnostics(_:options:)`` |
/// | an optimizer's equations | ``check(_:against:rate:values:step:)`` |
/// | the whole pass written down for a network | ``derivation`` -> ``AutomaticDerivation`` |
/// | how many mistakes the check would find | ``mutate(_:options:)`` -> ``MutationReport`` |
/// | whether the engine itself is right | ``engineFaults`` |
///
/// Inside, a text goes the way ``FormulaReader`` (TeX to `Chain`s of `Expression`s), `ChainCheck` (what
/// kind of statement), `Trials` (for each meaning of a layer letter, on which twin), `Trial` (compiled,
/// evaluated, compared), `Verdict`; `Diagnosis` looks for a repair among the changes of `Rewriter`.
public struct DerivationChecker: Sendable {
  /// What is expected of a derivation, and how hard it is looked at.
  public struct Options: Sendable {
    /// The number of random points; at least 3.
    public var points = 3
    /// Relative to the largest value of the two sides.
    public var tolerance = 1e-9
    /// The assumption on the targets to begin with.
    public var assumption = Assumption.anyTarget
    /// A condition on indices or layers, in TeX: `i \neq j`, `l < L`.
    public var condition: String?
    /// Lines (from 1) that are shown, not claimed.
    public var sketches: Set<Int> = []
    /// Whether to look for what would repair a step that fails.
    public var diagnoses = true

    public init() {}
  }

  public let notation: Notation
  let network: Network<Double>
  let loss: LossFormula
  let twins: TwinNetworks
  let data: Data?
  /// The mistakes the engine is asked to make on purpose.
  let faults: Set<Fault>
  var definitions = Definitions()
  let points: PointStore
  private let audit: EngineAudit

  /// Where the engine's backward pass and the forward pass part.
  public var engineFaults: [EngineFault] { points.faults(audit) }

  /// Samples of the lesson's own data, on which a formula that holds on the twins is tried once more.
  public struct Data: Sendable {
    public let input: Matrix<Double>
    public let target: Matrix<Double>

    /// - Parameters:
    ///   - input: `[samples × features]`; a handful is enough.
    ///   - target: `[samples × outputs]`.
    public init(input: Matrix<Double>, target: Matrix<Double>) {
      self.input = input
      self.target = target
    }
  }

  /// - Parameters:
  ///   - network: the lesson's network; checks are made on small twins of it.
  ///   - data: samples to try what holds on the twins once more on the network itself.
  ///   - faults: published mistakes for the engine to make, which the check must then blame on it.
  public init(
    of network: Network<Double>, in notation: Notation, data: Data? = nil,
    faults: Set<Fault> = []
  ) {
    self.data = data
    self.network = network
    loss = LossFormula(network.loss)
    self.notation = notation
    self.faults = faults
    twins = TwinNetworks(
      activations: network.layers.map(\.activation), loss: network.loss,
      hasSingleOutput: network.outputs == 1)
    points = PointStore(twins: twins, reduction: notation.reduction)
    audit = EngineAudit(depth: network.layers.count, twins: twins, injected: faults)
  }

  /// Inputs, then the units of each layer of the lesson's network.
  var ownWidths: [Int] { [network.inputs] + network.layers.map(\.outputs) }

  /// What central differences leave of an exact derivative, where the language has none of its own
  /// for one of the network's functions; else nothing.
  var leastTolerance: Double {
    let isKnown = network.layers.allSatisfy { layer in
      Activation.all.contains { $0.name == layer.activation.name }
    }
    return isKnown && Loss.all.contains(network.loss) ? 0 : 1e-6
  }

  /// Checks every step of a formula in TeX.
  public mutating func check(
    _ tex: String, macros: Macros = Macros(), options: Options = Options()
  ) -> CheckedDerivation {
    check(ParsedFormula(parsing: tex, macros: macros), options: options)
  }

  public mutating func check(
    _ parsed: ParsedFormula, options: Options = Options()
  ) -> CheckedDerivation {
    guard parsed.diagnostics.allSatisfy({ $0.severity != .error }) else {
      return CheckedDerivation(
        steps: [], diagnostics: parsed.diagnostics, engineFaults: [], shapes: [], setting: "")
    }
    var reader = FormulaReader(notation: notation)
    reader.definedNames = definitions.names
    reader.layeredNames = definitions.layeredNames
    var steps: [CheckedStep] = []
    var shapes: [SymbolShape] = []
    var setting = ""
    var condition: Expression?
    if let text = options.condition {
      do throws(Diagnostic) {
        condition = try reader.condition(ParsedFormula(parsing: text).formula)
      } catch {
        return CheckedDerivation(
          steps: [], diagnostics: [error], engineFaults: [], shapes: [], setting: "")
      }
    }
    for chain in reader.chains(of: parsed.formula) {
      let check = ChainCheck(
        chain: chain, checker: self, options: options, condition: condition,
        source: parsed.source)
      let result = check.run()
      steps += result.steps
      shapes += result.shapes
      if setting.isEmpty { setting = result.setting }
      if let definition = result.definition {
        definitions.add(definition)
        reader.definedNames = definitions.names
      }
    }
    if !options.sketches.isEmpty {
      steps = steps.map { $0.sketched(onLines: options.sketches, of: parsed.formula) }
    }
    return CheckedDerivation(
      steps: steps, diagnostics: [],
      engineFaults: options.points > 0 ? engineFaults : [],
      shapes: shapes, setting: setting)
  }

  /// The forward and backward pass of the lesson's network, written in its notation and checked.
  ///
  /// Throws where the network computes something that formulas have no words for.
  public var derivation: AutomaticDerivation {
    get throws { try AutomaticDerivation(of: network, in: notation) }
  }

  /// What is wrong with a formula that can be known without computing anything: what cannot be read,
  /// names that stand for nothing, free indices that differ, sizes that do not conform.
  public mutating func staticDiagnostics(
    _ parsed: ParsedFormula, options: Options = Options()
  ) -> [Diagnostic] {
    guard parsed.diagnostics.isEmpty else { return parsed.diagnostics }
    var options = options
    options.points = 0
    options.diagnoses = false
    return check(parsed, options: options).steps.compactMap { step in
      switch step.verdict {
      case .shape(let diagnostic), .unread(let diagnostic): diagnostic
      default: nil
      }
    }
  }
}
