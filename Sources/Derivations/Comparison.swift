import Expressions

/// The values of one side at one point: one tensor over the free indices and the side's own axes.
struct SideValue {
  let tensor: Tensor<Double>
  /// The free indices, one for each leading axis.
  let indices: [String]

  var isDefined: Bool { tensor.elements.allSatisfy(\.isFinite) }
}

/// How far two sides are apart.
struct Difference {
  /// The largest difference over the largest value.
  let error: Double
  /// The element where they differ most.
  let element: Int
  let left: Double
  let right: Double
}

enum Comparison {
  /// Below this the size of the sides says nothing where their terms are of order one: rounding.
  static let floor = 1e-6
  /// Below this numbers are about to vanish, and so is what sets them apart.
  static let least = 1e-100

  /// The normwise relative error of two equally long lists, at elements for which `mask` holds.
  ///
  /// - Parameter terms: how large the numbers are of which the sides are sums.
  static func difference(
    _ left: [Double], _ right: [Double], where mask: [Bool]? = nil, terms: Double = 1
  ) -> Difference {
    var scale = floor * terms
    var worst = (gap: -1.0, at: 0)
    for at in left.indices {
      if let mask, !mask[at] { continue }
      scale = max(scale, abs(left[at]), abs(right[at]))
      let gap = abs(left[at] - right[at])
      if gap > worst.gap { worst = (gap, at) }
    }
    guard left.indices.contains(worst.at) else {
      return Difference(error: 0, element: 0, left: 0, right: 0)
    }
    // −0 + 0 is 0, which is how a zero is written.
    return Difference(
      error: worst.gap > 0 ? worst.gap / scale : 0, element: worst.at,
      left: left[worst.at] + 0, right: right[worst.at] + 0)
  }

  /// What a Jacobian has on its diagonal, if it is 0 elsewhere and the same as `compact` there.
  ///
  /// ∂a/∂z of an elementwise function is written σ′(z), ∂(W a)/∂W is written a, ∂z/∂b is written 1: each
  /// leaves out the δᵢⱼ between an axis of the numerator and the axis of the denominator it meets.
  /// Returns the values of both, expanded to the Jacobian's axes.
  static func onDiagonal(_ jacobian: Tensor<Double>, _ compact: Tensor<Double>) -> [Double]? {
    guard jacobian.shape.isJacobian, !compact.shape.isJacobian,
      let numerator = jacobian.shape.numerator
    else { return nil }
    let axes = jacobian.shape.axes
    // One sample lies as a column or as a row, and so must what is written for it.
    if let own = compact.shape.axes.firstIndex(of: 1),
      let wanted = axes.prefix(numerator).firstIndex(of: 1), own != wanted
    {
      return nil
    }
    var pairs: [(out: Int, into: Int)] = []
    var taken = Set<Int>()
    for out in 0..<numerator where axes[out] > 1 {
      if let into = (numerator..<axes.count).first(where: {
        axes[$0] == axes[out] && !taken.contains($0)
      }) {
        taken.insert(into)
        pairs.append((out, into))
      }
    }
    guard !pairs.isEmpty else { return nil }
    let free = axes.indices.filter { axis in
      axes[axis] > 1 && !pairs.contains { $0.into == axis }
    }
    let wanted = compact.shape.axes.filter { $0 > 1 }
    guard let placed = embedding(of: wanted, in: free.map { axes[$0] }) else { return nil }
    let compactStrides = TensorShape(wanted).strides
    let strides = jacobian.shape.strides
    var expected: [Double] = []
    expected.reserveCapacity(jacobian.elements.count)
    for at in jacobian.elements.indices {
      let position = axes.indices.map { at / strides[$0] % axes[$0] }
      guard pairs.allSatisfy({ position[$0.out] == position[$0.into] }) else {
        expected.append(0)
        continue
      }
      var offset = 0
      for (axis, place) in placed.enumerated() {
        offset += position[free[place]] * compactStrides[axis]
      }
      expected.append(compact.elements[offset])
    }
    return expected
  }

  /// Where each of `sizes` stands in `all`, in order; nil if they are no subsequence.
  private static func embedding(of sizes: [Int], in all: [Int]) -> [Int]? {
    var places: [Int] = []
    var at = 0
    for size in sizes {
      while at < all.count, all[at] != size { at += 1 }
      guard at < all.count else { return nil }
      places.append(at)
      at += 1
    }
    return places
  }
}
