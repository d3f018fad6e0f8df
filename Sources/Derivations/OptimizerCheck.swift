import Diagnostics
import Expressions
import Neural
import TeX

/// Checks the equations of an optimizer, `v := \beta v + (1-\beta)\,dW`, against the engine's own.
///
/// The equations are run as a program for a few steps, each on a random gradient, beside the
/// engine's rule; parameters must stay the same to rounding. Every tensor in them is one number, as
/// the rules act on each number by itself.
struct OptimizerCheck {
  let notation: Notation
  let optimizer: any Optimizer
  /// What the letters stand for: `\beta_1` is 0.9. The learning rate is `rate`.
  let values: [String: Double]
  let rate: Double
  /// The letter that counts steps from 1, if any.
  let stepLetter: String?

  private static let steps = 4
  private static let tolerance = 1e-9

  /// The names of a program with a single value each.
  private struct ProgramScope: Scope {
    var slots: [String: Int] = [:]
    let rules = ShapeRules.strict
    let featureAxis = 1

    var names: [String] { slots.keys.sorted() }

    func tensor(_ symbol: Symbol) throws(ScopeError) -> NamedTensor {
      guard let slot = slots[symbol.name] else { throw .unknown(symbol.name) }
      return NamedTensor(slot: slot, shape: .scalar)
    }
  }

  func check(_ chains: [Chain]) -> [CheckedStep] {
    var updates: [(name: String, value: Expression, chain: Chain)] = []
    for chain in chains {
      guard chain.sides.count == 2, case .symbol(let symbol)? = chain.sides[0].expression?.kind,
        let value = chain.sides[1].expression
      else {
        return [step(chain, failure(of: chain))]
      }
      updates.append((symbol.name, value, chain))
    }
    guard let parameter = parameter(among: updates.map(\.name)) else {
      return chains.map {
        step(
          $0, .shape(Diagnostic("shape.update", "no equation changes a parameter", at: $0.range)))
      }
    }
    var scope = ProgramScope()
    var numbers: [Double] = []
    func define(_ name: String, _ value: Double) {
      guard scope.slots[name] == nil else { return }
      scope.slots[name] = numbers.count
      numbers.append(value)
    }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) { define(name, value) }
    for update in updates { define(update.name, 0) }
    for binding in notation.symbols where binding.role == .weightsGradient {
      define(binding.name, 0)
    }
    if let stepLetter { define(stepLetter, 1) }
    var programs: [(slot: Int, plan: Plan)] = []
    for update in updates {
      do throws(Diagnostic) {
        var compiler = Compiler(scope: scope)
        let plan = try compiler.compile(update.value)
        guard plan.denominators.isEmpty, plan.gradients.isEmpty, plan.shape.rank == 0,
          plan.freeIndices.isEmpty
        else {
          throw Diagnostic(
            "shape.update", "an optimizer's equation has no derivatives and no indices",
            at: update.value.range)
        }
        guard let slot = scope.slots[update.name] else { continue }
        programs.append((slot, plan))
      } catch {
        return updates.map { step($0.chain, ChainCheck.verdict(of: error)) }
      }
    }
    let verdict = run(programs, numbers, scope, parameter)
    return updates.map { step($0.chain, verdict) }
  }

  /// The engine's parameter and the program's, step by step.
  private func run(
    _ programs: [(slot: Int, plan: Plan)], _ start: [Double], _ scope: ProgramScope,
    _ parameter: String
  ) -> Verdict {
    var numbers = start
    var random = SplitMix(seed: 5)
    var theirs = 0.7
    var memory = OptimizerMemory()
    guard let slot = scope.slots[parameter] else { return .sketch }
    numbers[slot] = theirs
    var largest = 0.0
    for number in 1...Self.steps {
      let gradient = random.uniform(-1.5, 1.5)
      optimizer.rule(rate: rate, step: number)(&theirs, gradient, &memory)
      for binding in notation.symbols where binding.role == .weightsGradient {
        if let slot = scope.slots[binding.name] { numbers[slot] = gradient }
      }
      if let stepLetter, let slot = scope.slots[stepLetter] { numbers[slot] = Double(number) }
      for (slot, plan) in programs {
        numbers[slot] = Valuation(values: numbers.map { [$0] }).value(of: plan).elements[0]
      }
      guard numbers[slot].isFinite else { return .undefined("step \(number) has no value") }
      let difference = Comparison.difference([theirs], [numbers[slot]])
      largest = max(largest, difference.error)
      if difference.error > Self.tolerance {
        return .refuted(
          Counterexample(
            error: difference.error, tolerance: Self.tolerance, place: "step \(number)",
            left: theirs, right: numbers[slot], points: Self.steps, assumption: .anyTarget))
      }
    }
    return .verified(
      Evidence(
        error: largest, tolerance: Self.tolerance, points: Self.steps, assumption: .anyTarget,
        reading: .exact))
  }

  private func parameter(among names: [String]) -> String? {
    names.first { name in
      switch notation.bindings[name]?.role {
      case .weights, .weightVector, .bias, .parameters: true
      default: false
      }
    }
  }

  private func failure(of chain: Chain) -> Verdict {
    for side in chain.sides {
      if case .unread(let diagnostic) = side.content { return ChainCheck.verdict(of: diagnostic) }
    }
    return .shape(
      Diagnostic("shape.update", "an update changes one name: name := value", at: chain.range))
  }

  private func step(_ chain: Chain, _ verdict: Verdict) -> CheckedStep {
    CheckedStep(
      kind: .update, left: chain.sides[0].range, right: chain.sides[chain.sides.count - 1].range,
      verdict: verdict, diagnosis: nil)
  }
}

extension DerivationChecker {
  /// Checks the equations of an optimizer against the engine's.
  ///
  /// - Parameters:
  ///   - values: what its letters stand for, the learning rate among them: `["\\beta_1": 0.9]`.
  ///   - step: the letter that counts steps from 1, if the equations have one.
  public func check(
    _ parsed: ParsedFormula, against optimizer: any Optimizer, rate: Double,
    values: [String: Double], step: String? = nil
  ) -> CheckedDerivation {
    guard parsed.diagnostics.isEmpty else {
      return CheckedDerivation(
        steps: [], diagnostics: parsed.diagnostics, engineFaults: [], shapes: [], setting: "")
    }
    var names: [String: Double] = [:]
    for (key, value) in values {
      if let name = SymbolKey(ParsedFormula(parsing: key).formula)?.name { names[name] = value }
    }
    var reader = FormulaReader(notation: notation)
    let chains = reader.chains(of: parsed.formula)
    let check = OptimizerCheck(
      notation: notation, optimizer: optimizer, values: names, rate: rate, stepLetter: step)
    return CheckedDerivation(
      steps: check.check(chains), diagnostics: [], engineFaults: engineFaults, shapes: [],
      setting: "4 steps of '\(optimizer.name)' on random gradients")
  }
}
