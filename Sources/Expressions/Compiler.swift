import Diagnostics

/// Settles what an expression means before any value is known: names, ranges of indices, shapes.
///
/// One compiler takes all sides of a derivation one after the other, so that an index ranges over
/// the same axis on each of them. Everything that is wrong is thrown as a ``Diagnostic``: ids
/// beginning with `symbol.` for names that stand for nothing, `index.` for indices and `shape.` for
/// sizes that do not conform.
public struct Compiler: Sendable {
  public let scope: any Scope
  /// What each index ranges over, and what said so.
  var ranges: [Int: IndexRange] = [:]
  /// The place of each index that is not bound by a sum.
  public private(set) var free: [String: Int] = [:]
  /// The places of the indices bound around what is being compiled, innermost last.
  var bound: [(name: String, place: Int)] = []
  /// How many places are taken.
  public private(set) var placeCount = 0
  var denominators: Set<Int> = []
  var gradients: Set<Plan.Gradient> = []
  var cost = 0.0
  /// How many derivatives stand around what is being compiled.
  var derivativeDepth = 0
  /// How many times the sums around what is being compiled repeat it.
  var repetitions = 1.0
  var depth = 0

  /// More nesting than any formula has; deeper trees would exhaust the stack.
  static let deepest = 400
  /// More operations than this in one evaluation are refused.
  static let costliest = 2e8
  /// The elements of an array, at most: 80 MB. An evaluation holds a few such at a time.
  public static let largest = 10_000_000

  struct IndexRange {
    let count: Int
    let origin: String
  }

  public init(scope: any Scope) {
    self.scope = scope
  }

  /// What an index that is free in the expressions so far ranges over, if anything said so.
  public func range(of index: String) -> Int? {
    free[index].flatMap { ranges[$0]?.count }
  }

  public mutating func compile(_ expression: Expression) throws(Diagnostic) -> Plan {
    denominators = []
    gradients = []
    cost = 0
    repetitions = 1
    depth = 0
    bound = []
    derivativeDepth = 0
    let before = self
    do throws(Diagnostic) {
      let root = try typed(expression)
      guard cost <= Self.costliest else {
        throw Diagnostic(
          "expression.large", "this would take \(Self.rounded(cost)) operations",
          at: expression.range)
      }
      let used = expression.freeIndices.union(implicitSample ? [Self.sampleIndex] : [])
      return Plan(
        root: root, freeIndices: free.filter { used.contains($0.key) }, denominators: denominators,
        gradients: gradients,
        cost: cost)
    } catch {
      self = before
      throw error
    }
  }

  static func rounded(_ value: Double) -> String {
    var (digits, exponent) = (value, 0)
    while digits >= 10, exponent < 400 { (digits, exponent) = (digits / 10, exponent + 1) }
    return exponent < 6 ? String(Int(value)) : "10^\(exponent)"
  }

  /// The index of the sample where a formula speaks of one sample of a batch without naming it.
  public static let sampleIndex = "sample"
  /// Whether the expression just compiled depends on it.
  private(set) var implicitSample = false

  mutating func place(of index: String) -> Int {
    if let inner = bound.last(where: { $0.name == index }) { return inner.place }
    if index == Self.sampleIndex { implicitSample = true }
    if let known = free[index] { return known }
    let place = newPlace()
    free[index] = place
    return place
  }

  mutating func newPlace() -> Int {
    placeCount += 1
    return placeCount - 1
  }

  /// Records that an index runs along an axis of `count`, which must agree with what is known.
  mutating func use(
    _ index: String, along count: Int, of origin: @autoclosure () -> String, at range: Range<Int>
  ) throws(Diagnostic) -> Int {
    let place = place(of: index)
    guard let known = ranges[place] else {
      ranges[place] = IndexRange(count: count, origin: origin())
      return place
    }
    guard known.count == count else {
      throw Diagnostic(
        "shape.index",
        "'\(index)' runs over \(known.count) (\(known.origin)) and over \(count) (\(origin()))",
        at: range)
    }
    return place
  }

  mutating func spend(_ operations: Int) {
    cost += repetitions * Double(operations)
  }
}
