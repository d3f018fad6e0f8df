import Diagnostics
import Expressions

/// Checks one chain: every side against the next, and the first against the last.
struct ChainCheck {
  struct Result {
    var steps: [CheckedStep] = []
    var shapes: [SymbolShape] = []
    var setting = ""
    var definition: Definitions.Definition?
  }

  let chain: Chain
  let checker: DerivationChecker
  let options: DerivationChecker.Options
  let condition: Expression?
  /// The text that was read, which diagnoses quote.
  let source: String
  /// How many samples the chain speaks of, if not as the notation says.
  var samples: Notation.Samples?

  init(
    chain: Chain, checker: DerivationChecker, options: DerivationChecker.Options,
    condition: Expression?, source: String
  ) {
    self.chain = chain
    self.checker = checker
    self.options = options
    self.condition = condition
    self.source = source
  }

  func run() -> Result {
    switch chain.relations.first {
    case nil: return alone()
    case .equals where !isUpdate: return equalities()
    case .equals, .becomes, .increases: return UpdateCheck(self).run()
    case .hasSize, .isIn: return SizeCheck(self).run()
    case .isDrawnFrom: return DistributionCheck(self).run()
    }
  }

  /// A formula without a relation claims nothing, but it must be readable and conform.
  private func alone() -> Result {
    var result = Result()
    let side = chain.sides[0]
    var verdict = Verdict.sketch
    switch side.content {
    case .unread(let diagnostic): verdict = Self.verdict(of: diagnostic)
    case .expression(let expression):
      if let failure = Trials(self, sides: [expression], assumption: .anyTarget, points: 0)
        .first?.sides[0].failure
      {
        verdict = Self.verdict(of: failure)
      }
    default: break
    }
    if let flaw = side.flaw { verdict = .shape(flaw) }
    result.steps = [
      CheckedStep(
        kind: .equality, left: side.range, right: side.range, verdict: verdict, diagnosis: nil)
    ]
    return result
  }

  /// `w = w − α Δw`: the left occurs as a term of the right.
  var isUpdate: Bool {
    guard chain.sides.count == 2, let left = chain.sides[0].expression,
      let right = chain.sides[1].expression
    else { return false }
    switch left.kind {
    case .symbol, .component: break
    default: return false
    }
    func hasTerm(_ expression: Expression) -> Bool {
      if expression.hasSameMeaning(as: left) { return true }
      if case .binary(let sign, let a, let b) = expression.kind, sign == .add || sign == .subtract {
        return hasTerm(a) || hasTerm(b)
      }
      return false
    }
    guard case .binary = right.kind else { return false }
    return hasTerm(right)
  }

  static func verdict(of diagnostic: Diagnostic) -> Verdict {
    let kind = diagnostic.id.prefix { $0 != "." }
    return kind == "read" || kind == "symbol" || diagnostic.id == "query.function"
      ? .unread(diagnostic) : .shape(diagnostic)
  }

  // MARK: Equalities

  private func equalities() -> Result {
    var result = Result()
    var first = 0
    if let definition = definition {
      result.definition = definition
      result.steps.append(
        CheckedStep(
          kind: .equality, left: chain.sides[0].range, right: chain.sides[1].range,
          verdict: rightSideVerdict(of: chain.sides[1]) ?? strangerVerdict(of: definition)
            ?? .definition, diagnosis: nil))
      first = 1
    }
    let sides = Array(chain.sides[first...])
    guard sides.count > 1 else { return result }
    var pairs = (1..<sides.count).map { (left: $0 - 1, right: $0) }
    if sides.count > 2 { pairs.append((0, sides.count - 1)) }
    let verdicts = self.verdicts(of: sides, pairs)
    let live = LiveCheck(self, sides: sides.map(\.expression))
    for (pair, twinVerdict) in zip(pairs, verdicts) {
      let verdict = live.confirming(twinVerdict, of: pair.left, pair.right)
      let isEnds = pair.right - pair.left > 1
      var diagnosis: String?
      if options.diagnoses, !verdict.holds {
        let others = sides.indices.filter { $0 != pair.left && $0 != pair.right }
        diagnosis =
          Diagnosis(
            check: self, left: sides[pair.left], right: sides[pair.right],
            others: others.map { sides[$0] }
          ).text
      }
      result.steps.append(
        CheckedStep(
          kind: isEnds ? .endToEnd : .equality, left: sides[pair.left].range,
          right: sides[pair.right].range, verdict: verdict, diagnosis: diagnosis))
    }
    if let trial = Trials(
      self, sides: sides.map(\.expression), assumption: .anyTarget, points: 0
    ).first {
      result.shapes = trial.shapes(in: sides.compactMap(\.expression))
      result.setting = trial.setting(points: pointCount)
    }
    return result
  }

