import Expressions
import Neural

extension Rewriter {
  /// Changes that mend what people forget: a derivative of the activation, the sum over the batch,
  /// an index.
  func repairs(of expression: Expression, against other: Expression) -> [Rewrite] {
    let masked = masks(of: expression)
    var found = masked
    found += batchSums(of: expression)
    for mask in masked {
      found += batchSums(of: mask.result).map {
        Rewrite(
          kind: .mask, description: mask.description + " and summed over the batch",
          result: $0.result)
      }
    }
    found += indexed(expression, like: other)
    return found
  }

  /// A part multiplied element by element by f′(z) of a layer.
  private func masks(of expression: Expression) -> [Rewrite] {
    guard let key = notation.symbols.first(where: { $0.role == .preactivation }) else { return [] }
    var found: [Rewrite] = []
    for (index, activation) in activations.enumerated() {
      let layer = index + 1
      guard case .elementwise = activation.form else { continue }
      let z = Expression(
        .symbol(Symbol(key.name, layer: Layer(nil, layer))), at: expression.range)
      let slope = Expression(
        .application(.activation(Layer(nil, layer)), order: 1, [z], [:]), at: expression.range)
      func masked(_ part: Expression) -> Expression {
        Expression(.binary(.scale, part, slope), at: part.range)
      }
      let argument = display(key, layer)
      let name = activation == .relu ? "⊙ $1[\(argument) > 0]$" : "⊙ $f'(\(argument))$"
      found.append(
        Rewrite(
          kind: .mask, description: "when multiplied by \(name)", result: masked(expression)))
      let factors = factors(of: expression)
      guard factors.count > 2 else { continue }
      for first in factors.indices {
        for last in first..<factors.count where last - first < factors.count - 1 && last > first {
          var parts = Array(factors[..<first])
          let inner = Array(factors[first...last])
          parts.append(masked(Self.product(inner)))
          parts += factors[(last + 1)...]
          let words = inner.map(text).joined(separator: " ")
          found.append(
            Rewrite(
              kind: .mask, description: "when $\(words)$ is multiplied by \(name)",
              result: Self.product(parts)))
        }
      }
    }
    return found
  }

  /// A layered symbol as the notation writes it.
  func display(_ binding: Notation.Binding, _ layer: Int) -> String {
    switch binding.layerPlace {
    case .subscripted: "\(binding.name)_\(layer)"
    case .superscripted: "\(binding.name)^{(\(layer))}"
    case .none: binding.name
    }
  }

  /// The factors of a chain of matrix products.
  func factors(of expression: Expression) -> [Expression] {
    guard case .binary(.multiply, let left, let right) = expression.kind else {
      return [expression]
    }
    return factors(of: left) + factors(of: right)
  }

  private static func product(_ factors: [Expression]) -> Expression {
    guard let first = factors.first else { preconditionFailure("a product has a factor") }
    return factors.dropFirst().reduce(first) { left, right in
      Expression(
        .binary(.multiply, left, right), at: left.range.lowerBound..<right.range.upperBound)
    }
  }

  private func batchSums(of expression: Expression) -> [Rewrite] {
    let axis = notation.layout == .rows ? 0 : 1
    return [
      Rewrite(
        kind: .sum, description: "when summed over the batch",
        result: Expression(
          .total(.sum, axis: axis, keepsAxis: true, expression), at: expression.range))
    ]
  }

  /// Whole tensors with the indices that the other side has.
  private func indexed(_ expression: Expression, like other: Expression) -> [Rewrite] {
    let missing = other.freeIndices.subtracting(expression.freeIndices).sorted()
    var found: [Rewrite] = []
    for index in missing + expression.freeIndices.sorted() {
      for place in bareSymbols(in: expression) {
        let changed = expression.replacing(place) { symbol in
          Expression(.component(symbol, [.variable(index)]), at: symbol.range)
        }
        found.append(
          Rewrite(
            kind: .index, description: "with index \(index) on \(quoted(place))", result: changed))
      }
    }
    found += renamed(expression, like: other)
    if missing.count == 1 {
      var changed = expression
      for place in bareSymbols(in: expression) {
        changed = changed.replacing(place) { symbol in
          Expression(.component(symbol, [.variable(missing[0])]), at: symbol.range)
        }
      }
      found.append(
        Rewrite(
          kind: .index, description: "component by component, with index \(missing[0])",
          result: changed))
    }
    return found
  }

  /// The free indices called as the other side calls its own, in every way there is.
  private func renamed(_ expression: Expression, like other: Expression) -> [Rewrite] {
    let own = expression.freeIndices.sorted()
    let wanted = other.freeIndices.sorted()
    guard own.count == wanted.count, (1...3).contains(own.count) else { return [] }
    return Self.permutations(wanted).compactMap { names in
      let renaming = Dictionary(uniqueKeysWithValues: zip(own, names.map(Index.variable)))
      let words = zip(own, names).filter { $0 != $1 }.map { "\($1) for \($0)" }
      guard !words.isEmpty else { return nil }
      return Rewrite(
        kind: .index, description: "with \(words.joined(separator: " and "))",
        result: expression.renamingIndices(renaming))
    }
  }

  static func permutations<Element>(_ elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { place -> [[Element]] in
      var rest = elements
      let first = rest.remove(at: place)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// Tensors of one value per sample that have no index.
  private func bareSymbols(in expression: Expression) -> [Expression] {
    if case .component = expression.kind { return [] }
    if case .symbol(let symbol) = expression.kind,
      notation.bindings[symbol.name]?.role.isPerSample == true
    {
      return [expression]
    }
    return expression.children.flatMap(bareSymbols)
  }
}

extension Expression {
  /// The same expression with one part of it, known by its place and meaning, replaced.
  fileprivate func replacing(
    _ part: Expression, by change: (Expression) -> Expression
  ) -> Expression {
    if self == part { return change(self) }
    if case .component = kind { return self }
    return mapChildren { $0.replacing(part, by: change) }
  }
}
