/// The room between two neighbours in a formula (The TeXbook, chapter 18, page 170).
enum AtomSpacing {
  typealias Class = Formula.Symbol.Class

  /// In math units of 1/18 em.
  ///
  /// - Parameter isScript: whether they stand in a script, where most of the room is left out.
  static func room(between left: Class, and right: Class, isScript: Bool) -> Int {
    let entry = table[index(left)][index(right)]
    return isScript && entry < 0 ? 0 : abs(entry)
  }

  /// The class that a binary operator has among its neighbours: a sign such as the minus in `-x` or
  /// `(-x)` has nothing on its left to join and is spaced as a letter (appendix G, rules 5 and 6).
  static func resolved(_ classes: [Class?], after before: Class?) -> [Class?] {
    var resolved = classes
    var previous = before
    var previousIndex: Int?
    for (index, symbolClass) in classes.enumerated() {
      guard var current = symbolClass else { continue }
      if current == .binary, previous.map(opensOperand) ?? true { current = .ordinary }
      if let earlier = previousIndex, resolved[earlier] == .binary, closesOperand(current) {
        resolved[earlier] = .ordinary
      }
      resolved[index] = current
      previous = current
      previousIndex = index
    }
    if let last = previousIndex, resolved[last] == .binary { resolved[last] = .ordinary }
    return resolved
  }

  private static func opensOperand(_ symbolClass: Class) -> Bool {
    switch symbolClass {
    case .binary, .largeOperator, .relation, .open, .punctuation: true
    case .ordinary, .close, .inner: false
    }
  }

  private static func closesOperand(_ symbolClass: Class) -> Bool {
    symbolClass == .relation || symbolClass == .close || symbolClass == .punctuation
  }

  private static func index(_ symbolClass: Class) -> Int {
    switch symbolClass {
    case .ordinary: 0
    case .largeOperator: 1
    case .binary: 2
    case .relation: 3
    case .open: 4
    case .close: 5
    case .punctuation: 6
    case .inner: 7
    }
  }

  /// Negative where the room is left out in scripts. Pairs that cannot be have 0.
  private static let table = [
    [0, 3, -4, -5, 0, 0, 0, -3],
    [3, 3, 0, -5, 0, 0, 0, -3],
    [-4, -4, 0, 0, -4, 0, 0, -4],
    [-5, -5, 0, 0, -5, 0, 0, -5],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 3, -4, -5, 0, 0, 0, -3],
    [-3, -3, 0, -3, -3, -3, -3, -3],
    [-3, 3, -4, -5, -3, 0, -3, -3],
  ]
}
