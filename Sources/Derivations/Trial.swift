import Diagnostics
import Expressions

/// The sides of a chain compiled for one twin and evaluated at its points.
struct Trial {
  enum Side {
    case compiled(Plan, Expression)
    case failed(Diagnostic)
    case absent

    var failure: Diagnostic? {
      if case .failed(let diagnostic) = self { diagnostic } else { nil }
    }
  }

  let scope: NetworkScope
  let label: String
  /// The sides as they were given.
  let expressions: [Expression?]
  /// The condition as it was given.
  let givenCondition: Expression?
  /// Whether the values were not computed because that would take too long.
  private(set) var isOverBudget = false
  private(set) var sides: [Side] = []
  private let compiler: Compiler
  private(set) var points: [Valuation] = []
  private let condition: Side
  /// The free indices of all sides, in the order in which values run over them.
  private let axes: [(name: String, place: Int, count: Int)]

  /// More operations than this for one side at one point are refused.
  private static let mostOperations = 2e7

  init(
    scope: NetworkScope, sides: [Expression?], condition: Expression?,
    points: (PointStore.Wanted) -> [Valuation],
    label: String, budget: Budget? = nil
  ) {
    self.scope = scope
    self.label = label
    expressions = sides
    givenCondition = condition
    var compiler = Compiler(scope: scope)
    for side in sides {
      guard let side else {
        self.sides.append(.absent)
        continue
      }
      do throws(Diagnostic) {
        self.sides.append(.compiled(try compiler.compile(side), side))
      } catch {
        self.sides.append(.failed(error))
      }
    }
    if let condition {
      do throws(Diagnostic) {
        self.condition = .compiled(try compiler.compile(condition), condition)
      } catch {
        self.condition = .failed(error)
      }
    } else {
      self.condition = .absent
    }
    self.compiler = compiler
    var axes: [(name: String, place: Int, count: Int)] = []
    for (name, place) in compiler.free.sorted(by: { $0.key < $1.key }) {
      if let count = compiler.range(of: name) { axes.append((name, place, count)) }
    }
    self.axes = axes
    var denominators = Set<Int>()
    var sources = Set<Plan.Gradient>()
    var usesGradients = false
    for case .compiled(let plan, let expression) in self.sides {
      denominators.formUnion(plan.denominators)
      sources.formUnion(plan.gradients)
      expression.walk { part in
        if case .symbol(let symbol) = part.kind, let node = try? scope.node(symbol),
          node.isDerivative
        {
          usesGradients = true
        }
      }
    }
    isOverBudget = budget?.isExceeded(by: self.sides, denominators, sources, scope.table) ?? false
    guard !isOverBudget else { return }
    self.points = points(
      PointStore.Wanted(
        denominators: denominators, gradients: sources, namesGradients: usesGradients))
  }

  func verdict(of left: Int, _ right: Int, tolerance: Double, assumption: Assumption) -> Verdict {
    if case .failed(let diagnostic) = condition { return ChainCheck.verdict(of: diagnostic) }
    let a: (plan: Plan, expression: Expression)
    let b: (plan: Plan, expression: Expression)
    switch (sides[left], sides[right]) {
    case (.failed(let diagnostic), _), (_, .failed(let diagnostic)):
      return ChainCheck.verdict(of: diagnostic)
    case (.absent, _), (_, .absent): return .sketch
    case (.compiled(let p, let x), .compiled(let q, let y)): (a, b) = ((p, x), (q, y))
    }
    if let mismatch = freeIndexMismatch(a, b) { return .shape(mismatch) }
    let used = axes.filter {
      a.plan.freeIndices[$0.name] != nil || b.plan.freeIndices[$0.name] != nil
    }
    for name in Set(a.plan.freeIndices.keys).union(b.plan.freeIndices.keys)
    where !used.contains(where: { $0.name == name }) {
      return .shape(
        Diagnostic(
          "index.unbounded", "nothing says how far '\(name)' runs", at: b.expression.range))
    }
    if let mismatch = shapeMismatch(a, b) { return .shape(mismatch) }
    let combinations = used.reduce(1.0) { $0 * Double($1.count) }
    guard combinations * max(a.plan.cost, b.plan.cost) <= Self.mostOperations else {
      return .shape(
        Diagnostic(
          "expression.large", "this has too many values to be compared", at: b.expression.range))
    }
    guard !points.isEmpty else { return .sketch }
    return compared(a, b, over: used, tolerance: tolerance, assumption: assumption)
  }

