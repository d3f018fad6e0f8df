import Diagnostics

extension Compiler {
  mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    let (a, b) = (try typed(left), try typed(right))
    if sign == .multiply { return try product(a, b, at: range) }
    if scope.rules == .broadcasting {
      guard let shape = Self.broadcast(a.shape, b.shape) else {
        throw mismatch(sign, a.shape, b.shape, at: range)
      }
      return Typed(.combine(sign, a, b), shape)
    }
    if a.shape.axes == b.shape.axes {
      let shape = a.shape.isJacobian || !b.shape.isJacobian ? a.shape : b.shape
      return Typed(.combine(sign, a, b), shape)
    }
    switch sign {
    case .multiply, .scale, .divide:
      if b.shape.rank == 0 { return Typed(.combine(sign, a, b), a.shape) }
      if a.shape.rank == 0 { return Typed(.combine(sign, a, b), b.shape) }
    case .power:
      if b.shape.rank == 0 { return Typed(.combine(sign, a, b), a.shape) }
    case .add, .subtract:
      if right.isLiteral || left.isLiteral { fallthrough }
      for (bias, whole) in [(right, a.shape), (left, b.shape)] {
        guard let symbol = bias.symbol, try named(symbol, at: bias.range).isBias else { continue }
        let axes = bias.range == right.range ? b.shape.axes : a.shape.axes
        if axes.count == 2, whole.rank == 2,
          axes[scope.featureAxis] == whole.axes[scope.featureAxis],
          axes[1 - scope.featureAxis] == 1
        {
          return Typed(.combine(sign, a, b), whole)
        }
      }
    default:
      if a.shape.rank == 0 { return Typed(.combine(sign, a, b), b.shape) }
      if b.shape.rank == 0 { return Typed(.combine(sign, a, b), a.shape) }
    }
    // A 1 × 1 matrix is as good as a number.
    if a.shape.isSingle { return Typed(.combine(sign, scalar(a), b), b.shape) }
    if b.shape.isSingle { return Typed(.combine(sign, a, scalar(b)), a.shape) }
    throw mismatch(sign, a.shape, b.shape, at: range)
  }

  private func scalar(_ single: Typed) -> Typed {
    single.shape.rank == 0 ? single : Typed(.reshape(single), .scalar)
  }

  private func mismatch(
    _ sign: BinaryOperator, _ a: TensorShape, _ b: TensorShape, at range: Range<Int>
  ) -> Diagnostic {
    let verb =
      switch sign {
      case .add: "add \(a) and \(b)"
      case .subtract: "subtract \(b) from \(a)"
      case .scale: "multiply \(a) and \(b) element by element"
      case .divide: "divide \(a) by \(b)"
      default: "combine \(a) and \(b)"
      }
    return Diagnostic("shape.elementwise", "cannot \(verb): the shapes differ", at: range)
  }

  /// The matrix product, the multiple by a scalar, or the contraction of Jacobians.
  private mutating func product(
    _ a: Typed, _ b: Typed, at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    if a.shape.rank == 0 { return Typed(.combine(.scale, a, b), b.shape) }
    if b.shape.rank == 0 { return Typed(.combine(.scale, a, b), a.shape) }
    if let chained = chain(a, b) {
      spend(a.shape.count * b.shape.count)
      return chained
    }
    if a.shape.rank == 2, b.shape.rank == 2 {
      if a.shape.axes[1] == b.shape.axes[0] {
        spend(a.shape.count * b.shape.axes[1])
        return Typed(.product(a, b), TensorShape([a.shape.axes[0], b.shape.axes[1]]))
      }
      if scope.rules == .strict {
        if a.shape.isSingle { return Typed(.combine(.scale, scalar(a), b), b.shape) }
        if b.shape.isSingle { return Typed(.combine(.scale, a, scalar(b)), a.shape) }
      }
      throw Diagnostic(
        "shape.product",
        "cannot multiply \(a.shape) by \(b.shape): inner sizes \(a.shape.axes[1]) and "
          + "\(b.shape.axes[0]) differ", at: range)
    }
    if scope.rules == .broadcasting, a.shape.rank <= 2, b.shape.rank <= 2 {
      // NumPy: a vector is a row on the left and a column on the right, and loses that axis again.
      let inner = (a.shape.axes[a.shape.rank - 1], b.shape.axes[0])
      guard inner.0 == inner.1 else {
        throw Diagnostic(
          "shape.product",
          "cannot multiply \(a.shape) by \(b.shape): inner sizes \(inner.0) and \(inner.1) differ",
          at: range)
      }
      let left = Typed(
        .reshape(a), a.shape.rank == 1 ? TensorShape([1, inner.0]) : a.shape)
      let right = Typed(
        .reshape(b), b.shape.rank == 1 ? TensorShape([inner.1, 1]) : b.shape)
      spend(a.shape.count * right.shape.axes[1])
      let whole = Typed(
        .product(left, right), TensorShape([left.shape.axes[0], right.shape.axes[1]]))
      let axes = Array(a.shape.axes.dropLast()) + Array(b.shape.axes.dropFirst())
      return Typed(.reshape(whole), TensorShape(axes))
    }
    throw Diagnostic("shape.product", "cannot multiply \(a.shape) by \(b.shape)", at: range)
  }

  /// ∂u/∂v · ∂v/∂w: sums over the axes of v, where the two meet.
  private func chain(_ a: Typed, _ b: Typed) -> Typed? {
    if b.shape.isJacobian, let inner = b.shape.numerator, a.shape.rank >= inner,
      Array(a.shape.axes.suffix(inner)) == Array(b.shape.axes.prefix(inner))
    {
      let axes = Array(a.shape.axes.dropLast(inner)) + Array(b.shape.axes.dropFirst(inner))
      let count = b.shape.axes.prefix(inner).reduce(1, *)
      let numerator = a.shape.rank - inner
      return Typed(.contract(a, b, count: count), TensorShape(axes, numerator: numerator))
    }
    if a.shape.isJacobian, let outer = a.shape.numerator,
      Array(a.shape.axes.dropFirst(outer)) == b.shape.axes
    {
      let axes = Array(a.shape.axes.prefix(outer))
      return Typed(.contract(a, b, count: b.shape.count), TensorShape(axes))
    }
    return nil
  }

  /// The shape of two tensors combined as NumPy does it; nil if they do not go together.
  static func broadcast(_ a: TensorShape, _ b: TensorShape) -> TensorShape? {
    let rank = max(a.rank, b.rank)
    var axes: [Int] = []
    for axis in 0..<rank {
      let left = axis < rank - a.rank ? 1 : a.axes[axis - (rank - a.rank)]
      let right = axis < rank - b.rank ? 1 : b.axes[axis - (rank - b.rank)]
      guard left == right || left == 1 || right == 1 else { return nil }
      axes.append(left == 1 ? right : left)
    }
    return TensorShape(axes)
  }

  mutating func total(
    _ reduction: Reduction, axis: Int?, keepsAxis: Bool, _ body: Typed, at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    guard let axis else {
      let shape = keepsAxis ? TensorShape(body.shape.axes.map { _ in 1 }) : .scalar
      return Typed(.total(reduction, axis: nil, body), shape)
    }
    let (place, axes) = try reduced(axis, of: body.shape, keepsAxis: keepsAxis, at: range)
    return Typed(.total(reduction, axis: place, body), TensorShape(axes))
  }

  /// An axis counted from the front, or from the end if negative, and the axes without it.
  func reduced(
    _ axis: Int, of shape: TensorShape, keepsAxis: Bool, at range: Range<Int>
  ) throws(Diagnostic) -> (Int, [Int]) {
    let place = axis < 0 ? axis + shape.rank : axis
    guard place >= 0, place < shape.rank else {
      throw Diagnostic(
        "shape.axis", "\(shape) has no axis \(axis)", at: range,
        help: shape.rank == 0 ? [] : ["axes: 0 to \(shape.rank - 1)"])
    }
    var axes = shape.axes
    if keepsAxis { axes[place] = 1 } else { axes.remove(at: place) }
    return (place, axes)
  }
}

extension Expression {
  /// A number written out, which may be added to a whole tensor: the 1 in 1 − A.
  var isLiteral: Bool {
    switch kind {
    case .number: true
    case .negation(let body): body.isLiteral
    default: false
    }
  }
}
