import Expressions

/// The numbers of a formula that may be sizes: 10 in `\sum_{k=1}^{10}`, 3 in `\frac{1}{3}` and in `m = 3`.
///
/// 0, 1 and 2 are not taken for sizes except as the upper limit of a sum: they are what a formula
/// is made of, and the second twin sees where one of them is a size by accident.
struct SizeLiterals {
  private(set) var numbers: Set<Int> = []
  private var lastSample = 0

  /// Numbers beyond this are no sizes of anything.
  private static let largest = 1e9
  /// No batch is larger, whatever sample is named.
  private static let largestBatch = 64

  var isEmpty: Bool { numbers.isEmpty }

  /// - Parameter firstIndex: what the notation counts elements from.
  init(_ sides: [Expression], firstIndex: Int) {
    for side in sides {
      side.walk { part in
        switch part.kind {
        case .number(let value):
          if let size = Self.size(value), size > 2 { numbers.insert(size) }
        case .component(_, let indices):
          for index in indices { note(index, firstIndex) }
        case .sample(_, let index):
          note(index, firstIndex)
          if case .constant(let at) = index { lastSample = max(lastSample, at + 1) }
        case .reduction(_, let binder, _):
          if case .number(let value)? = binder.upper?.kind, let size = Self.size(value) {
            numbers.insert(size)
          }
        default: break
        }
      }
    }
  }

  private static func size(_ value: Double) -> Int? {
    abs(value) <= largest ? Int(exactly: abs(value)) : nil
  }

  /// The first element exists whatever the size.
  private mutating func note(_ index: Index, _ firstIndex: Int) {
    if case .constant(let at) = index, at > 0 { numbers.insert(at + firstIndex) }
  }

  /// Whether a number is a width or next to it, as in `\sum_{k=0}^{9}` for 10.
  func speak(of width: Int) -> Bool {
    (width - 1...width + 1).contains(where: numbers.contains)
  }

  /// Two batch sizes that no number is, so that a statement about either is seen to be none.
  func batches(_ eachSample: Bool) -> [Int] {
    guard !eachSample else { return [1] }
    let first = max(3, min(lastSample + 1, Self.largestBatch))
    return Array((first...).lazy.filter { !numbers.contains($0) }.prefix(2))
  }
}
