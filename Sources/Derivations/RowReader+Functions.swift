import Diagnostics
import Expressions
import TeX

extension RowReader {
  /// What names of functions are called in the language.
  private static let known: [String: String] = [
    "log": "log", "ln": "log", "exp": "exp", "max": "max", "min": "min", "tanh": "tanh",
    "sigmoid": "sigmoid", "relu": "relu", "softmax": "softmax", "sqrt": "sqrt", "abs": "abs",
    "leakyrelu": "leaky_relu", "lrelu": "leaky_relu", "sgn": "sign", "sign": "sign", "sin": "sin",
    "cos": "cos", "argmax": "argmax", "mean": "mean", "sum": "sum", "id": "identity",
  ]

  /// A function that the notation or the language knows by this name.
  enum Function: Equatable {
    case named(String)
    case layer
    /// The loss as a function of the output: `E(a^{(h)})`.
    case loss
    case likelihood
  }

  func functionName(of nucleus: Formula) -> Function? {
    if let letter = SymbolName.of(nucleus) {
      switch notation.bindings[letter]?.role {
      case .function(let name): return .named(name)
      case .layerFunction: return .layer
      case .loss: return followsCall() ? .loss : nil
      case .likelihood: return followsCall() ? .likelihood : nil
      case nil: return letter == "σ" ? .named("sigmoid") : nil
      default: return nil
      }
    }
    if case .symbol = nucleus.kind { return nil }
    guard let name = nucleus.plainName, name.count > 1 else { return nil }
    switch notation.bindings[name]?.role {
    case .function(let bound): return .named(bound)
    case .some: return nil
    case nil: return Self.known[name.lowercased()].map { .named($0) }
    }
  }

  /// The function the language knows by this name, in whatever case.
  static func spelled(_ name: String) -> Function? {
    known[name.lowercased()].map { .named($0) }
  }

  /// Whether an opening bracket follows, so that a name before it is called.
  private func followsCall() -> Bool {
    guard let next = current else { return false }
    if next.isSign("(") { return true }
    if case .fenced(let fenced) = next.nucleus.kind { return fenced.open == "(" }
    return false
  }

  /// A function with what it is applied to.
  mutating func application(_ function: Function, _ item: Formula) throws(Diagnostic) -> Expression
  {
    let start = item.range.lowerBound
    var upper = Superscript()
    if let sup = item.scripts?.sup {
      upper = try superscript(sup, countsLayers: function == .layer)
    }
    upper.primes += item.scripts?.primes ?? 0
    if let sub = item.scripts?.sub {
      if case .named(let name) = function, name == "max" || name == "min" {
        let binder = try binders(sub, nil, at: sub.range)
        let body = try factor()
        return reduction(
          name == "max" ? .maximum : .minimum, binder, body, at: start..<body.range.upperBound)
      }
      throw Diagnostic("read.function", "a subscript on a function means nothing", at: sub.range)
    }
    let (arguments, after) = try self.arguments(of: function)
    let range = start..<end
    var result: Expression
    switch function {
    case .named(let name):
      result = Expression(
        .application(.named(name), order: upper.primes, arguments, [:]), at: range)
    case .layer:
      let layer = upper.layer ?? Layer(Self.unspecifiedLayer)
      result = Expression(
        .application(.activation(layer), order: upper.primes, arguments, [:]), at: range)
    case .loss, .likelihood:
      result = try call(item, arguments, at: range)
    }
    if let power = upper.power {
      result = Expression(.binary(.power, result, try expression(of: power)), at: range)
    }
    if let after { result = try scripted(result, after, at: range) }
    return result
  }

  /// Stands for the layer of a function that says none.
  static let unspecifiedLayer = "?"
  /// The name of the loss as a function of the network's output.
  static let lossFunction = "loss of"

  /// `E(a)` is the loss of a as output; `E(W)` and `p(Y|W)` name what they depend on.
  private func call(
    _ item: Formula, _ arguments: [Expression], at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    guard let name = SymbolName.of(item.nucleus) else {
      throw Diagnostic("read.function", "this is no function", at: range)
    }
    guard notation.bindings[name]?.role == .loss, !arguments.isEmpty,
      !arguments.contains(where: namesParameters)
    else { return Expression(.symbol(Symbol(name)), at: range) }
    return Expression(
      .application(
        .named(Self.lossFunction), order: 0, try lossArguments(arguments, at: range), [:]),
      at: range)
  }

