import Diagnostics
import Expressions
import TeX

extension RowReader {
  /// One factor with its scripts.
  mutating func factor() throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw Diagnostic("read.deep", "nested too deeply", at: range) }
    guard let item = current else {
      throw Diagnostic("read.missing", "an expression is missing here", at: end..<end)
    }
    if let function = spelledFunction() { return try application(function.name, function.item) }
    if let long = longName() { return try symbol(long.name, long.scripts, at: long.range) }
    if item.opensBracket { return try bracketed() }
    at += 1
    let nucleus = item.nucleus
    if nucleus.sign == "∑" || nucleus.sign == "∏" { return try bigOperator(item) }
    if nucleus.sign == "∂" { return try inlineDerivative(item) }
    if nucleus.sign == "∇" { return try gradient(item) }
    if nucleus.sign == "‖" || nucleus.sign == "|" { return try barred(item) }
    if let indicator = try indicator(item) { return indicator }
    if let ones = ones(item) { return ones }
    if let name = functionName(of: nucleus) { return try application(name, item) }
    if let name = SymbolName.of(nucleus) { return try symbol(name, item.scripts, at: item.range) }
    if let scripts = item.scripts {
      let base = try expression(of: scripts.base)
      return try scripted(base, scripts, at: item.range)
    }
    return try plain(item)
  }

  /// A factor without scripts that is no name.
  private mutating func plain(_ item: Formula) throws(Diagnostic) -> Expression {
    switch item.kind {
    case .number(let digits):
      guard let value = Double(digits) else {
        throw Diagnostic("read.number", "'\(digits)' is no number", at: item.range)
      }
      return Expression(.number(value), at: item.range)
    case .row(let elements):
      guard !elements.isEmpty else { return try factor() }
      return try expression(of: item)
    case .fraction(let fraction): return try self.fraction(fraction, at: item.range)
    case .root(let radicand, let index):
      let body = try expression(of: radicand)
      guard let index else {
        return Expression(
          .application(.named("sqrt"), order: 0, [body], [:]), at: item.range)
      }
      let degree = try expression(of: index)
      let one = Expression(.number(1), at: index.range)
      return Expression(
        .binary(.power, body, Expression(.binary(.divide, one, degree), at: index.range)),
        at: item.range)
    case .fenced(let fenced): return try self.fenced(fenced, at: item.range)
    case .table(let table): return try self.table(table, at: item.range)
    case .enclosed(.cancel, _), .enclosed(.backCancel, _), .enclosed(.crossCancel, _):
      throw Diagnostic(
        "read.sign", "what is crossed out cannot be read", at: item.range,
        help: ["leave it out, or write the line without the strokes"])
    case .font(_, let body), .classified(_, let body), .style(_, let body), .color(_, let body),
      .enclosed(_, let body):
      return try expression(of: body)
    case .text(let text, _), .invalid(let text):
      throw Diagnostic("read.text", "'\(text)' cannot be read as mathematics", at: item.range)
    default:
      throw Diagnostic(
        "read.sign", "\(item.sign.map { "'\($0)'" } ?? "this") cannot be read here", at: item.range)
    }
  }

  /// `( … )` of plain brackets, with the scripts of the closing one.
  private mutating func bracketed() throws(Diagnostic) -> Expression {
    let opening = items[at]
    let inside = try insideBrackets()
    let closing = items[at - 1]
    let whole = opening.range.lowerBound..<closing.range.upperBound
    var body = try reading(inside, at: whole) { row throws(Diagnostic) in try row.group() }
    body = Expression(body.kind, at: whole)
    guard let scripts = closing.scripts else { return body }
    return try scripted(body, scripts, at: whole)
  }

  /// The items between the bracket at the cursor and its partner; the cursor moves past both.
  mutating func insideBrackets() throws(Diagnostic) -> [Formula] {
    let opening = items[at]
    var nesting = 0
    for place in at..<items.count {
      if items[place].opensBracket { nesting += 1 }
      if items[place].closesBracket {
        nesting -= 1
        if nesting == 0 {
          let inside = Array(items[(at + 1)..<place])
          at = place + 1
          return inside
        }
      }
    }
    throw Diagnostic(
      "shape.bracket", "'\(opening.sign ?? "(")' is not closed", at: opening.range)
  }

  /// What stands between brackets: an expression, or a comparison that is 1 or 0.
  mutating func group() throws(Diagnostic) -> Expression {
    if items.contains(where: { Self.comparison(of: $0) != nil && !$0.isSign("=") }) {
      return try wholeCondition()
    }
    return try wholeExpression()
  }

  private mutating func fenced(
    _ fenced: Formula.Fenced, at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    if fenced.open == "‖" || fenced.open == "|" {
      return try bars(fenced.open, FormulaReader.items(of: fenced.body), at: range)
    }
    let body = try reading(FormulaReader.items(of: fenced.body), at: range) {
      row throws(Diagnostic) in try row.group()
    }
    return Expression(body.kind, at: range)
  }

  /// `|x|` and `\|W\|` of plain bars.
  private mutating func barred(_ opening: Formula) throws(Diagnostic) -> Expression {
    guard let bar = opening.sign,
      let close = items[at...].firstIndex(where: { $0.nucleus.sign == bar })
    else { throw Diagnostic("read.bar", "this bar has no partner", at: opening.range) }
    let inside = Array(items[at..<close])
    let closing = items[close]
    at = close + 1
    let range = opening.range.lowerBound..<closing.range.upperBound
    let body = try bars(bar, inside, at: range)
    guard let scripts = closing.scripts else { return body }
    return try scripted(body, scripts, at: range)
  }

  private mutating func bars(
    _ bar: String, _ inside: [Formula], at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    let body = try reading(inside, at: range) { row throws(Diagnostic) in try row.wholeExpression()
    }
    return Expression(
      .application(.named(bar == "|" ? "abs" : "norm"), order: 0, [body], [:]), at: range)
  }

  /// A base in brackets with what hangs on it.
  mutating func scripted(
    _ base: Expression, _ scripts: Formula.Scripts, at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    var result = base
    if scripts.primes > 0 {
      throw Diagnostic("read.prime", "a prime here means nothing", at: range)
    }
    if let sub = scripts.sub {
      // A norm says which one; the Euclidean one is meant either way.
      if case .application(.named("norm"), _, _, _) = base.kind {
        guard sub.plainName == "2" || sub.plainName == "F" else {
          throw Diagnostic("read.norm", "only the norms 2 and F are known", at: sub.range)
        }
      } else {
        result = Expression(.component(result, try componentIndices(sub)), at: range)
      }
    }
    if let sup = scripts.sup { result = try raised(result, to: sup, at: range) }
    return result
  }

  /// The transpose or the power that a superscript says.
  mutating func raised(
    _ base: Expression, to sup: Formula, at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    let items = FormulaReader.items(of: sup)
    if items.count == 1, items[0].isTransposition(in: notation) {
      return Expression(.transpose(base), at: range)
    }
    let exponent = try expression(of: sup)
    return Expression(.binary(.power, base, exponent), at: range)
  }

  /// A function whose name is spelled in plain letters before a bracket, `ReLU'(x)`; the cursor moves
  /// past the name.
  private mutating func spelledFunction() -> (name: Function, item: Formula)? {
    var name = ""
    for place in at..<min(items.count, at + 9) {
      guard let letter = SymbolName.of(items[place].nucleus), letter.count == 1 else { return nil }
      name += letter
      let next = place + 1 < items.count ? items[place + 1] : nil
      if next?.isSign("(") == true || next?.isSign("[") == true {
        guard name.count > 2, let function = Self.spelled(name) else { return nil }
        at = place + 1
        return (function, items[place])
      }
      if items[place].scripts != nil { return nil }
    }
    return nil
  }

  /// A bound name of several letters at the cursor, which moves past it.
  private mutating func longName() -> (name: String, scripts: Formula.Scripts?, range: Range<Int>)?
  {
    guard !notation.longNames.isEmpty else { return nil }
    var name = ""
    var found: (name: String, scripts: Formula.Scripts?, range: Range<Int>, next: Int)?
    let start = items[at].range.lowerBound
    for place in at..<min(items.count, at + 12) {
      guard let letter = SymbolName.of(items[place].nucleus) else { break }
      name += letter
      if notation.longNames.contains(name) {
        found = (name, items[place].scripts, start..<items[place].range.upperBound, place + 1)
      }
      if items[place].scripts != nil { break }
    }
    guard let found else { return nil }
    at = found.next
    return (found.name, found.scripts, found.range)
  }
}

extension Formula {
  /// `T`, `\top`, `\intercal`, `\mathsf{T}` as a superscript.
  func isTransposition(in notation: Notation) -> Bool {
    guard let name = nucleus.sign ?? plainName, scripts == nil else { return false }
    return ["T", "⊤", "⊺", "t"].contains(name) && (name != "t" || notation.bindings["t"] == nil)
  }
}
