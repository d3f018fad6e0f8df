import Expressions

/// The part of a condition that speaks of layers: `l < L` in `\delta^{(l)} = …` for hidden layers.
struct LayerCondition {
  let conditions: [Expression]

  /// - Parameter letters: those that count layers in the formula.
  init(_ condition: Expression?, letters: Set<String>) {
    conditions = Self.parts(of: condition).filter { part in
      let names = Self.names(in: part)
      return !names.isEmpty && names.allSatisfy(letters.contains)
    }
  }

  /// What is left of a condition when everything about layers is taken out.
  static func rest(of condition: Expression?, letters: Set<String>) -> Expression? {
    let rest = parts(of: condition).filter { part in
      let names = names(in: part)
      return names.isEmpty || !names.allSatisfy(letters.contains)
    }
    return rest.dropFirst().reduce(rest.first) { whole, next in
      whole.map { Expression(.binary(.and, $0, next), at: $0.range) }
    }
  }

  /// Whether it holds where the letters have these values; what cannot be evaluated holds.
  func holds(_ layers: [String: Int]) -> Bool {
    conditions.allSatisfy { condition in
      guard case .binary(let sign, let left, let right) = condition.kind,
        let a = value(left, layers), let b = value(right, layers)
      else { return true }
      return switch sign {
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      case .greaterOrEqual: a >= b
      case .equal: a == b
      case .unequal: a != b
      default: true
      }
    }
  }

  private func value(_ expression: Expression, _ layers: [String: Int]) -> Int? {
    switch expression.kind {
    case .number(let number): return Int(exactly: number)
    case .symbol(let symbol): return layers[symbol.name]
    case .index(let name): return layers[name]
    case .binary(let sign, let left, let right):
      guard let a = value(left, layers), let b = value(right, layers) else { return nil }
      switch sign {
      case .add: return a &+ b
      case .subtract: return a &- b
      default: return nil
      }
    default: return nil
    }
  }

  private static func parts(of condition: Expression?) -> [Expression] {
    guard let condition else { return [] }
    if case .binary(.and, let left, let right) = condition.kind {
      return parts(of: left) + parts(of: right)
    }
    return [condition]
  }

  private static func names(in expression: Expression) -> Set<String> {
    var names = Set<String>()
    expression.walk { part in
      switch part.kind {
      case .symbol(let symbol): names.insert(symbol.name)
      case .index(let name): names.insert(name)
      default: break
      }
    }
    return names
  }
}
