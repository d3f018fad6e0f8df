import Diagnostics

/// Parts of tensors: `a[0, 1:3]`.
extension Compiler {
  mutating func slice(
    of body: Expression, _ parts: [Subscript], at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    let inner = try typed(body)
    guard parts.count <= inner.shape.rank else {
      throw Diagnostic(
        "shape.index", "\(inner.shape) takes \(inner.shape.rank) indices, not \(parts.count)",
        at: range)
    }
    var kept: [Int] = []
    var sliced: [SlicedAxis] = []
    for (axis, count) in inner.shape.axes.enumerated() {
      guard axis < parts.count else {
        sliced.append(SlicedAxis(positions: StrideRange(start: 0, step: 1, count: count)))
        kept.append(count)
        continue
      }
      switch parts[axis] {
      case .position(let written):
        let value = try whole(written)
        let position = value < 0 ? value + count : value
        guard position >= 0, position < count else {
          throw Diagnostic(
            "shape.index", "index \(value) is outside axis \(axis) of \(inner.shape)",
            at: written.range)
        }
        sliced.append(SlicedAxis(positions: StrideRange(start: position, step: 1, count: 1)))
      case .range(let from, let to, let step):
        let positions = try stride(from, to, step, count: count)
        sliced.append(SlicedAxis(positions: positions))
        kept.append(positions.count)
      }
    }
    return Typed(.slice(inner, sliced), TensorShape(kept))
  }

  /// Python's `from:to:step` on an axis of `count`.
  private func stride(
    _ from: Expression?, _ to: Expression?, _ step: Expression?, count: Int
  ) throws(Diagnostic) -> StrideRange {
    let by = try step.map { expression throws(Diagnostic) in try whole(expression) } ?? 1
    guard by != 0, by > -1_000_000_000, by < 1_000_000_000 else {
      throw Diagnostic("shape.index", "a step is not zero", at: step?.range)
    }
    func clamped(_ expression: Expression?, _ fallback: Int) throws(Diagnostic) -> Int {
      guard let expression else { return fallback }
      let value = try whole(expression)
      let position = value < 0 ? value + count : value
      return by > 0 ? min(max(position, 0), count) : min(max(position, -1), count - 1)
    }
    let start = try clamped(from, by > 0 ? 0 : count - 1)
    let end = try clamped(to, by > 0 ? count : -1)
    let length = by > 0 ? (end - start + by - 1) / by : (start - end - by - 1) / -by
    return StrideRange(start: start, step: by, count: max(0, length))
  }
}
