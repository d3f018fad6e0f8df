import Diagnostics

extension Compiler {
  /// The position of one element of a tensor.
  ///
  /// An axis of size 1 needs no index: `b_i` of a bias. A single index on the data of a batch means
  /// one sample of it: then the sample is the index ``sampleIndex``, or the only one there is.
  mutating func position(
    in tensor: NamedTensor, sample: Index?, _ indices: [Index], called name: String,
    at range: Range<Int>
  ) throws(Diagnostic) -> Position {
    let axes = tensor.shape.axes
    var taken: [(axis: Int, index: Index)] = []
    var open = Array(axes.indices)
    if let sample {
      guard let axis = tensor.sampleAxis else {
        throw Diagnostic("shape.index", "'\(name)' is the same for every sample", at: range)
      }
      taken.append((axis, sample))
      open.removeAll { $0 == axis }
    }
    if indices.count < open.count, sample == nil, let axis = tensor.sampleAxis {
      let index = axes[axis] == 1 ? Index.constant(0) : .variable(Self.sampleIndex)
      taken.append((axis, index))
      open.removeAll { $0 == axis }
    }
    if indices.count < open.count {
      // Only axes that offer a choice need an index.
      let wide = open.filter { axes[$0] > 1 }
      let kept = wide.count >= indices.count ? Array(wide) : Array(open.prefix(indices.count))
      for axis in open where !kept.contains(axis) && axes[axis] == 1 {
        taken.append((axis, .constant(0)))
      }
      open = kept
    }
    guard indices.count == open.count else {
      throw Diagnostic(
        "shape.index",
        "'\(name)' is \(tensor.shape) and has \(indices.count == 1 ? "one index" : "\(indices.count) indices")",
        at: range)
    }
    taken += zip(open, indices).map { ($0, $1) }
    let strides = tensor.shape.strides
    var sources: [IndexSource] = []
    for (axis, index) in taken {
      sources.append(try source(index, along: axes[axis], of: name, axis: axis, at: range))
    }
    return Position(indices: sources, strides: taken.map { strides[$0.axis] })
  }

  private mutating func source(
    _ index: Index, along count: Int, of name: String, axis: Int, at range: Range<Int>
  ) throws(Diagnostic) -> IndexSource {
    switch index {
    case .last: return .fixed(count - 1)
    case .constant(let value):
      guard value >= 0, value < count else {
        throw Diagnostic(
          "shape.index",
          "'\(name)' has elements \(scope.firstIndex) to \(count - 1 + scope.firstIndex) along axis "
            + "\(axis + 1), not \(value + scope.firstIndex)", at: range)
      }
      return .fixed(value)
    case .variable(let variable):
      return .place(try use(variable, along: count, of: "axis \(axis + 1) of '\(name)'", at: range))
    }
  }

  mutating func component(
    of body: Expression, _ indices: [Index], at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    if let symbol = body.symbol {
      let tensor = try named(symbol, at: body.range)
      if derivativeDepth > 0, tensor.isDerivative {
        throw Self.secondDerivative(symbol.name, at: range)
      }
      let position = try position(
        in: tensor, sample: body.sampleIndex, indices, called: symbol.name, at: range)
      return Typed(.element(slot: tensor.slot, position), .scalar)
    }
    let inner = try typed(body)
    let sampleAxis = inner.shape.rank == 2 ? 1 - scope.featureAxis : nil
    let tensor = NamedTensor(slot: -1, shape: inner.shape, sampleAxis: sampleAxis)
    let position = try position(in: tensor, sample: nil, indices, called: "this", at: range)
    return Typed(.pick(inner, position), .scalar)
  }

  mutating func sample(
    of body: Expression, _ index: Index, at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    let inner = try typed(body)
    let axis: Int
    if let symbol = body.symbol {
      guard let known = try named(symbol, at: range).sampleAxis else {
        throw Diagnostic("shape.index", "'\(symbol.name)' is the same for every sample", at: range)
      }
      axis = known
    } else {
      axis = 1 - scope.featureAxis
    }
    guard axis < inner.shape.rank else {
      throw Diagnostic("shape.index", "\(inner.shape) has no samples", at: range)
    }
    var axes = inner.shape.axes
    let source = try source(
      index, along: axes[axis], of: body.symbol?.name ?? "this", axis: axis, at: range)
    axes[axis] = 1
    return Typed(.select(inner, axis: axis, source), TensorShape(axes))
  }

  /// `\sum_{k=1, k \neq i}^c`: over the range that the shapes give k, within the limits written.
  mutating func reduction(
    _ reduction: Reduction, _ binder: Binder, _ body: Expression, at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    let isShadowed = bound.contains { $0.name == binder.index } || free[binder.index] != nil
    if isShadowed {
      throw Diagnostic(
        "index.shadowed", "'\(binder.index)' is bound here and free outside",
        at: binder.range, help: ["name the bound index otherwise"])
    }
    let place = newPlace()
    bound.append((binder.index, place))
    defer { bound.removeLast() }
    let lower = try binder.lower.map { expression throws(Diagnostic) in try limit(expression) }
    let upper = try binder.upper.map { expression throws(Diagnostic) in try limit(expression) }
    let first = scope.firstIndex
    if let lower, let upper {
      // A sum of too many terms is refused before its body is looked into.
      let count = max(0, upper - lower + 1)
      guard Double(count) * repetitions <= Self.costliest else {
        throw Diagnostic(
          "expression.large", "a sum over \(count) terms is not evaluated", at: binder.range)
      }
    }
    // Compile the body once to learn the range, then count its cost that many times.
    let costBefore = cost
    let condition: Typed?
    if let written = binder.condition { condition = try typed(written) } else { condition = nil }
    let compiled = try typed(body)
    let once = cost - costBefore
    let span: Range<Int>
    if let axis = ranges[place] {
      let from = lower.map { $0 - first } ?? 0
      let to = upper.map { $0 - first } ?? (axis.count - 1)
      guard from >= 0, to < axis.count else {
        throw Diagnostic(
          "shape.sum",
          "the sum runs from \(from + first) to \(to + first), but '\(binder.index)' counts "
            + "\(axis.origin), which has \(first) to \(axis.count - 1 + first)", at: binder.range)
      }
      span = from..<max(from, to + 1)
    } else if let lower, let upper {
      span = (lower - first)..<max(lower - first, upper - first + 1)
    } else {
      throw Diagnostic(
        "index.unbounded", "nothing says how far '\(binder.index)' runs", at: binder.range)
    }
    cost = costBefore + once * Double(span.count)
    return Typed(
      .reduce(reduction, place: place, over: span, where: condition, compiled), compiled.shape)
  }

  /// No axis is longer, and sums of a few such numbers do not overflow.
  private static let largestLimit = 1e12

  /// The value of a limit of a sum, which must be a number or a size.
  private func limit(_ expression: Expression) throws(Diagnostic) -> Int {
    switch expression.kind {
    case .number(let value):
      if abs(value) <= Self.largestLimit, let exact = Int(exactly: value) { return exact }
    case .symbol(let symbol):
      if let size = scope.size(symbol) { return size }
      _ = try named(symbol, at: expression.range)
    case .negation(let body): return -(try limit(body))
    case .binary(let sign, let left, let right):
      let (a, b) = (try limit(left), try limit(right))
      switch sign {
      case .add: return a &+ b
      case .subtract: return a &- b
      default: break
      }
    default: break
    }
    throw Diagnostic(
      "index.limit", "a limit of a sum is a whole number or a size", at: expression.range)
  }
}
