import Diagnostics
import Expressions
import TeX

/// Reads a formula as statements, in the notation of a lesson.
///
/// The grammar, by rising precedence: relations; sums; products by a sign, from the left; products by
/// juxtaposition and quotients by `/`; scripts and function calls. A big operator reaches as far as
/// the product it stands in, a function without brackets takes one factor.
struct FormulaReader {
  let notation: Notation
  /// Names that earlier formulas defined, with whether a superscript on them counts layers.
  var definedNames: Set<String> = []
  /// Those of them that have a layer as a subscript: the Q of `Q_1 = X W_1`.
  var layeredNames: Set<String> = []
  /// Letters that were used as indices.
  private(set) var indices: Set<String> = []
  /// Letters that were used to count layers.
  private(set) var layerLetters: Set<String> = []

  /// How many signs of sums and products the side being read has so far.
  private var operators = 0
  /// More of them than any formula has. They group from the left, so a long side is a deep tree.
  private static let mostOperators = 300

  init(notation: Notation) {
    self.notation = notation
  }

  mutating func countOperator(at range: Range<Int>) throws(Diagnostic) {
    operators += 1
    guard operators <= Self.mostOperators else {
      throw Diagnostic("read.long", "this has more than \(Self.mostOperators) terms", at: range)
    }
  }

  mutating func noteIndex(_ name: String) { indices.insert(name) }
  mutating func noteLayer(_ name: String) { layerLetters.insert(name) }

  /// The statements of a formula: a new chain begins where a row begins without a relation, and
  /// after a comma between statements.
  mutating func chains(of formula: Formula) -> [Chain] {
    var chains: [Chain] = []
    for statement in Self.statements(of: formula) {
      let chain = chain(of: statement)
      if let chain { chains.append(chain) }
    }
    return chains.map { settled($0) }
  }

  /// A condition such as `i \neq j`.
  mutating func condition(_ formula: Formula) throws(Diagnostic) -> Expression {
    for item in Self.items(of: formula) {
      if let letter = SymbolName.of(item), notation.bindings[letter] == nil { noteIndex(letter) }
    }
    var row = RowReader(Self.items(of: formula), in: self, range: formula.range)
    row.isCondition = true
    let condition = try row.wholeCondition()
    self = row.reader
    return settled(condition)
  }

  /// The rows of an alignment joined into statements.
  private static func statements(of formula: Formula) -> [[Formula]] {
    let whole = items(of: formula)
    var rows: [[Formula]] = [[]]
    for item in whole {
      if case .table(let table) = item.kind, table.environment.isAlignment {
        for row in table.rows {
          let items = items(of: row.formula)
          guard let first = items.first else { continue }
          if first.isRelation || rows[rows.count - 1].last?.isRelation == true
            || first.isSign("+")
            || first.isSign("-") && rows[rows.count - 1].last?.isSign("-") == false
              && rows[rows.count - 1].isEmpty == false && !items.contains(where: \.isRelation)
          {
            rows[rows.count - 1] += items
          } else {
            rows.append(items)
          }
        }
      } else {
        rows[rows.count - 1].append(item)
      }
    }
    return rows.flatMap { splitAtCommas($0) }.filter { !$0.isEmpty }
  }

  /// Parts a row at commas outside brackets that stand between two relations.
  private static func splitAtCommas(_ items: [Formula]) -> [[Formula]] {
    let parts = split(items) { $0.isSign(",") || $0.isSign(";") }
    guard parts.count > 1, parts.allSatisfy({ $0.isEmpty || $0.contains(where: \.isRelation) })
    else { return [items] }
    return parts
  }

