import Diagnostics

/// The names that array code may use, with their values.
///
/// A lesson's names come from its notation; each statement may add one. Functions that the code
/// calls but the language does not know, such as `gradient(mlp, W1)`, are asked of `external`.
public struct CodeScope: Sendable {
  /// Answers `gradient(mlp, W1)`: nil for a function it does not know either.
  public typealias External =
    @Sendable (_ function: String, _ arguments: [Expression], _ range: Range<Int>)
    throws(Diagnostic)
    -> Tensor<Double>?

  /// The names with their shapes.
  public private(set) var shapes: CodeShapes
  /// By ``NamedTensor/slot``.
  private var values: [[Double]] = []
  /// The names of what says what holds.
  private var truths: Set<String> = []
  private let external: External

  /// - Parameter featureAxis: along which softmax normalizes: 1 where samples are rows.
  public init(
    _ tensors: [String: Tensor<Double>] = [:], featureAxis: Int = 1,
    external: @escaping External = { _, _, _ in nil }
  ) {
    shapes = CodeShapes(featureAxis: featureAxis)
    self.external = external
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) { self[name] = tensor }
  }

  public var names: [String] { shapes.names }

  public subscript(name: String) -> Tensor<Double>? {
    get {
      guard let tensor = try? shapes.tensor(Symbol(name)) else { return nil }
      var value = Tensor(tensor.shape, values[tensor.slot])
      value.isTruth = truths.contains(name)
      return value
    }
    set {
      shapes[name] = newValue?.shape
      truths.remove(name)
      guard let newValue else { return }
      values.append(newValue.elements)
      if newValue.isTruth { truths.insert(name) }
    }
  }

  /// Runs one statement; its value is kept under its name, if it has one.
  public mutating func run(_ statement: Statement) throws(Diagnostic) -> Tensor<Double> {
    let value = try value(of: statement.expression)
    if let target = statement.target { self[target] = value }
    return value
  }

  /// The value of an expression, shapes checked before anything is computed.
  public func value(of expression: Expression) throws(Diagnostic) -> Tensor<Double> {
    var known = self
    let settled = try expression.settling { name, arguments, range throws(Diagnostic) in
      guard let answer = try external(name, arguments, range) else { return nil }
      let hidden = "\(name)(\(known.values.count))"
      known[hidden] = answer
      return hidden
    }
    var value = Valuation(values: known.values).value(of: try known.shapes.plan(of: settled))
    value.isTruth = settled.isTruth { truths.contains($0) || $0 == "True" || $0 == "False" }
    return value
  }
}

extension Expression {
  /// Whether its value says what holds: a comparison, or a part or a form of one.
  fileprivate func isTruth(_ isTruth: (_ name: String) -> Bool) -> Bool {
    switch kind {
    case .symbol(let symbol): return isTruth(symbol.name)
    case .not: return true
    case .binary(let sign, _, _):
      return switch sign {
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal, .and, .or: true
      case .add, .subtract, .multiply, .scale, .divide, .power: false
      }
    case .transpose(let body), .slice(let body, _): return body.isTruth(isTruth)
    case .matrix(let rows):
      return !rows.joined().isEmpty && rows.joined().allSatisfy { $0.isTruth(isTruth) }
    case .application(.named(let name), _, let arguments, _):
      switch name {
      case "where": return arguments.dropFirst().allSatisfy { $0.isTruth(isTruth) }
      case "reshape", "transpose": return arguments.first?.isTruth(isTruth) == true
      default: return false
      }
    default: return false
    }
  }
}
