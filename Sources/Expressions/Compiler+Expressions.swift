import Diagnostics

extension Compiler {
  mutating func typed(_ expression: Expression) throws(Diagnostic) -> Typed {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      throw Diagnostic("expression.deep", "nested too deeply", at: expression.range)
    }
    let result = try typedNode(expression)
    spend(result.shape.count)
    // What a name stands for is there already; what is made of it is bounded.
    let isThere = expression.symbol != nil
    guard isThere || result.shape.count <= Self.largest,
      Double(result.shape.count) * repetitions <= Self.costliest
    else {
      throw Diagnostic(
        "expression.large", "\(result.shape) has too many elements", at: expression.range,
        help: ["an array has at most \(Self.largest) elements"])
    }
    return result
  }

  private mutating func typedNode(_ expression: Expression) throws(Diagnostic) -> Typed {
    let range = expression.range
    switch expression.kind {
    case .number(let value): return Typed(.constant(value), .scalar)
    case .symbol(let symbol): return try self.symbol(symbol, at: range)
    case .index(let name):
      let place = place(of: name)
      return Typed(.index(place, first: scope.firstIndex), .scalar)
    case .component(let body, let indices): return try component(of: body, indices, at: range)
    case .sample(let body, let index): return try sample(of: body, index, at: range)
    case .slice(let body, let parts): return try slice(of: body, parts, at: range)
    case .negation(let body):
      let body = try typed(body)
      return Typed(.negate(body), body.shape)
    case .binary(let sign, let left, let right):
      return try binary(sign, left, right, at: range)
    case .transpose(let body):
      let typedBody = try typed(body)
      guard typedBody.shape.rank <= 2 else {
        throw Diagnostic(
          "shape.transpose", "\(typedBody.shape) is no matrix and has no transpose", at: range)
      }
      return Typed(.transpose(typedBody), typedBody.shape.transposed)
    case .application(let name, let order, let arguments, let named):
      return try application(name, order, arguments, named, at: range)
    case .reduction(let reduction, let binder, let body):
      return try self.reduction(reduction, binder, body, at: range)
    case .total(let reduction, let axis, let keepsAxis, let body):
      return try total(reduction, axis: axis, keepsAxis: keepsAxis, typed(body), at: range)
    case .derivative(let of, let by): return try derivative(of: of, by: by, at: range)
    case .not(let body):
      let body = try typed(body)
      return Typed(.not(body), body.shape)
    case .cases(let branches): return try cases(branches, at: range)
    case .matrix(let rows): return try matrix(rows, at: range)
    case .tabulation(let row, let column, let body):
      return try tabulation(row, column, body, at: range)
    }
  }

  /// What a name stands for, or the reason why it stands for nothing.
  func named(_ symbol: Symbol, at range: Range<Int>) throws(Diagnostic) -> NamedTensor {
    do throws(ScopeError) {
      return try scope.tensor(symbol)
    } catch {
      throw diagnostic(error, at: range)
    }
  }

  func diagnostic(_ error: ScopeError, at range: Range<Int>) -> Diagnostic {
    switch error {
    case .unknown(let name):
      Diagnostic(
        "symbol.unknown", "'\(name)' stands for nothing here", at: range,
        help: help(for: name))
    case .misused(let message, let help): Diagnostic("shape.name", message, at: range, help: help)
    }
  }

  /// Every letter is near every other: of a single one only the other case is likely to be meant.
  private func help(for name: String) -> [String] {
    guard name.count == 1 else {
      return NearestName.help(for: name, in: scope.names, called: "known names")
    }
    if let other = scope.names.first(where: { $0.lowercased() == name.lowercased() }) {
      return ["did you mean '\(other)'?"]
    }
    return scope.names.isEmpty ? [] : ["known names: \(scope.names.joined(separator: ", "))"]
  }

  /// What code may name without giving it a value, where it gives none to that name.
  public static let constants: [String: Double] = ["True": 1, "False": 0, "pi": .pi]

  private mutating func symbol(_ symbol: Symbol, at range: Range<Int>) throws(Diagnostic) -> Typed {
    if scope.rules == .broadcasting, let constant = Self.constants[symbol.name],
      !scope.names.contains(symbol.name)
    {
      return Typed(.constant(constant), .scalar)
    }
    let tensor = try named(symbol, at: range)
    if derivativeDepth > 0, tensor.isDerivative {
      throw Self.secondDerivative(symbol.name, at: range)
    }
    return Typed(.slot(tensor.slot), tensor.shape)
  }

  static func secondDerivative(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "derivative.second", "'\(name)' is itself a derivative; second derivatives are not evaluated",
      at: range)
  }

  /// ∂u/∂v. The denominator is a name or one element of it; the numerator is anything.
  private mutating func derivative(
    of numerator: Expression, by denominator: Expression, at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    guard derivativeDepth == 0 else {
      throw Diagnostic(
        "derivative.second", "a derivative of a derivative is not evaluated", at: range)
    }
    let by: NamedTensor
    var position: Position?
    switch denominator.kind {
    case .symbol(let symbol): by = try named(symbol, at: denominator.range)
    case .component(let inner, let indices):
      guard let symbol = inner.symbol else { throw Self.notDifferentiable(denominator.range) }
      by = try named(symbol, at: denominator.range)
      position = try self.position(
        in: by, sample: inner.sampleIndex, indices, called: symbol.name, at: denominator.range)
    case .sample(let inner, let index):
      guard case .symbol(let symbol) = inner.kind else {
        throw Self.notDifferentiable(denominator.range)
      }
      // ∂L/∂z^{(n)} is the part of ∂L/∂z that belongs to sample n.
      let whole = Expression(.derivative(of: numerator, by: inner), at: range)
      let gradient = try typed(whole)
      guard gradient.shape.numerator == 0 else {
        throw Diagnostic(
          "shape.derivative",
          "only a number is differentiated by one sample of '\(symbol.name)'",
          at: denominator.range)
      }
      return try sample(of: whole, index, at: range)
    default: throw Self.notDifferentiable(denominator.range)
    }
    if by.isDerivative { throw Self.notDifferentiable(denominator.range) }
    let elements = position == nil ? by.shape.count : 1
    derivativeDepth += 1
    repetitions *= Double(elements) * 2
    defer {
      derivativeDepth -= 1
      repetitions /= Double(elements) * 2
    }
    let of = try typed(numerator)
    if case .slot(let slot) = of.node, of.shape.isSingle {
      gradients.insert(Plan.Gradient(of: slot, by: by.slot))
    } else {
      denominators.insert(by.slot)
    }
    guard position == nil else {
      return Typed(.derivative(of: of, by: by.slot, at: position), TensorShape(of.shape.axes))
    }
    let rank = of.shape.isSingle ? 0 : of.shape.rank
    let axes = rank == 0 ? by.shape.axes : of.shape.axes + by.shape.axes
    return Typed(
      .derivative(of: of, by: by.slot, at: nil), TensorShape(axes, numerator: rank))
  }

  private static func notDifferentiable(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "shape.derivative", "a derivative is taken by a name or one element of it", at: range)
  }

  private mutating func cases(
    _ branches: [Expression.Branch], at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    var compiled: [(value: Typed, condition: Typed?)] = []
    var shape = TensorShape.scalar
    for branch in branches {
      let value = try typed(branch.value)
      let condition: Typed?
      if let written = branch.condition { condition = try typed(written) } else { condition = nil }
      for part in [value, condition].compactMap(\.self) where part.shape.rank > 0 {
        guard shape.rank == 0 || shape.axes == part.shape.axes else {
          throw Diagnostic(
            "shape.cases", "the branches are \(shape) and \(part.shape)", at: branch.value.range)
        }
        shape = part.shape
      }
      compiled.append((value, condition))
    }
    return Typed(.cases(compiled), shape)
  }

  private mutating func matrix(
    _ rows: [[Expression]], at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    let width = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == width }) else {
      throw Diagnostic("shape.matrix", "the rows are of different lengths", at: range)
    }
    var elements: [Typed] = []
    for element in rows.joined() {
      let compiled = try typed(element)
      guard compiled.shape.isSingle else {
        throw Diagnostic(
          "shape.matrix", "an element of a matrix is a number, this is \(compiled.shape)",
          at: element.range)
      }
      elements.append(compiled)
    }
    return Typed(.matrix(elements), TensorShape([rows.count, width]))
  }

  private mutating func tabulation(
    _ row: String, _ column: String?, _ body: Expression, at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    var places: [Int] = []
    let names = [row] + [column].compactMap(\.self)
    for name in names {
      places.append(newPlace())
      bound.append((name, places[places.count - 1]))
    }
    defer { bound.removeLast(names.count) }
    let body = try typed(body)
    guard body.shape.isSingle else {
      throw Diagnostic("shape.matrix", "an element of a matrix is a number", at: range)
    }
    var sizes: [Int] = []
    for (name, place) in zip(names, places) {
      guard let known = ranges[place] else {
        throw Diagnostic("index.unbounded", "nothing says how far '\(name)' runs", at: range)
      }
      sizes.append(known.count)
    }
    spend(sizes.reduce(1, *))
    return Typed(
      .tabulate(row: places[0], column: places.count > 1 ? places[1] : nil, body),
      TensorShape([sizes[0], sizes.count > 1 ? sizes[1] : 1]))
  }
}

extension Expression {
  /// The name this is, with or without a sample.
  var symbol: Symbol? {
    switch kind {
    case .symbol(let symbol): symbol
    case .sample(let body, _): body.symbol
    default: nil
    }
  }

  /// The sample this is taken from, if it says so.
  var sampleIndex: Index? {
    if case .sample(_, let index) = kind { index } else { nil }
  }
}
