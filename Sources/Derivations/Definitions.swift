import Expressions

/// What earlier formulas of a lesson gave a name to.
struct Definitions: Sendable {
  /// `δ^{(l)}_i` is `∂L/∂z^{(l)}_i`.
  struct Definition: Sendable {
    let name: String
    let layer: Layer?
    let indices: [String]
    let value: Expression
  }

  private var all: [String: [Definition]] = [:]

  var names: Set<String> { Set(all.keys) }
  /// The names that were given a value for a layer counted by a number, as a subscript or above.
  var layeredNames: Set<String> {
    Set(all.filter { $0.value.contains { $0.layer != nil && $0.layer?.variable == nil } }.keys)
  }

  /// More parts than a formula has: definitions that double each other would grow without bound.
  private static let mostParts = 2000

  /// Whether a value may stand for a name: it must not contain the name, and be of a sane size.
  static func allows(_ value: Expression, for name: String) -> Bool {
    var parts = 0
    var isCircular = false
    value.walk { part in
      parts += 1
      if case .symbol(let symbol) = part.kind, symbol.name == name { isCircular = true }
    }
    return !isCircular && parts <= mostParts
  }

  mutating func add(_ definition: Definition) {
    all[definition.name, default: []].append(definition)
  }

  /// The expression with every defined name replaced by what it stands for.
  func expanding(_ expression: Expression) -> Expression {
    guard !all.isEmpty else { return expression }
    return expanding(expression, depth: 0)
  }

  private func expanding(_ expression: Expression, depth: Int) -> Expression {
    guard depth < 20 else { return expression }
    if case .component(let body, let indices) = expression.kind,
      case .symbol(let symbol) = body.kind,
      let found = definition(of: symbol), found.definition.indices.count == indices.count
    {
      return expanding(
        instance(found, indices: indices, at: expression.range), depth: depth + 1)
    }
    if case .symbol(let symbol) = expression.kind, let found = definition(of: symbol),
      found.definition.indices.isEmpty
    {
      return expanding(instance(found, indices: [], at: expression.range), depth: depth + 1)
    }
    return expression.mapChildren { expanding($0, depth: depth) }
  }

  /// A definition for exactly this layer, else one for any, with how far its layers are shifted.
  private func definition(of symbol: Symbol) -> (definition: Definition, layer: Layer?)? {
    guard let candidates = all[symbol.name] else { return nil }
    if let exact = candidates.last(where: { $0.layer == symbol.layer }) { return (exact, nil) }
    guard let layer = symbol.layer,
      let general = candidates.last(where: { $0.layer?.variable != nil })
    else { return nil }
    return (general, layer)
  }

  private func instance(
    _ found: (definition: Definition, layer: Layer?), indices: [Index], at range: Range<Int>
  ) -> Expression {
    var body = found.definition.value
    // An index bound inside must not catch one that comes in.
    let incoming = Set(
      indices.compactMap { if case .variable(let name) = $0 { name } else { nil } })
    body = body.renamingBound(incoming)
    var names: [String: Index] = [:]
    for (parameter, index) in zip(found.definition.indices, indices) { names[parameter] = index }
    if let own = found.definition.layer, let layer = found.layer, let letter = own.variable {
      body = body.mapLayers { used in
        guard used.variable == letter else { return used }
        return Layer(layer.variable, used.offset - own.offset + layer.offset)
      }
    }
    return body.renamingIndices(names).placed(at: range)
  }
}

extension Expression {
  /// The same expression with free indices replaced.
  func renamingIndices(_ names: [String: Index]) -> Expression {
    guard !names.isEmpty else { return self }
    func renamed(_ index: Index) -> Index {
      if case .variable(let name) = index { names[name] ?? index } else { index }
    }
    switch kind {
    case .index(let name):
      if case .variable(let new)? = names[name] { return Expression(.index(new), at: range) }
      return self
    case .component(let body, let indices):
      return Expression(
        .component(body.renamingIndices(names), indices.map(renamed)), at: range)
    case .sample(let body, let index):
      return Expression(.sample(body.renamingIndices(names), renamed(index)), at: range)
    case .reduction(_, let binder, _):
      var inner = names
      inner[binder.index] = nil
      return mapChildren { $0.renamingIndices(inner) }
    default: return mapChildren { $0.renamingIndices(names) }
    }
  }

  /// The same expression with bound indices that are called like one of `taken` called otherwise.
  func renamingBound(_ taken: Set<String>) -> Expression {
    let inner = mapChildren { $0.renamingBound(taken) }
    guard case .reduction(let reduction, let binder, let body) = inner.kind,
      taken.contains(binder.index)
    else { return inner }
    let fresh = binder.index + "′"
    let names = [binder.index: Index.variable(fresh)]
    return Expression(
      .reduction(
        reduction,
        Binder(
          fresh, from: binder.lower, to: binder.upper,
          where: binder.condition?.renamingIndices(names), at: binder.range),
        body.renamingIndices(names)), at: range)
  }

  func mapLayers(_ change: (Layer) -> Layer) -> Expression {
    switch kind {
    case .symbol(let symbol):
      return Expression(
        .symbol(Symbol(symbol.name, layer: symbol.layer.map(change))), at: range)
    case .application(.activation(let layer), let order, let arguments, let named):
      return Expression(
        .application(
          .activation(change(layer)), order: order, arguments.map { $0.mapLayers(change) }, named),
        at: range)
    default: return mapChildren { $0.mapLayers(change) }
    }
  }

  /// The same expression, every part of it standing at one place.
  func placed(at range: Range<Int>) -> Expression {
    Expression(mapChildren { $0.placed(at: range) }.kind, at: range)
  }
}