  private func compared(
    _ a: (plan: Plan, expression: Expression), _ b: (plan: Plan, expression: Expression),
    over used: [(name: String, place: Int, count: Int)], tolerance: Double,
    assumption: Assumption
  ) -> Verdict {
    let ranges = used.map { (place: $0.place, count: $0.count) }
    var largest = 0.0
    var reading = Evidence.Reading.exact
    var isAsked = false
    for point in points {
      let left = point.values(of: a.plan, over: ranges, placeCount: compiler.placeCount)
      let right = point.values(of: b.plan, over: ranges, placeCount: compiler.placeCount)
      let mask = mask(at: point, ranges, count: left.elements.count)
      isAsked = isAsked || mask?.contains(true) ?? true
      for (value, side) in [(left, "left"), (right, "right")] {
        let isDefined = value.elements.enumerated().allSatisfy { at, element in
          element.isFinite || mask.map { !$0[min(at, $0.count - 1)] } ?? false
        }
        guard isDefined else {
          return .undefined("the \(side) side is infinite or no number at some point")
        }
      }
      guard let pair = aligned(left, right, used.count) else {
        return .shape(sidesDiffer(a.plan.shape, b.plan.shape, at: b.expression.range))
      }
      reading = pair.reading
      let wide = pair.left.count == left.elements.count ? mask : nil
      let terms = terms(of: [a.expression, b.expression], pair, at: point, ranges)
      guard terms == 0 || terms >= Comparison.least else {
        return .undefined("both sides are too small for a difference to be seen")
      }
      let difference = Comparison.difference(pair.left, pair.right, where: wide, terms: terms)
      largest = max(largest, difference.error)
      if difference.error > tolerance {
        let shape = left.elements.count >= right.elements.count ? left.shape : right.shape
        return .refuted(
          Counterexample(
            error: difference.error, tolerance: tolerance,
            place: place(difference.element, shape.axes, used), left: difference.left,
            right: difference.right, points: points.count, assumption: assumption))
      }
    }
    // What is said of no element would hold whatever it says.
    guard isAsked else { return .undefined("no indices meet the condition") }
    return .verified(
      Evidence(
        error: largest, tolerance: tolerance, points: points.count, assumption: assumption,
        reading: reading))
  }

  /// The elements of both sides, one for one.
  private func aligned(
    _ left: Tensor<Double>, _ right: Tensor<Double>, _ leading: Int
  ) -> (left: [Double], right: [Double], reading: Evidence.Reading)? {
    let (a, b) = (left.shape.axes.filter { $0 > 1 }, right.shape.axes.filter { $0 > 1 })
    if left.elements.count == right.elements.count, left.shape.axes == right.shape.axes || a == b {
      return (left.elements, right.elements, .exact)
    }
    if leading == 0 {
      if let expected = Comparison.onDiagonal(left, right) {
        return (left.elements, expected, .diagonal)
      }
      if let expected = Comparison.onDiagonal(right, left) {
        return (expected, right.elements, .diagonal)
      }
    }
    // A number stands for a tensor of that number.
    if right.elements.count == 1, left.shape.rank > 0 {
      let same = [Double](repeating: right.elements[0], count: left.elements.count)
      return (left.elements, same, .exact)
    }
    if left.elements.count == 1, right.shape.rank > 0 {
      let same = [Double](repeating: left.elements[0], count: right.elements.count)
      return (same, right.elements, .exact)
    }
    return nil
  }

  /// How large the terms of two sides are; 1 where the sides themselves are large enough.
  private func terms(
    of sides: [Expression], _ pair: (left: [Double], right: [Double], reading: Evidence.Reading),
    at point: Valuation, _ ranges: [(place: Int, count: Int)]
  ) -> Double {
    guard (pair.left + pair.right).allSatisfy({ abs($0) < Comparison.floor }) else { return 1 }
    var largest = 0.0
    for side in sides {
      let sized = side.sized { symbol in
        (try? scope.tensor(symbol))?.isBias ?? false
      }
      var compiler = compiler
      guard let plan = try? compiler.compile(sized) else { return 1 }
      let values = point.values(of: plan, over: ranges, placeCount: compiler.placeCount)
      for value in values.elements {
        guard value.isFinite else { return 1 }
        largest = max(largest, abs(value))
      }
    }
    return largest
  }

  private func mask(
    at point: Valuation, _ ranges: [(place: Int, count: Int)], count: Int
  ) -> [Bool]? {
    guard case .compiled(let plan, _) = condition else { return nil }
    let values = point.values(of: plan, over: ranges, placeCount: compiler.placeCount)
    guard values.elements.count == count else { return nil }
    return values.elements.map { $0 != 0 }
  }

  /// Where an element stands: `l = 2, i = 3` or `row 1, column 2`.
  private func place(
    _ element: Int, _ axes: [Int], _ used: [(name: String, place: Int, count: Int)]
  ) -> String {
    var words: [String] = label.isEmpty ? [] : [label]
    let strides = TensorShape(axes).strides
    let position = axes.indices.map { element / strides[$0] % max(1, axes[$0]) }
    for (axis, at) in zip(used, position) {
      words.append("\(axis.name) = \(at + scope.firstIndex)")
    }
    let own = Array(position.dropFirst(used.count))
    if own.count == 2 {
      words.append("row \(own[0] + 1), column \(own[1] + 1)")
    } else if own.count > 2 {
      words.append("element (\(own.map { String($0 + 1) }.joined(separator: ", ")))")
    }
    return words.joined(separator: ", ")
  }

  /// The symbols with their shapes, each place once.
  func shapes(in sides: [Expression]) -> [SymbolShape] {
    var shapes: [SymbolShape] = []
    for side in sides {
      side.walk { part in
        guard case .symbol(let symbol) = part.kind, let tensor = try? scope.tensor(symbol) else {
          return
        }
        let shape = SymbolShape(range: part.range, shape: tensor.shape.description)
        if !shapes.contains(shape) { shapes.append(shape) }
      }
    }
    return shapes
  }

  func setting(points: Int) -> String {
    let widths = scope.table.widths.map(String.init).joined(separator: "-")
    return "\(points) points on a twin \(widths), batch \(scope.table.batch)"
  }
}
