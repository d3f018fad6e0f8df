import Diagnostics
import Expressions

/// The sides of a chain on a small twin of the network, once for each meaning of its layer letters.
struct Trials {
  /// On the twin that is asked first: of usual sizes, or of the lesson's own where numbers speak of them.
  let all: [Trial]
  /// Why there is none: the layers that are named exist in no network of this depth.
  let failure: Diagnostic?
  let check: ChainCheck
  /// Whether the sides speak of one sample.
  let isEach: Bool
  let assumption: Assumption
  private let question: TrialQuestion
  /// The numbers by which the sides may speak of sizes.
  private let literals: SizeLiterals

  var first: Trial? { all.first }

  init(
    _ check: ChainCheck, sides: [Expression?], assumption: Assumption, points: Int
  ) {
    self.check = check
    self.assumption = assumption
    let checker = check.checker
    let notation = checker.notation
    let expanded = sides.map { $0.map(checker.definitions.expanding) }
    let known = expanded.compactMap(\.self)
    isEach = Self.speaksOfOneSample(known, notation, check.samples ?? notation.samples)
    let letters = Self.layerLetters(known, notation)
    let depth = Self.depth(known, letters, network: checker.network.layers.count)
    literals = SizeLiterals(
      known + [check.condition].compactMap(\.self), firstIndex: notation.firstIndex)
    let lowering = Lowering(notation: notation, loss: checker.loss)
    let asked = TrialQuestion(
      checker: checker, condition: check.condition, depth: depth, letters: letters,
      assignments: Self.assignments(letters, depth: depth, notation, known),
      open: Self.openNodes(notation, depth: depth),
      arguments: Self.arguments(of: known.first, notation), assumption: assumption,
      // With one sample at a time it takes more points to see both sides of every kink.
      points: isEach ? points + (points > 0 ? 1 : 0) : points,
      sides: expanded.map { $0.map { lowering($0) } })
    let sizes: [TwinSizes]
    let budget: Budget?
    if literals.isEmpty {
      sizes = [.usual(checker.twins, depth: depth, eachSample: isEach)]
      budget = nil
    } else {
      sizes = TwinSizes.own(
        checker.ownWidths, depth: depth, literals: literals, eachSample: isEach)
      budget = .ownSizes
    }
    (question, all) = asked.onBothSidesOfKinks { question in
      sizes.flatMap { question.trials(on: $0, budget: budget) }
    }
    failure =
      all.isEmpty
      ? Diagnostic(
        "shape.layer", "no network of depth \(depth) has all the layers this names",
        at: check.chain.range) : nil
  }

  /// The verdict on two sides over all trials.
  func verdict(of left: Int, _ right: Int) -> Verdict {
    if let failure { return .shape(failure) }
    let verdict = self.verdict(of: left, right, over: all)
    guard question.points > 0 else { return verdict }
    if literals.isEmpty { return confirmed(verdict, of: left, right) }
    guard all.contains(where: \.isOverBudget) else { return verdict }
    if case .shape = verdict { return verdict }
    return spared(left, right)
  }

  private func verdict(of left: Int, _ right: Int, over trials: [Trial]) -> Verdict {
    var evidence: Evidence?
    for trial in trials {
      let verdict = trial.verdict(
        of: left, right, tolerance: max(check.options.tolerance, check.checker.leastTolerance),
        assumption: assumption)
      guard case .verified(let new) = verdict else { return verdict }
      if var known = evidence {
        known.error = max(known.error, new.error)
        known.points += new.points
        evidence = known
      } else {
        evidence = new
      }
    }
    return evidence.map { .verified($0) } ?? .sketch
  }

  /// What held on one twin is tried at one point of another on which every size is different.
  private func confirmed(_ verdict: Verdict, of left: Int, _ right: Int) -> Verdict {
    guard case .verified = verdict, let sizes = first?.scope.table.sizes.lessened else {
      return verdict
    }
    let others = question.asking([left, right], points: 1).trials(on: sizes)
    switch self.verdict(of: left, right, over: others) {
    case .refuted(let counterexample):
      return .refuted(counterexample.seen(on: "a twin of other sizes, \(sizes)"))
    case .shape(let diagnostic): return .shape(diagnostic)
    // A kink or a logarithm at its one point says nothing against the first twin's.
    default: return verdict
    }
  }

  /// The verdict where the lesson's own network is too large, and only layers that the numbers of
  /// the formula cannot mean may be narrower.
  private func spared(_ left: Int, _ right: Int) -> Verdict {
    let tooLarge = Verdict.undefined(
      "the network is too large for what the numbers here say of its sizes to be tried")
    let asked = question.asking([left, right], points: question.points)
    let trials = TwinSizes.spared(
      check.checker.ownWidths, depth: question.depth, literals: literals, eachSample: isEach
    )?.flatMap { asked.trials(on: $0, budget: .ownSizes) }
    guard let trials, !trials.contains(where: \.isOverBudget) else { return tooLarge }
    let verdict = self.verdict(of: left, right, over: trials)
    // A number may have meant a layer that is narrower here.
    if case .shape = verdict { return tooLarge }
    return verdict
  }

