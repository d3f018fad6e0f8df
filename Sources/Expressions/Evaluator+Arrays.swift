import Glibc

extension Evaluator {
  @inline(__always)
  static func combined(_ sign: BinaryOperator, _ a: Number, _ b: Number) -> Number {
    switch sign {
    case .add: a + b
    case .subtract: a - b
    case .multiply, .scale: a * b
    case .divide: a / b
    case .power: a.raised(to: b)
    case .less: Number(a.value < b.value ? 1 : 0)
    case .lessOrEqual: Number(a.value <= b.value ? 1 : 0)
    case .greater: Number(a.value > b.value ? 1 : 0)
    case .greaterOrEqual: Number(a.value >= b.value ? 1 : 0)
    case .equal: Number(a.value == b.value ? 1 : 0)
    case .unequal: Number(a.value != b.value ? 1 : 0)
    case .and: Number(a.value != 0 && b.value != 0 ? 1 : 0)
    case .or: Number(a.value != 0 || b.value != 0 ? 1 : 0)
    }
  }

  @inline(__always)
  static func mapped(_ function: ElementFunction, _ order: Int, _ x: Number) -> Number {
    // At a kink neither the derivative nor anything that needs it has a value.
    if order > 0, function.kinks.contains(x.value) { return Number(.nan) }
    return x.mapped(
      function.order(order)(x.value),
      slope: function.kinks.contains(x.value) ? .nan : function.slope(order)(x.value))
  }

  static func reduced(_ reduction: Reduction, _ numbers: [Number]) -> Number {
    switch reduction {
    case .sum: return numbers.reduce(Number(0), +)
    case .product: return numbers.reduce(Number(1), *)
    case .mean: return numbers.reduce(Number(0), +) / Number(Double(numbers.count))
    case .maximum:
      guard var best = numbers.first else { return Number(.nan) }
      for number in numbers.dropFirst() where number.value > best.value { best = number }
      return best
    case .minimum:
      guard var best = numbers.first else { return Number(.nan) }
      for number in numbers.dropFirst() where number.value < best.value { best = number }
      return best
    }
  }

  /// Rows of the left times columns of the right, where `inner` elements of each meet.
  static func product(
    _ a: Tensor<Number>, _ b: Tensor<Number>, _ shape: TensorShape, inner: Int
  ) -> Tensor<Number> {
    let rows = inner == 0 ? 0 : a.elements.count / inner
    let columns = inner == 0 ? 0 : b.elements.count / inner
    var elements = [Number](repeating: Number(0), count: shape.count)
    for row in 0..<rows {
      for step in 0..<inner {
        let factor = a.elements[row * inner + step]
        for column in 0..<columns {
          let at = row * columns + column
          elements[at] = elements[at] + factor * b.elements[step * columns + column]
        }
      }
    }
    return Tensor(shape, elements)
  }

  /// eˣ / Σ eˣ along an axis, with the largest x taken off first so that nothing overflows.
  static func softmax(_ x: Tensor<Number>, axis: Int) -> Tensor<Number> {
    var elements = x.elements
    for line in lines(of: x.shape, along: axis) {
      let largest = line.map { elements[$0].value }.max() ?? 0
      let powers = line.map { at -> Number in
        let shifted = elements[at] - Number(largest)
        let power = exp(shifted.value)
        return shifted.mapped(power, slope: power)
      }
      let sum = powers.reduce(Number(0), +)
      for (at, power) in zip(line, powers) { elements[at] = power / sum }
    }
    return Tensor(x.shape, elements)
  }

  /// The offsets of each line of elements along an axis.
  static func lines(of shape: TensorShape, along axis: Int) -> [[Int]] {
    let stride = shape.strides[axis]
    var axes = shape.axes
    let length = axes.remove(at: axis)
    var steps = shape.strides
    steps.remove(at: axis)
    var lines: [[Int]] = []
    forEachOffset(axes, steps) { start in
      lines.append((0..<length).map { start + $0 * stride })
    }
    return lines
  }

  mutating func zipped(
    _ shape: TensorShape, _ left: Typed, _ right: Typed, _ join: (Number, Number) -> Number
  ) -> Tensor<Number> {
    if left.shape.axes == right.shape.axes {
      return Tensor(shape, zip(tensor(left).elements, tensor(right).elements).map(join))
    }
    if right.shape.rank == 0 {
      let number = scalar(right)
      return Tensor(shape, tensor(left).elements.map { join($0, number) })
    }
    if left.shape.rank == 0 {
      let number = scalar(left)
      return Tensor(shape, tensor(right).elements.map { join(number, $0) })
    }
    let a = Self.reader(tensor(left), shape)
    let b = Self.reader(tensor(right), shape)
    return Tensor(shape, (0..<shape.count).map { join(a($0), b($0)) })
  }

  /// Reads a tensor as if its axes of size 1 were stretched to `shape`.
  static func reader(_ tensor: Tensor<Number>, _ shape: TensorShape) -> (Int) -> Number {
    if tensor.shape.axes == shape.axes { return { tensor.elements[$0] } }
    let missing = shape.rank - tensor.shape.rank
    let own = tensor.shape.strides
    let steps = shape.axes.indices.map { axis in
      axis < missing || tensor.shape.axes[axis - missing] == 1 ? 0 : own[axis - missing]
    }
    let strides = shape.strides
    return { at in
      var rest = at
      var offset = 0
      for axis in strides.indices {
        offset += rest / strides[axis] * steps[axis]
        rest %= strides[axis]
      }
      return tensor.elements[offset]
    }
  }
}
