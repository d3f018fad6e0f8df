/// Computes the value of a plan, in plain numbers or in numbers that carry a derivative.
///
/// Shapes and indices were checked by the ``Compiler``; nothing can fail here. What has no value,
/// such as log(−1), is NaN.
struct Evaluator<Number: Field> {
  let valuation: Valuation
  /// How each tensor changes along the direction in which is differentiated.
  let slopes: [[Double]?]?
  /// The value of each index, by its place.
  var indices: [Int]

  /// A step that yields a single number.
  mutating func scalar(_ typed: Typed) -> Number {
    switch typed.node {
    case .constant(let value): return Number(value)
    case .slot(let slot): return element(slot, 0)
    case .element(let slot, let position): return element(slot, offset(position))
    case .pick(let body, let position): return tensor(body).elements[offset(position)]
    case .index(let place, let first): return Number(Double(indices[place] + first))
    case .negate(let body): return -scalar(body)
    case .not(let body): return Number(scalar(body).value == 0 ? 1 : 0)
    case .combine(let sign, let left, let right):
      return Self.combined(sign, scalar(left), scalar(right))
    case .map(let function, let order, let body):
      return Self.mapped(function, order, scalar(body))
    case .larger(let left, let right):
      let (a, b) = (scalar(left), scalar(right))
      return a.value >= b.value ? a : b
    case .smaller(let left, let right):
      let (a, b) = (scalar(left), scalar(right))
      return a.value <= b.value ? a : b
    case .reduce(let reduction, let place, let range, let condition, let body)
    where body.shape.rank == 0:
      var found: [Number] = []
      found.reserveCapacity(range.count)
      for index in range {
        indices[place] = index
        if let condition, scalar(condition).value == 0 { continue }
        found.append(scalar(body))
      }
      return Self.reduced(reduction, found)
    case .total(let reduction, nil, let body): return Self.reduced(reduction, tensor(body).elements)
    case .derivative(let of, let by, let position?) where of.shape.rank == 0:
      return Number(slope(of: of, by: by, at: offset(position)))
    case .cases(let branches):
      for branch in branches {
        if let condition = branch.condition, scalar(condition).value == 0 { continue }
        return scalar(branch.value)
      }
      return Number(.nan)
    case .reshape(let body): return tensor(body).elements[0]
    default: return tensor(typed).elements[0]
    }
  }

