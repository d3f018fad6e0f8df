/// The sizes of a twin: its widths, inputs first, and how many samples it sees.
///
/// No size of a twin is a fact of the lesson. What holds on one twin must therefore hold on another
/// of which every size is different, and a formula that writes sizes as numbers, such as
/// `\sum_{k=1}^{10}`, is tried on the lesson's own widths.
struct TwinSizes: Hashable, Sendable {
  let widths: [Int]
  let batch: Int

  /// Wider layers than this are replaced where the lesson's own are too large to be evaluated.
  private static let widest = 24
  /// Numbers above this have no narrower layer that could stand for what they speak of.
  private static let largestSpared = 200

  /// The twin that is asked first.
  static func usual(_ twins: TwinNetworks, depth: Int, eachSample: Bool) -> TwinSizes {
    TwinSizes(
      widths: twins.widths(depth: depth), batch: TwinNetworks.batch(eachSample: eachSample))
  }

  /// Every size one less, so that none is what it was, and still none twice.
  var lessened: TwinSizes {
    TwinSizes(
      widths: widths.map { $0 > 1 ? $0 - 1 : 1 }, batch: batch > 1 ? batch - 1 : 1)
  }

  /// The lesson's own widths, with batches of which no number in the formula speaks.
  static func own(
    _ own: [Int], depth: Int, literals: SizeLiterals, eachSample: Bool
  ) -> [TwinSizes] {
    let widths = deepened(own, to: depth)
    return literals.batches(eachSample).map { TwinSizes(widths: widths, batch: $0) }
  }

  /// The lesson's own widths but for large layers that no number in the formula can mean, each
  /// replaced twice, so that what follows from a replacement is seen; nil if that spares nothing.
  static func spared(
    _ own: [Int], depth: Int, literals: SizeLiterals, eachSample: Bool
  ) -> [TwinSizes]? {
    let widths = deepened(own, to: depth)
    let largest = literals.numbers.filter { $0 <= largestSpared }.max() ?? 0
    var next = max(widest / 2, largest) + 1
    let isSpared = widths.map { $0 > max(widest, largest) && !literals.speak(of: $0) }
    guard isSpared.contains(true) else { return nil }
    return literals.batches(false).map { batch in
      let replaced = zip(widths, isSpared).map { width, isSpared in
        guard isSpared else { return width }
        while widths.contains(next) { next += 1 }
        defer { next += 1 }
        return next
      }
      return TwinSizes(widths: replaced, batch: eachSample ? 1 : batch)
    }
  }

  /// Hidden layers as wide as the last one are added where formulas need a deeper network.
  private static func deepened(_ own: [Int], to depth: Int) -> [Int] {
    guard depth + 1 > own.count, own.count > 2, let last = own.last else { return own }
    let extra = [Int](repeating: own[own.count - 2], count: depth + 1 - own.count)
    return own.dropLast() + extra + [last]
  }
}

extension TwinSizes: CustomStringConvertible {
  var description: String {
    "\(widths.map(String.init).joined(separator: "-")), batch \(batch)"
  }
}