  /// Parts a row where `isBoundary` holds, outside plain brackets; the boundaries are dropped.
  static func split(_ items: [Formula], at isBoundary: (Formula) -> Bool) -> [[Formula]] {
    var parts: [[Formula]] = [[]]
    var depth = 0
    for item in items {
      if item.opensBracket { depth += 1 }
      if item.closesBracket { depth = max(0, depth - 1) }
      if depth == 0, isBoundary(item) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(item)
      }
    }
    return parts
  }

  /// The pieces of a formula without what only changes its look.
  static func items(of formula: Formula) -> [Formula] {
    var items = allItems(of: formula)
    // A full stop ends the sentence, not the formula.
    while items.last?.isSign(".") == true { items.removeLast() }
    return items
  }

  private static func allItems(of formula: Formula) -> [Formula] {
    formula.elements.flatMap { element -> [Formula] in
      switch element.kind {
      case .space: []
      case .style(_, let body), .color(_, let body): items(of: body)
      case .enclosed(let enclosure, let body):
        switch enclosure {
        case .phantom, .horizontalPhantom, .verticalPhantom: []
        case .box, .smash: items(of: body)
        // What is crossed out is neither there nor away.
        case .cancel, .backCancel, .crossCancel: [element]
        }
      default: [element]
      }
    }
  }

  private mutating func chain(of items: [Formula]) -> Chain? {
    var sides: [(items: [Formula], start: Int)] = [([], items.first?.range.lowerBound ?? 0)]
    var relations: [Chain.Relation] = []
    var depth = 0
    var at = 0
    while at < items.count {
      let item = items[at]
      if item.opensBracket { depth += 1 }
      if item.closesBracket { depth = max(0, depth - 1) }
      if depth == 0, let (relation, length) = Self.relation(items, at) {
        relations.append(relation)
        sides.append(([], items[at + length - 1].range.upperBound))
        at += length
      } else {
        sides[sides.count - 1].items.append(item)
        at += 1
      }
    }
    // A trailing comma or full stop ends the sentence, not the formula.
    if let last = sides.last?.items.last, last.isSign(",") || last.isSign(";") {
      sides[sides.count - 1].items.removeLast()
    }
    if relations.isEmpty, sides[0].items.isEmpty { return nil }
    var read: [Chain.Side] = []
    for (number, side) in sides.enumerated() {
      let relation = number == 0 ? nil : relations[number - 1]
      read.append(self.side(side.items, after: relation, at: side.start))
    }
    return Chain(sides: read, relations: relations)
  }

  /// The relation that begins at an item, and how many items it takes.
  private static func relation(_ items: [Formula], _ at: Int) -> (Chain.Relation, Int)? {
    guard case .symbol(let symbol) = items[at].unbraced.kind else { return nil }
    let next = at + 1 < items.count ? items[at + 1] : nil
    switch symbol.text {
    case "=", "≡", "≜": return (.equals, 1)
    case ":": return next?.isSign("=") == true ? (.becomes, 2) : (.hasSize, 1)
    case "≔", "←", "→", "⟵", "⟶", "↦": return (.becomes, 1)
    case "+": return next?.isSign("=") == true ? (.increases, 2) : nil
    case "∈": return (.isIn, 1)
    case "∼": return (.isDrawnFrom, 1)
    default: return nil
    }
  }

  private mutating func side(
    _ items: [Formula], after relation: Chain.Relation?, at start: Int
  ) -> Chain.Side {
    let range =
      (items.first?.range.lowerBound ?? start)..<(items.last?.range.upperBound ?? start)
    operators = 0
    var row = RowReader(items, in: self, range: range)
    row.isFirstSide = relation == nil
    defer { self = row.reader }
    do throws(Diagnostic) {
      guard !items.isEmpty else {
        throw Diagnostic("read.missing", "nothing stands on this side", at: range)
      }
      let content: Chain.Content
      switch relation {
      case .hasSize: content = .sizes(try row.sizes())
      case .isIn: content = .sizes(try row.space())
      case .isDrawnFrom: content = try row.distribution()
      case .becomes: content = .expression(try row.update())
      default: content = .expression(try row.wholeExpression())
      }
      return Chain.Side(range: range, content: content, flaw: row.flaw)
    } catch {
      return Chain.Side(range: range, content: .unread(error), flaw: nil)
    }
  }
}

extension FormulaReader {
  /// Letters that turned out to be indices, read as numbers, become indices: the i of `i = j`.
  private func settled(_ chain: Chain) -> Chain {
    return Chain(
      sides: chain.sides.map { side in
        guard case .expression(let expression) = side.content else { return side }
        var outer = Set<String>()
        for other in chain.sides {
          if let known = other.expression { outer.formUnion(Self.certain(known)) }
        }
        let bound = Self.choosingBound(expression, outside: outer)
        return Chain.Side(
          range: side.range, content: .expression(settled(bound)), flaw: side.flaw)
      }, relations: chain.relations)
  }

  func settled(_ expression: Expression) -> Expression {
    // A vector of ones that meets no matrix is as good as the number.
    if case .symbol(let symbol) = expression.kind, symbol.name == RowReader.ones {
      return Expression(.number(1), at: expression.range)
    }
    if case .symbol(let symbol) = expression.kind, symbol.layer == nil,
      notation.bindings[symbol.name] == nil, !definedNames.contains(symbol.name),
      indices.contains(symbol.name)
    {
      return Expression(.index(symbol.name), at: expression.range)
    }
    return expression.mapChildren(settled)
  }

  /// The mark of a sum whose index is one of two: `\sum_{i \neq j}`.
  static let choice = "≠"

  /// The free indices of an expression outside sums that have yet to choose theirs.
  private static func certain(_ expression: Expression) -> Set<String> {
    if case .reduction(_, let binder, _) = expression.kind, binder.index.contains(choice) {
      return []
    }
    if case .component(_, let indices) = expression.kind {
      return Set(indices.compactMap { if case .variable(let name) = $0 { name } else { nil } })
    }
    if case .reduction(_, let binder, _) = expression.kind {
      return union(expression.children).subtracting([binder.index])
    }
    return union(expression.children)
  }

  private static func union(_ parts: [Expression]) -> Set<String> {
    parts.reduce(into: Set<String>()) { $0.formUnion(certain($1)) }
  }

  /// Of `i ≠ j` under a sum that index is bound which does not occur outside; else the first.
  private static func choosingBound(_ expression: Expression, outside: Set<String>) -> Expression {
    if case .reduction(let reduction, let binder, let body) = expression.kind,
      binder.index.contains(choice)
    {
      let parts = binder.index.split(separator: "≠").map(String.init)
      let (first, second) = (parts[0], parts[parts.count - 1])
      let chosen = outside.contains(first) && !outside.contains(second) ? second : first
      return Expression(
        .reduction(
          reduction,
          Binder(
            chosen, from: binder.lower, to: binder.upper, where: binder.condition,
            at: binder.range),
          choosingBound(body, outside: outside)), at: expression.range)
    }
    return expression.mapChildren { choosingBound($0, outside: outside) }
  }
}