  /// A step that yields any tensor.
  mutating func tensor(_ typed: Typed) -> Tensor<Number> {
    let shape = typed.shape
    switch typed.node {
    case .slot(let slot): return Tensor(shape, all(slot))
    case .negate(let body): return tensor(body).map { -$0 }
    case .not(let body): return tensor(body).map { Number($0.value == 0 ? 1 : 0) }
    case .combine(let sign, let left, let right) where shape.rank > 0:
      return zipped(shape, left, right) { Self.combined(sign, $0, $1) }
    case .larger(let left, let right) where shape.rank > 0:
      return zipped(shape, left, right) { $0.value >= $1.value ? $0 : $1 }
    case .smaller(let left, let right) where shape.rank > 0:
      return zipped(shape, left, right) { $0.value <= $1.value ? $0 : $1 }
    case .map(let function, let order, let body) where shape.rank > 0:
      return tensor(body).map { Self.mapped(function, order, $0) }
    case .product(let left, let right):
      return Self.product(tensor(left), tensor(right), shape, inner: left.shape.axes[1])
    case .contract(let left, let right, let count):
      return Self.product(tensor(left), tensor(right), shape, inner: count)
    case .transpose(let body): return tensor(body).transposed
    case .softmax(let body, let axis): return Self.softmax(tensor(body), axis: axis)
    case .reduce(let reduction, let place, let range, let condition, let body)
    where body.shape.rank > 0:
      var found: [Tensor<Number>] = []
      for index in range {
        indices[place] = index
        if let condition, scalar(condition).value == 0 { continue }
        found.append(tensor(body))
      }
      return Tensor(
        shape,
        (0..<shape.count).map { at in Self.reduced(reduction, found.map { $0.elements[at] }) })
    case .total(let reduction, let axis?, let body):
      let inner = tensor(body)
      return Tensor(
        shape,
        Self.lines(of: inner.shape, along: axis).map { line in
          Self.reduced(reduction, line.map { inner.elements[$0] })
        })
    case .total(let reduction, nil, let body):
      return Tensor(shape, [Self.reduced(reduction, tensor(body).elements)])
    case .position(let ofMaximum, let axis, let body):
      let inner = tensor(body)
      let lines =
        axis.map { Self.lines(of: inner.shape, along: $0) } ?? [Array(inner.elements.indices)]
      return Tensor(
        shape,
        lines.map { line in
          var best = 0
          for (place, at) in line.enumerated() {
            let (new, old) = (inner.elements[at].value, inner.elements[line[best]].value)
            if ofMaximum ? new > old : new < old { best = place }
          }
          return Number(Double(best))
        })
    case .derivative(let of, let by, let position):
      return derivative(of, by: by, at: position, shape)
    case .select(let body, let axis, let source):
      let inner = tensor(body)
      let strides = inner.shape.strides
      let start = value(source) * strides[axis]
      var picked: [Number] = []
      forEachOffset(shape.axes, strides) { picked.append(inner.elements[$0 + start]) }
      return Tensor(shape, picked)
    case .slice(let body, let parts):
      let inner = tensor(body)
      let strides = inner.shape.strides
      let start = zip(parts, strides).reduce(0) { $0 + $1.0.positions.start * $1.1 }
      var picked: [Number] = []
      forEachOffset(
        parts.map(\.positions.count), zip(parts, strides).map { $0.positions.step * $1 }
      ) { picked.append(inner.elements[$0 + start]) }
      return Tensor(shape, picked)
    case .cases(let branches) where shape.rank > 0:
      let values = branches.map { tensor($0.value) }
      let conditions = branches.map { branch in branch.condition.map { tensor($0) } }
      var at = 0
      var chosen: [Number] = []
      let reads = values.map { Self.reader($0, shape) }
      let tests = conditions.map { $0.map { Self.reader($0, shape) } }
      while at < shape.count {
        let branch = tests.firstIndex { $0.map { $0(at).value != 0 } ?? true }
        chosen.append(branch.map { reads[$0](at) } ?? Number(.nan))
        at += 1
      }
      return Tensor(shape, chosen)
    case .matrix(let elements): return Tensor(shape, elements.map { scalar($0) })
    case .tabulate(let row, let column, let body):
      var elements: [Number] = []
      for r in 0..<shape.axes[0] {
        indices[row] = r
        for c in 0..<shape.axes[1] {
          if let column { indices[column] = c }
          elements.append(body.shape.rank == 0 ? scalar(body) : tensor(body).elements[0])
        }
      }
      return Tensor(shape, elements)
    case .fill(let value):
      return Tensor(shape, [Number](repeating: Number(value), count: shape.count))
    case .identity:
      let size = shape.axes[0]
      return Tensor(
        shape, (0..<shape.count).map { Number($0 / size == $0 % size ? 1 : 0) })
    case .reshape(let body): return tensor(body).reshaped(shape)
    default: return Tensor(shape, [scalar(typed)])
    }
  }

  func offset(_ position: Position) -> Int {
    var offset = 0
    for (source, stride) in zip(position.indices, position.strides) {
      offset += value(source) * stride
    }
    return offset
  }

  private func value(_ source: IndexSource) -> Int {
    switch source {
    case .place(let place): indices[place]
    case .fixed(let value): value
    }
  }

  private func element(_ slot: Int, _ at: Int) -> Number {
    Number(valuation.values[slot][at], slope: slopes?[slot]?[at] ?? 0)
  }

  private func all(_ slot: Int) -> [Number] {
    let values = valuation.values[slot]
    guard let slopes, let own = slopes[slot] else { return values.map { Number($0) } }
    return zip(values, own).map { Number($0, slope: $1) }
  }
}
