import Diagnostics

/// The names that array code may use, with their shapes: all that is known before anything runs.
///
/// Shapes of code follow from the code and the shapes it begins with, never from values, so whatever
/// is wrong with names, calls and shapes is found here.
public struct CodeShapes: Scope {
  /// Answers `gradient(mlp, W1)` with a shape: nil for a function it does not know either.
  public typealias External =
    @Sendable (_ function: String, _ arguments: [Expression], _ range: Range<Int>)
    throws(Diagnostic)
    -> TensorShape?

  private var slots: [String: Int] = [:]
  private var shapes: [TensorShape] = []
  public let rules = ShapeRules.broadcasting
  public let featureAxis: Int

  /// - Parameter featureAxis: along which softmax normalizes: 1 where samples are rows.
  public init(_ shapes: [String: TensorShape] = [:], featureAxis: Int = 1) {
    self.featureAxis = featureAxis
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) { self[name] = shape }
  }

  public var names: [String] { slots.keys.filter { !$0.contains("(") }.sorted() }

  public subscript(name: String) -> TensorShape? {
    get { slots[name].map { shapes[$0] } }
    set {
      slots[name] = newValue == nil ? nil : shapes.count
      if let newValue { shapes.append(TensorShape(newValue.axes)) }
    }
  }

  public func tensor(_ symbol: Symbol) throws(ScopeError) -> NamedTensor {
    if let slot = slots[symbol.name] { return NamedTensor(slot: slot, shape: shapes[slot]) }
    throw .unknown(symbol.name)
  }

  /// The shape of what an expression is worth.
  public func shape(
    of expression: Expression, external: External = { _, _, _ in nil }
  ) throws(Diagnostic) -> TensorShape {
    var known = self
    let settled = try expression.settling { name, arguments, range throws(Diagnostic) in
      guard let shape = try external(name, arguments, range) else { return nil }
      let hidden = "\(name)(\(known.shapes.count))"
      known[hidden] = shape
      return hidden
    }
    return try known.plan(of: settled).shape
  }

  func plan(of expression: Expression) throws(Diagnostic) -> Plan {
    var compiler = Compiler(scope: self)
    return try compiler.compile(expression)
  }
}

extension Expression {
  /// Replaces calls that only the surroundings can answer by the names under which they are answered.
  func settling(
    _ answer: (_ function: String, _ arguments: [Expression], _ range: Range<Int>)
      throws(Diagnostic) -> String?
  ) throws(Diagnostic) -> Expression {
    if case .application(.named(let name), _, let arguments, _) = kind,
      !Compiler.functionNames.contains(name),
      let hidden = try answer(name, arguments, range)
    {
      return Expression(.symbol(Symbol(hidden)), at: range)
    }
    var failure: Diagnostic?
    let mapped = mapChildren { child in
      guard failure == nil else { return child }
      do throws(Diagnostic) {
        return try child.settling(answer)
      } catch {
        failure = error
        return child
      }
    }
    if let failure { throw failure }
    return mapped
  }
}
