import Diagnostics

/// The names that array code may use, with their values.
///
/// A lesson's names come from its notation; each statement may add one. Functions that the code
/// calls but the language does not know, such as `gradient(mlp, W1)`, are asked of `external`.
public struct CodeScope: Scope {
  /// Answers `gradient(mlp, W1)`: nil for a function it does not know either.
  public typealias External =
    @Sendable (_ function: String, _ arguments: [Expression], _ range: Range<Int>)
    throws(Diagnostic)
    -> Tensor<Double>?

  private var slots: [String: Int] = [:]
  private var shapes: [TensorShape] = []
  private var values: [[Double]] = []
  public let rules = ShapeRules.broadcasting
  public let featureAxis: Int
  private let external: External

  /// - Parameter featureAxis: along which softmax normalizes: 1 where samples are rows.
  public init(
    _ tensors: [String: Tensor<Double>] = [:], featureAxis: Int = 1,
    external: @escaping External = { _, _, _ in nil }
  ) {
    self.featureAxis = featureAxis
    self.external = external
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) { self[name] = tensor }
  }

  public var names: [String] { slots.keys.sorted() }

  public subscript(name: String) -> Tensor<Double>? {
    get { slots[name].map { Tensor(shapes[$0], values[$0]) } }
    set {
      guard let newValue else {
        slots[name] = nil
        return
      }
      slots[name] = shapes.count
      shapes.append(TensorShape(newValue.shape.axes))
      values.append(newValue.elements)
    }
  }

  public func tensor(_ symbol: Symbol) throws(ScopeError) -> NamedTensor {
    if let slot = slots[symbol.name] { return NamedTensor(slot: slot, shape: shapes[slot]) }
    throw .unknown(symbol.name)
  }

  /// Runs one statement; its value is kept under its name, if it has one.
  public mutating func run(_ statement: Statement) throws(Diagnostic) -> Tensor<Double> {
    let value = try value(of: statement.expression)
    if let target = statement.target { self[target] = value }
    return value
  }

  /// The value of an expression, shapes checked before anything is computed.
  public func value(of expression: Expression) throws(Diagnostic) -> Tensor<Double> {
    var scope = self
    let settled = try scope.settling(expression)
    var compiler = Compiler(scope: scope)
    let plan = try compiler.compile(settled)
    return Valuation(values: scope.values).value(of: plan)
  }

  /// Replaces calls that only the surroundings can answer by their values.
  private mutating func settling(_ expression: Expression) throws(Diagnostic) -> Expression {
    if case .application(.named(let name), _, let arguments, _) = expression.kind,
      !Compiler.functionNames.contains(name),
      let answer = try external(name, arguments, expression.range)
    {
      let hidden = "\(name)(\(values.count))"
      self[hidden] = answer
      return Expression(.symbol(Symbol(hidden)), at: expression.range)
    }
    var failure: Diagnostic?
    let mapped = expression.mapChildren { child in
      guard failure == nil else { return child }
      do throws(Diagnostic) {
        return try settling(child)
      } catch {
        failure = error
        return child
      }
    }
    if let failure { throw failure }
    return mapped
  }
}