  /// The output, and the target where one is written: `C(a)`, `C(y, a)`, `C(a, y)`.
  private func lossArguments(
    _ arguments: [Expression], at range: Range<Int>
  ) throws(Diagnostic) -> [Expression] {
    if arguments.count == 1 { return arguments }
    let targets = arguments.indices.filter { isTarget(arguments[$0]) }
    guard arguments.count == 2, targets.count == 1 else {
      throw Diagnostic(
        "read.function", "the loss is taken of an output and of the target it is to be", at: range,
        help: ["write it of an output alone, or of an output and the symbol of the target"])
    }
    return [arguments[1 - targets[0]], arguments[targets[0]]]
  }

  private func isTarget(_ argument: Expression) -> Bool {
    switch argument.kind {
    case .symbol(let symbol): notation.bindings[symbol.name]?.role == .target
    case .sample(let body, _): isTarget(body)
    default: false
    }
  }

  private func namesParameters(_ argument: Expression) -> Bool {
    guard case .symbol(let symbol) = argument.kind else { return false }
    switch notation.bindings[symbol.name]?.role {
    case .weights, .bias, .parameters: return symbol.layer == nil
    case nil: return true
    default: return false
    }
  }

  /// The arguments in brackets, or the one factor that follows; and the scripts of the bracket.
  private mutating func arguments(
    of function: Function
  ) throws(Diagnostic) -> ([Expression], Formula.Scripts?) {
    guard let next = current else {
      throw Diagnostic("read.missing", "the argument of a function is missing", at: end..<end)
    }
    var inside: [Formula]
    var after: Formula.Scripts?
    let start = next.range.lowerBound
    if next.opensBracket {
      inside = try insideBrackets()
      after = items[at - 1].scripts
    } else if case .fenced(let fenced) = next.nucleus.kind {
      inside = FormulaReader.items(of: fenced.body)
      after = next.scripts
      at += 1
    } else {
      return ([try factor()], nil)
    }
    let isLikelihood = function == .likelihood || function == .loss
    if isLikelihood, inside.contains(where: { $0.isSign("|") || $0.isSign("∣") || $0.isSign(";") })
    {
      inside = []
    }
    var arguments: [Expression] = []
    let range = start..<end
    for part in FormulaReader.split(inside, at: { $0.isSign(",") }) where !part.isEmpty {
      arguments.append(
        try reading(part, at: range) { row throws(Diagnostic) in try row.group() })
    }
    return (arguments, after)
  }

  /// `1[x > 0]`, `1_{x > 0}`, `\mathbb{1}\{x > 0\}`, `I(x > 0)`.
  mutating func indicator(_ item: Formula) throws(Diagnostic) -> Expression? {
    let nucleus = item.nucleus.unbraced
    var isOne = false
    switch nucleus.kind {
    case .number(let digits): isOne = digits == "1"
    case .font(.blackboard, let body), .font(.bold, let body):
      isOne = body.plainName == "1" || body.plainName == "I"
    case .symbol(let symbol):
      isOne =
        symbol.text == "𝟙" || symbol.text == "𝟏"
        || (symbol.text == "I" && notation.bindings["I"] == nil)
    default: break
    }
    guard isOne else { return nil }
    let start = item.range.lowerBound
    if let sub = item.scripts?.sub {
      let condition = try reading(FormulaReader.items(of: sub), at: sub.range) {
        row throws(Diagnostic) in try row.wholeCondition()
      }
      return Expression(condition.kind, at: item.range)
    }
    guard item.scripts == nil, let next = current else { return nil }
    let inside: [Formula]
    if next.opensBracket {
      guard let close = partner(of: at) else { return nil }
      inside = Array(items[(at + 1)..<close])
    } else if case .fenced(let fenced) = next.nucleus.kind {
      inside = FormulaReader.items(of: fenced.body)
    } else if case .row(let elements) = next.kind {
      inside = elements
    } else {
      return nil
    }
    guard inside.contains(where: { Self.comparison(of: $0) != nil }) else { return nil }
    let closing: Formula.Scripts?
    if next.opensBracket {
      _ = try insideBrackets()
      closing = items[at - 1].scripts
    } else {
      closing = next.scripts
      at += 1
    }
    let range = start..<end
    let condition = try reading(inside, at: range) { row throws(Diagnostic) in
      try row.wholeCondition()
    }
    let result = Expression(condition.kind, at: range)
    guard let closing else { return result }
    return try scripted(result, closing, at: range)
  }

  private func partner(of opening: Int) -> Int? {
    var nesting = 0
    for place in opening..<items.count {
      if items[place].opensBracket { nesting += 1 }
      if items[place].closesBracket {
        nesting -= 1
        if nesting == 0 { return place }
      }
    }
    return nil
  }
}
