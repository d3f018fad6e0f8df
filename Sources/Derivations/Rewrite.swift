import Expressions
import Neural

/// One change of a formula, of the kind people make by mistake.
struct Rewrite: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case transpose, sign, factor, prime, mask, product, layer, index, order, term, condition, sum
  }

  let kind: Kind
  /// What the change is, as the end of "correct …": `with the transpose of W_2`.
  let description: String
  let result: Expression
}

/// Every expression that is one change away from another.
struct Rewriter {
  let source: String
  let notation: Notation
  /// The activation of each layer, whose derivatives people forget.
  let activations: [Activation]

  /// All single changes, the likeliest mistakes first.
  func all(of expression: Expression) -> [Rewrite] {
    let indices = Self.indices(in: expression)
    var found = wholes(expression)
    found += inside(expression, indices: indices) { $0 }
    return found.sorted { Self.rank($0.kind) < Self.rank($1.kind) }
  }

  private static func rank(_ kind: Rewrite.Kind) -> Int {
    Rewrite.Kind.allCases.firstIndex(of: kind) ?? 0
  }

  /// The TeX of a part.
  func text(_ expression: Expression) -> String {
    let utf8 = source.utf8
    let lower = max(0, min(expression.range.lowerBound, utf8.count))
    let upper = max(lower, min(expression.range.upperBound, utf8.count))
    let from = utf8.index(utf8.startIndex, offsetBy: lower)
    let text = String(source[from..<utf8.index(from, offsetBy: upper - lower)])
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The TeX of a part between dollars, for a message: a page sets it, a terminal leaves them out.
  func quoted(_ expression: Expression) -> String { "$\(text(expression))$" }

  // MARK: Changes of the whole

  private func wholes(_ expression: Expression) -> [Rewrite] {
    let range = expression.range
    func number(_ value: Double) -> Expression { Expression(.number(value), at: range) }
    func scaled(_ factor: Expression) -> Expression {
      Expression(.binary(.multiply, factor, expression), at: range)
    }
    let batch = Expression(.symbol(Symbol(NetworkScope.batchName)), at: range)
    return [
      Rewrite(
        kind: .sign, description: "with the opposite sign",
        result: Expression(.negation(expression), at: range)),
      Rewrite(kind: .factor, description: "when multiplied by 2", result: scaled(number(2))),
      Rewrite(kind: .factor, description: "when multiplied by ½", result: scaled(number(0.5))),
      Rewrite(
        kind: .factor, description: "when multiplied by the number of samples",
        result: scaled(batch)),
      Rewrite(
        kind: .factor, description: "when divided by the number of samples",
        result: Expression(.binary(.divide, expression, batch), at: range)),
    ]
  }

  // MARK: Changes inside

  /// The changes of every part, each put back into the whole by `rebuild`.
  private func inside(
    _ expression: Expression, indices: Set<String>, _ rebuild: (Expression) -> Expression
  ) -> [Rewrite] {
    var found = own(expression, indices: indices).map {
      Rewrite(kind: $0.kind, description: $0.description, result: rebuild($0.result))
    }
    let children = expression.children
    for place in children.indices {
      found += inside(children[place], indices: indices) { changed in
        rebuild(expression.replacingChild(place, by: changed))
      }
    }
    return found
  }

  private func own(_ expression: Expression, indices: Set<String>) -> [Rewrite] {
    switch expression.kind {
    case .symbol(let symbol): return ofSymbol(symbol, expression)
    case .transpose(let body):
      return [
        Rewrite(kind: .transpose, description: "with \(quoted(body)) not transposed", result: body)
      ]
    case .component(let body, let written):
      return ofComponent(body, written, expression, indices)
    case .application(let name, let order, let arguments, let named):
      guard order <= 1, case .symbol? = arguments.first?.core else { return [] }
      switch name {
      case .named("log"), .named("exp"), .named("softmax"), .named("sqrt"), .named("square"):
        return []
      default: break
      }
      let changed = Expression(
        .application(name, order: 1 - order, arguments, named), at: expression.range)
      return [
        Rewrite(
          kind: .prime,
          description: order == 1
            ? "with the function in place of its derivative in \(quoted(expression))"
            : "with the derivative in place of the function in \(quoted(expression))",
          result: changed)
      ]
    case .binary(let sign, let left, let right):
      return ofBinary(sign, left, right, expression)
    case .reduction(let reduction, let binder, let body) where binder.condition != nil:
      let bare = Binder(binder.index, from: binder.lower, to: binder.upper, at: binder.range)
      return [
        Rewrite(
          kind: .condition, description: "with all terms of \(quoted(expression))",
          result: Expression(.reduction(reduction, bare, body), at: expression.range))
      ]
    default: return []
    }
  }

  private func ofSymbol(_ symbol: Symbol, _ expression: Expression) -> [Rewrite] {
    guard let role = notation.bindings[symbol.name]?.role else { return [] }
    var found: [Rewrite] = []
    switch role {
    case .input, .target, .output, .weights, .weightVector, .preactivation, .activation, .delta:
      found.append(
        Rewrite(
          kind: .transpose, description: "with the transpose of \(quoted(expression))",
          result: Expression(.transpose(expression), at: expression.range)))
    default: break
    }
    return found + layers(symbol, expression)
  }

  private func layers(_ symbol: Symbol, _ expression: Expression) -> [Rewrite] {
    guard let layer = symbol.layer else { return [] }
    return [-1, 1].map { step in
      let moved = Layer(layer.variable, layer.offset + step)
      return Rewrite(
        kind: .layer, description: "with layer \(moved) in \(quoted(expression))",
        result: Expression(.symbol(Symbol(symbol.name, layer: moved)), at: expression.range))
    }
  }

  private func ofComponent(
    _ body: Expression, _ written: [Index], _ expression: Expression, _ indices: Set<String>
  ) -> [Rewrite] {
    var found: [Rewrite] = []
    if written.count == 2, written[0] != written[1] {
      found.append(
        Rewrite(
          kind: .index, description: "with the indices of \(quoted(expression)) swapped",
          result: Expression(.component(body, written.reversed()), at: expression.range)))
    }
    for place in written.indices {
      guard case .variable(let name) = written[place] else { continue }
      for other in indices.sorted() where other != name {
        var changed = written
        changed[place] = .variable(other)
        found.append(
          Rewrite(
            kind: .index, description: "with \(other) for \(name) in \(quoted(expression))",
            result: Expression(.component(body, changed), at: expression.range)))
      }
    }
    return found
  }

  private func ofBinary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ whole: Expression
  ) -> [Rewrite] {
    func changed(_ sign: BinaryOperator) -> Expression {
      Expression(.binary(sign, left, right), at: whole.range)
    }
    switch sign {
    case .add, .subtract:
      let isSum = sign == .add
      return [
        Rewrite(
          kind: .sign, description: "with \(isSum ? "−" : "+") before \(quoted(right))",
          result: changed(isSum ? .subtract : .add)),
        Rewrite(kind: .term, description: "without \(quoted(right))", result: left),
        Rewrite(
          kind: .term, description: "without \(quoted(left))",
          result: isSum ? right : Expression(.negation(right), at: right.range)),
      ]
    case .multiply, .scale:
      let isMatrix = sign == .multiply
      var found = [
        Rewrite(
          kind: .product,
          description: isMatrix
            ? "when \(quoted(right)) is multiplied element by element"
            : "with the matrix product by \(quoted(right))",
          result: changed(isMatrix ? .scale : .multiply))
      ]
      if !isMatrix {
        found.append(Rewrite(kind: .mask, description: "without ⊙ \(quoted(right))", result: left))
      }
      if isMatrix {
        found.append(
          Rewrite(
            kind: .order,
            description: "with \(quoted(left)) and \(quoted(right)) in the other order",
            result: Expression(.binary(.multiply, right, left), at: whole.range)))
      }
      return found
    default: return []
    }
  }

  /// The indices written anywhere in an expression.
  static func indices(in expression: Expression) -> Set<String> {
    var names = Set<String>()
    expression.walk { part in
      if case .component(_, let indices) = part.kind {
        for case .variable(let name) in indices { names.insert(name) }
      }
    }
    return names
  }
}

extension Expression {
  /// This expression without a component's indices.
  fileprivate var core: Expression.Kind {
    if case .component(let body, _) = kind { body.kind } else { kind }
  }

  /// The same expression with its nth child replaced.
  func replacingChild(_ place: Int, by new: Expression) -> Expression {
    var at = -1
    return mapChildren { child in
      at += 1
      return at == place ? new : child
    }
  }
}
