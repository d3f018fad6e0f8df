/// Numbers on axes, the last axis lying closest in memory; a scalar has no axis and one number.
public struct Tensor<Element: Field>: Sendable, Equatable {
  public let shape: TensorShape
  public var elements: [Element]
  /// Whether the elements say what holds: 1 for true, 0 for false.
  public var isTruth = false

  public init(_ shape: TensorShape, _ elements: [Element]) {
    precondition(elements.count == shape.count, "\(elements.count) elements for \(shape)")
    self.shape = shape
    self.elements = elements
  }

  public init(_ scalar: Element) {
    self.init(.scalar, [scalar])
  }

  /// The same elements under other axes.
  func reshaped(_ shape: TensorShape) -> Tensor { Tensor(shape, elements) }

  func map(_ change: (Element) -> Element) -> Tensor { Tensor(shape, elements.map(change)) }

  /// All axes in reverse order: the transpose of a matrix.
  var transposed: Tensor {
    guard shape.rank == 2 else {
      return shape.rank < 2 ? self : permuted(shape.axes.indices.reversed())
    }
    let (rows, columns) = (shape.axes[0], shape.axes[1])
    if rows == 1 || columns == 1 { return reshaped(shape.transposed) }
    var turned: [Element] = []
    turned.reserveCapacity(elements.count)
    for column in 0..<columns {
      for row in 0..<rows { turned.append(elements[row * columns + column]) }
    }
    return Tensor(shape.transposed, turned)
  }

  /// The axes in another order: axis n of the result is axis `order[n]` of this one.
  public func permuted(_ order: [Int]) -> Tensor {
    let strides = shape.strides
    let axes = order.map { shape.axes[$0] }
    let steps = order.map { strides[$0] }
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    forEachOffset(axes, steps) { result.append(elements[$0]) }
    return Tensor(TensorShape(axes), result)
  }

  public static func == (left: Tensor, right: Tensor) -> Bool {
    left.shape.axes == right.shape.axes && left.elements == right.elements
  }
}

/// Calls `visit` with the offset of each position in row-major order of `axes`, where a step along
/// axis n moves `steps[n]`.
func forEachOffset(_ axes: [Int], _ steps: [Int], _ visit: (Int) -> Void) {
  guard !axes.contains(0) else { return }
  var position = [Int](repeating: 0, count: axes.count)
  var offset = 0
  while true {
    visit(offset)
    var axis = axes.count - 1
    while axis >= 0 {
      position[axis] += 1
      offset += steps[axis]
      if position[axis] < axes[axis] { break }
      offset -= steps[axis] * axes[axis]
      position[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}