  // MARK: What a chain speaks of

  /// Whether data have a single index, so that a formula is about one sample.
  private static func speaksOfOneSample(
    _ sides: [Expression], _ notation: Notation, _ samples: Notation.Samples
  ) -> Bool {
    switch samples {
    case .each: return true
    case .all: return false
    case .automatic: break
    }
    var hasSingle = false
    var namesSamples = false
    for side in sides {
      side.walk { part in
        switch part.kind {
        case .sample: namesSamples = true
        // With one sample m is 1, and 1/m could stand anywhere.
        case .symbol(let symbol) where notation.bindings[symbol.name]?.role == .size(.batch):
          namesSamples = true
        case .component(let body, let indices):
          guard case .symbol(let symbol) = body.kind,
            notation.bindings[symbol.name]?.role.isPerSample == true, indices.count == 1
          else { return }
          hasSingle = true
        default: break
        }
      }
    }
    return hasSingle && !namesSamples
  }

  /// The letters that stand for any layer.
  private static func layerLetters(_ sides: [Expression], _ notation: Notation) -> [String] {
    var letters = Set<String>()
    for side in sides {
      side.walk { part in
        guard let letter = part.layer?.variable, letter != RowReader.unspecifiedLayer,
          !NetworkScope.isLast(letter, in: notation)
        else { return }
        letters.insert(letter)
      }
    }
    return letters.sorted()
  }

  /// As deep as the lesson's network; deeper where a formula is about layers in general.
  private static func depth(_ sides: [Expression], _ letters: [String], network: Int) -> Int {
    guard network >= 2, !letters.isEmpty else { return max(1, network) }
    var namesLayer = false
    for side in sides {
      side.walk { part in
        if let layer = part.layer, layer.variable == nil, layer.offset >= 2 { namesLayer = true }
      }
    }
    return namesLayer ? network : max(network, 3)
  }

  /// Every meaning of the layer letters for which all layers that are named exist.
  private static func assignments(
    _ letters: [String], depth: Int, _ notation: Notation, _ sides: [Expression]
  ) -> [[String: Int]] {
    var fixed: [String: Int] = [:]
    for side in sides {
      side.walk { part in
        if let letter = part.layer?.variable, NetworkScope.isLast(letter, in: notation) {
          fixed[letter] = depth
        }
      }
    }
    var all: [[String: Int]] = [fixed]
    for letter in letters.prefix(3) {
      all = all.flatMap { known in
        (0...depth).map { value in
          var more = known
          more[letter] = value
          return more
        }
      }
    }
    return all.filter { layers in
      var fits = true
      for side in sides {
        side.walk { part in
          guard let layer = part.layer, let variable = layer.variable,
            variable != RowReader.unspecifiedLayer
          else { return }
          let number = (layers[variable] ?? 0) + layer.offset
          fits = fits && number >= part.firstLayer(notation) && number <= depth
        }
      }
      return fits
    }
  }

  /// The numbers and tensors that a notation leaves open.
  private static func openNodes(_ notation: Notation, depth: Int) -> [NetworkNode] {
    notation.symbols.flatMap { binding -> [NetworkNode] in
      switch binding.role {
      case .number: [.number(binding.name)]
      case .weightsLike: (1...depth).map { .likeWeights(binding.name, $0) }
      case .biasLike: (1...depth).map { .likeBias(binding.name, $0) }
      default: []
      }
    } + [.argument]
  }

  /// The unbound names in the brackets of a first side such as `ReLU(x)`.
  private static func arguments(of side: Expression?, _ notation: Notation) -> Set<String> {
    guard case .application(_, _, let arguments, _)? = side?.kind else { return [] }
    var names = Set<String>()
    for argument in arguments {
      var core = argument
      if case .component(let body, _) = argument.kind { core = body }
      if case .symbol(let symbol) = core.kind, symbol.layer == nil,
        notation.bindings[symbol.name] == nil
      {
        names.insert(symbol.name)
      }
    }
    return names
  }
}

extension Expression {
  /// The layer this very node names.
  var layer: Layer? {
    switch kind {
    case .symbol(let symbol): symbol.layer
    case .application(.activation(let layer), _, _, _): layer
    default: nil
    }
  }

  /// The lowest layer that has such a thing.
  func firstLayer(_ notation: Notation) -> Int {
    if case .symbol(let symbol) = kind, notation.bindings[symbol.name]?.role == .activation {
      return 0
    }
    return 1
  }
}
