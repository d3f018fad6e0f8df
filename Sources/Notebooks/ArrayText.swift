import Expressions
import Foundation

/// An array as it is shown, wherever one is: all its numbers in one format.
///
/// - Whole numbers are written exactly, truth values as `True` and `False`.
/// - Others get as many digits after the point as they need, at most eight; where the smallest or the
///   largest would not be told by that, all of them get an exponent.
/// - Up to twenty entries of an axis are all shown, of longer ones eight at either end.
/// - No number that is not zero is written as zero; what is nothing beside the largest is `≈0`.
struct ArrayText {
  private let array: Tensor<Double>
  private let format: Format
  /// Below this a number is a residue of rounding.
  private let residue: Double
  private let width: Int

  private enum Format: Equatable {
    case truth, whole
    case fixed(Int)
    case exponent(Int)
  }

  /// The entries of an axis that are all shown.
  private static let most = 20
  /// How many are shown at either end of a longer one.
  private static let edge = 8
  /// Beside the largest element, so many units of rounding are none: a sum of a few terms has as many.
  private static let units = 16.0
  private static let digits = 8

  init(_ array: Tensor<Double>) {
    self.array = array
    var (largest, count) = (0.0, 0)
    for element in array.elements where element.isFinite {
      largest = max(largest, abs(element))
      count += 1
    }
    // A single number has nothing beside which it would be small.
    let bound = count > 1 ? Self.units * Double.ulpOfOne * largest : 0
    residue = bound
    let shown = Self.shown(array.shape.axes[...], from: 0).map { array.elements[$0] }
    let format = Self.format(
      of: shown.filter { $0.isFinite && !(0 < abs($0) && abs($0) < bound) }, array.isTruth)
    self.format = format
    width = shown.map { Self.text($0, format, residue: bound).count }.max() ?? 0
  }

  /// The offsets of the elements that are shown.
  private static func shown(_ axes: ArraySlice<Int>, from start: Int) -> [Int] {
    guard let count = axes.first else { return [start] }
    let step = axes.dropFirst().reduce(1, *)
    return positions(of: count).flatMap { shown(axes.dropFirst(), from: start + $0 * step) }
  }

  /// Of an axis, the positions that are shown.
  private static func positions(of count: Int) -> [Int] {
    count <= most ? Array(0..<count) : Array(0..<edge) + Array(count - edge..<count)
  }

  private static func format(of numbers: [Double], _ isTruth: Bool) -> Format {
    if isTruth { return .truth }
    // Every whole number below 2⁵³ is one that a double tells from its neighbours.
    if numbers.allSatisfy({ $0 == $0.rounded() && abs($0) < 0x1p53 }) { return .whole }
    let sizes = numbers.map(abs).filter { $0 > 0 }
    let (least, largest) = (sizes.min() ?? 1, sizes.max() ?? 1)
    // Four digits of the smallest are left where eight stand after the point; it has fewer only where
    // these are all.
    let isTold = least >= 1e-4 || numbers.allSatisfy { Double($0.fixed(digits)) == $0 }
    guard isTold, largest < 1e8 else { return .exponent(digits) }
    let places = numbers.map { digits - $0.fixed(digits).reversed().prefix { $0 == "0" }.count }
    return .fixed(places.max() ?? 0)
  }

  private static func text(_ value: Double, _ format: Format, residue: Double) -> String {
    guard value.isFinite else { return value.significant(1) }
    if 0 < abs(value), abs(value) < residue { return "≈0" }
    switch format {
    case .truth: return value == 0 ? "False" : "True"
    // A zero has no sign to be seen.
    case .whole: return (value == 0 ? 0 : value).fixed(0)
    case .fixed(let places): return (value == 0 ? 0 : value).fixed(places)
    case .exponent(let places):
      return value == 0 ? "0" : String(format: "%.\(places)e", locale: nil, value)
    }
  }

  var text: String {
    guard array.shape.rank > 0 else { return Self.text(array.elements[0], format, residue: 0) }
    return block(array.shape.axes[...], from: 0)
  }

  /// The elements from an offset on that lie on these axes.
  private func block(_ axes: ArraySlice<Int>, from start: Int) -> String {
    guard let count = axes.first else {
      let text = Self.text(array.elements[start], format, residue: residue)
      return String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let rest = axes.dropFirst()
    let step = rest.reduce(1, *)
    var parts: [String] = []
    for index in Self.positions(of: count) {
      if count > Self.most, index == count - Self.edge { parts.append("…") }
      parts.append(block(rest, from: start + index * step))
    }
    guard !rest.isEmpty else { return "[" + parts.joined(separator: " ") + "]" }
    let indented = parts.map { $0.replacing("\n", with: "\n ") }
    return "[" + indented.joined(separator: String(repeating: "\n", count: rest.count) + " ") + "]"
  }
}
