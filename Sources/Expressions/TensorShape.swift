/// The sizes of a tensor's axes; a scalar has none.
///
/// A Jacobian ∂u/∂v has the axes of u before those of v, and remembers where they part, so that a
/// chain of Jacobians contracts where numerator and denominator meet.
public struct TensorShape: Sendable, Hashable, CustomStringConvertible {
  public let axes: [Int]
  /// How many of the axes are the numerator's; nil if this is not a derivative.
  public let numerator: Int?

  public init(_ axes: [Int] = [], numerator: Int? = nil) {
    self.axes = axes
    self.numerator = numerator
  }

  public static let scalar = TensorShape()

  public var rank: Int { axes.count }
  /// How many elements there are; `Int.max` where that is more than can be counted.
  public var count: Int {
    if axes.contains(0) { return 0 }
    return axes.reduce(1) { product, axis in
      let (next, isTooLarge) = product.multipliedReportingOverflow(by: axis)
      return isTooLarge ? .max : next
    }
  }
  /// Whether there is a single element, whatever the axes.
  public var isSingle: Bool { axes.allSatisfy { $0 == 1 } }
  /// A derivative of a tensor by a tensor, which is more than a matrix.
  public var isJacobian: Bool { (numerator ?? 0) > 0 && axes.count > (numerator ?? 0) }

  var transposed: TensorShape { TensorShape(axes.reversed()) }

  /// How many steps in memory one step along each axis is, the last axis lying closest.
  public var strides: [Int] {
    var strides = [Int](repeating: 1, count: axes.count)
    for axis in axes.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * axes[axis + 1]
    }
    return strides
  }

  /// As a reader writes it: `[3 × 2]`, `scalar`, `[3 × 1]/[4 × 3]` for a Jacobian.
  public var description: String {
    guard !axes.isEmpty else { return "scalar" }
    func list(_ sizes: some Sequence<Int>) -> String {
      "[" + sizes.map(String.init).joined(separator: " × ") + "]"
    }
    guard isJacobian, let numerator else { return list(axes) }
    return list(axes.prefix(numerator)) + "/" + list(axes.dropFirst(numerator))
  }
}