  var pointCount: Int { options.points == 0 ? 0 : max(3, options.points) }

  /// A name is given to what its own indices say: δ_k is no value for q_j.
  private func strangerVerdict(of definition: Definitions.Definition) -> Verdict? {
    let strangers = definition.value.freeIndices.subtracting(definition.indices)
    guard let stranger = strangers.min() else { return nil }
    return .shape(
      Diagnostic(
        "shape.free", "the right side depends on '\(stranger)', the name on the left does not",
        at: chain.sides[1].range,
        help: ["write '\(stranger)' as an index of '\(definition.name)', or sum over it"]))
  }

  private func rightSideVerdict(of side: Chain.Side) -> Verdict? {
    if let flaw = side.flaw { return .shape(flaw) }
    switch side.content {
    case .unread(let diagnostic): return Self.verdict(of: diagnostic)
    case .expression(let expression):
      return Trials(self, sides: [expression], assumption: .anyTarget, points: 0)
        .first?.sides[0].failure.map(Self.verdict)
    default: return nil
    }
  }

  /// What the chain gives a name to, if its first side is a name that nothing has yet.
  private var definition: Definitions.Definition? {
    guard let left = chain.sides[0].expression, let right = chain.sides[1].expression else {
      return nil
    }
    var indices: [String] = []
    var core = left
    if case .component(let body, let written) = left.kind {
      for index in written {
        guard case .variable(let name) = index else { return nil }
        indices.append(name)
      }
      core = body
    }
    guard case .symbol(let symbol) = core.kind, checker.notation.bindings[symbol.name] == nil,
      !checker.definitions.names.contains(symbol.name), chain.sides.count > 1
    else { return nil }
    let value = checker.definitions.expanding(right)
    guard Definitions.allows(value, for: symbol.name) else { return nil }
    return Definitions.Definition(
      name: symbol.name, layer: symbol.layer, indices: indices, value: value)
  }

  /// The verdict on each pair of sides, under the weakest assumption for which it holds.
  func verdicts(
    of sides: [Chain.Side], _ pairs: [(left: Int, right: Int)]
  ) -> [Verdict] {
    var verdicts = [Verdict?](repeating: nil, count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      for side in [sides[pair.left], sides[pair.right]] {
        if case .unread(let diagnostic) = side.content {
          verdicts[number] = verdicts[number] ?? Self.verdict(of: diagnostic)
        }
        if let flaw = side.flaw { verdicts[number] = verdicts[number] ?? .shape(flaw) }
      }
    }
    let expressions = sides.map(\.expression)
    var open = pairs.indices.filter { verdicts[$0] == nil }
    for assumption in assumptions(for: expressions) where !open.isEmpty {
      let trials = Trials(
        self, sides: expressions, assumption: assumption, points: pointCount)
      for number in open {
        let verdict = trials.verdict(of: pairs[number].left, pairs[number].right)
        verdicts[number] = verdict
        if case .shape = verdict { open.removeAll { $0 == number } }
        if verdict.holds { open.removeAll { $0 == number } }
      }
    }
    return verdicts.map { $0 ?? .sketch }
  }

  /// The assumptions worth trying: one suffices where the targets do not matter.
  private func assumptions(for sides: [Expression?]) -> [Assumption] {
    var needsTarget = false
    for side in sides.compactMap({ $0 }) {
      checker.definitions.expanding(side).walk { part in
        guard case .symbol(let symbol) = part.kind else { return }
        switch checker.notation.bindings[symbol.name]?.role {
        case .target, .loss, .likelihood, .delta, .weightsGradient, .biasGradient:
          needsTarget = true
        default: break
        }
      }
    }
    guard needsTarget, options.points > 0 else { return [options.assumption] }
    return Assumption.allCases.filter { $0 >= options.assumption }
  }
}
