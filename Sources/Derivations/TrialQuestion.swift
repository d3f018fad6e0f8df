import Expressions

/// What a chain asks, before it is settled on which twin.
struct TrialQuestion {
  let checker: DerivationChecker
  let condition: Expression?
  let depth: Int
  /// The letters that stand for any layer.
  let letters: [String]
  /// What the letters may stand for.
  let assignments: [[String: Int]]
  let open: [NetworkNode]
  let arguments: Set<String>
  let assumption: Assumption
  private(set) var points: Int
  /// The sides as the language has them.
  private(set) var sides: [Expression?]

  /// The same of some sides only, the others left out.
  func asking(_ places: Set<Int>, points: Int) -> TrialQuestion {
    var question = self
    question.points = points
    question.sides = sides.indices.map { places.contains($0) ? sides[$0] : nil }
    return question
  }

  /// The trials at as many points as it takes to see every kink of the sides from both of its sides,
  /// within reason: a sigmoid never lies on the left of max(0, a).
  func onBothSidesOfKinks(_ trials: (TrialQuestion) -> [Trial]) -> (TrialQuestion, [Trial]) {
    var question = self
    var all = trials(question)
    let parts = sides.compactMap(\.self).flatMap(\.kinkedParts)
    guard points > 0, !parts.isEmpty else { return (question, all) }
    for factor in [4, 16, 64] where !all.allSatisfy({ $0.seesBothSides(of: parts) }) {
      question.points = points * factor
      all = trials(question)
    }
    return (question, all)
  }

  /// The sides on a twin of these sizes, once for each meaning of the layer letters.
  ///
  /// - Parameter budget: where the sizes are the lesson's own, how much may be computed.
  func trials(on sizes: TwinSizes, budget: Budget? = nil) -> [Trial] {
    let notation = checker.notation
    let table = NodeTable(
      widths: sizes.widths, batch: sizes.batch, layout: notation.layout, open: open)
    let activations = checker.twins.activations(depth: depth)
    let key = PointStore.Key(
      sizes: sizes, isOwn: budget != nil, layout: notation.layout, open: open,
      assumption: assumption, count: points)
    let counting = Set(assignments.flatMap(\.keys))
      .union(condition?.layerLetters(notation) ?? [])
    let allowed = LayerCondition(condition, letters: counting)
    let rest = LayerCondition.rest(of: condition, letters: counting)
    var all: [Trial] = []
    for var layers in assignments {
      for letter in counting where layers[letter] == nil {
        if NetworkScope.isLast(letter, in: notation) { layers[letter] = depth }
      }
      guard allowed.holds(layers) else { continue }
      let scope = NetworkScope(
        notation: notation, table: table, activations: activations, layers: layers,
        arguments: arguments)
      let label = letters.map { "\($0) = \(layers[$0] ?? 0)" }.joined(separator: ", ")
      all.append(
        Trial(
          scope: scope, sides: sides, condition: rest,
          points: { checker.points.valuations(key, table: table, $0) }, label: label,
          budget: budget))
    }
    return all
  }
}

extension Budget {
  /// For a twin with the lesson's own widths.
  static let ownSizes = Budget(directions: 400, cost: 3e6, parameters: 300_000)
}

extension Expression {
  /// The letters of a condition that the notation says count layers.
  fileprivate func layerLetters(_ notation: Notation) -> Set<String> {
    var letters = Set<String>()
    walk { part in
      let name: String
      switch part.kind {
      case .symbol(let symbol): name = symbol.name
      case .index(let index): name = index
      default: return
      }
      switch notation.bindings[name]?.role {
      case .lastLayer, .anyLayer: letters.insert(name)
      case nil where name == "L": letters.insert(name)
      default: break
      }
    }
    return letters
  }
}
