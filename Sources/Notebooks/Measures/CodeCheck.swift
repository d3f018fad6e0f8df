import Diagnostics
import Expressions

/// What is wrong with code, found before it runs: names, calls, their arguments, shapes.
///
/// What code, `{eval}`, `expect` and `table` share is checked here and nowhere else. Each reports
/// names that stand for nothing in its own words.
struct CodeCheck {
  /// The text that the ranges of the expressions are of.
  let excerpt: SourceExcerpt
  let context: OptionContext
  /// Of the names that have a value, as far as known.
  var shapes: CodeShapes
  /// The names of which nothing is known, since the code that makes them is wrong.
  var unsettled: Set<String> = []
  /// What the notation gives to code; nil where there is none.
  let engine: EngineShapes?
  /// The id and the words for a name that stands for nothing.
  let unknownName: (_ name: String) -> (id: String, message: String, help: [String])

  /// The shape of what an expression is worth; nil where something is wrong, which is then reported.
  func shape(of expression: Expression) -> TensorShape? {
    let before = context.diagnostics.count
    let isSettled = check(expression)
    guard isSettled, context.diagnostics.count == before else { return nil }
    let engine = engine
    do throws(Diagnostic) {
      return try shapes.shape(of: expression) { name, arguments, _ throws(Diagnostic) in
        if name == Self.gradient { return engine?.gradients[arguments.last?.name ?? ""] }
        return Measure.named(name) == nil ? nil : .scalar
      }
    } catch {
      context.report(error.moved(into: excerpt))
      return nil
    }
  }

  /// `gradient(mlp, W1)`: what the engine has for the derivative of the loss.
  static let gradient = "gradient"

  /// Whether all its names have a shape.
  private func check(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .application(.named(let name), _, let arguments, let named):
      if let measure = Measure.named(name) {
        refuse(named, of: name)
        check(measure, arguments, at: expression.range)
        return true
      }
      if name == Self.gradient, engine != nil || !unsettled.isEmpty {
        refuse(named, of: name)
        return checkGradient(arguments, at: expression.range)
      }
      guard Compiler.functionNames.contains(name) else {
        reportFunction(name, expression)
        return false
      }
      return (arguments + named.sorted { $0.key < $1.key }.map(\.value)).map(check)
        .allSatisfy(\.self)
    case .symbol(let symbol): return check(symbol.name, at: expression.range)
    default: return expression.children.map(check).allSatisfy(\.self)
    }
  }

  private func check(_ name: String, at range: Range<Int>) -> Bool {
    if unsettled.contains(name) || unsettled.contains(Self.everyName) { return false }
    if shapes[name] != nil {
      context.scope.labels(ofArray: name)?.forEach(context.note(reference:))
      return true
    }
    if Compiler.constants[name] != nil { return true }
    if context.scope.labels(ofArray: name) != nil { return false }
    let (id, message, help) = unknownName(name)
    report(id, message, at: range, help: help)
    return false
  }

  /// Among the unsettled names: any name may be one that the notation would give, were it known.
  static let everyName = "*"

  private func reportFunction(_ name: String, _ expression: Expression) {
    let names = Measure.all.map(\.name) + Compiler.functionNames
    // Of `v.total()` the value comes first.
    let start = expression.range.lowerBound
    let isMethod = expression.children.first?.range.lowerBound == start
    report(
      "query.function", "unknown function '\(name.shortened)'",
      at: isMethod ? expression.range : start..<start + name.utf8.count,
      help: NearestName.help(
        for: name, in: names, called: "functions",
        kind: UsualName.named(name, of: "measure") == nil ? "function" : "measure"))
  }

  private func refuse(_ named: [String: Expression], of function: String) {
    for (key, value) in named.sorted(by: { $0.key < $1.key }) {
      report(
        "function.option", "'\(function)' has no option '\(key.shortened)'", at: value.range,
        help: [])
    }
  }

  func report(_ id: String, _ message: String, at range: Range<Int>, help: [String]) {
    context.report(Diagnostic(id, message, at: excerpt.range(inFile: range), help: help))
  }
}

// MARK: - The arguments of measures

extension CodeCheck {
  private func check(_ measure: Measure, _ arguments: [Expression], at range: Range<Int>) {
    guard (measure.required...measure.parameters.count).contains(arguments.count) else {
      report(
        "query.arguments",
        "'\(measure.name)' takes \(measure.argumentCount), found \(arguments.count)", at: range,
        help: ["write \(measure.usage)"])
      return
    }
    for (argument, parameter) in zip(arguments, measure.parameters) {
      check(argument, parameter, of: measure)
    }
    if let mismatch = measure.mismatch(arguments, in: excerpt, context.scope) {
      context.report(mismatch)
    }
    let references = arguments.compactMap { $0.reference(in: excerpt) }
    func first(_ kind: LabelKind.Tag) -> LabelReference? {
      references.first { context.scope[$0.name]?.kind.tag == kind }
    }
    if let network = first(.network), let data = first(.dataset) {
      context.pair(network, with: data)
    }
  }

  private func checkGradient(_ arguments: [Expression], at range: Range<Int>) -> Bool {
    guard arguments.count == 2 else {
      report(
        "query.arguments", "'gradient' takes 2 arguments, found \(arguments.count)", at: range,
        help: ["write gradient(network, W1)"])
      return false
    }
    guard let engine else { return false }
    let network = arguments[0].reference(in: excerpt)
    guard let network else {
      report(
        "query.type", "expected the label of a network", at: arguments[0].range,
        help: ["write gradient(network, W1)"])
      return false
    }
    guard context.scope.resolve(network, as: [.network], context) else { return false }
    guard network.name == engine.network else {
      report(
        "compute.gradient", "the notation speaks of '\(engine.network)'", at: arguments[0].range,
        help: ["the gradients are those of its network: write gradient(\(engine.network), …)"])
      return false
    }
    let name = arguments[1].name
    if let name, engine.gradients[name] != nil { return true }
    report(
      "compute.gradient",
      name.map { "there is no gradient of '\($0.shortened)'" } ?? "expected a name such as W1",
      at: arguments[1].range,
      help: engine.gradients.isEmpty
        ? ["a gradient is that of the loss on samples: give the cell 'data: …'"]
        : NearestName.help(for: name ?? "", in: engine.gradients.keys.sorted(), called: "of"))
    return false
  }

  private func check(_ argument: Expression, _ parameter: Measure.Parameter, of measure: Measure) {
    switch parameter {
    case .label(let kinds): checkLabel(argument, kinds, of: measure)
    case .number:
      if !argument.isNumber { reportType("a number", argument, of: measure) }
    case .word(let words):
      if !words.contains(argument.name ?? "") {
        reportType(words.joined(separator: " or "), argument, of: measure)
      }
    case .setting:
      if !argument.isNumber, argument.name == nil {
        reportType("a number or a name", argument, of: measure)
      }
    case .numberOrWord(let words):
      if argument.isNumber || words.contains(argument.name ?? "") { return }
      // The same place may also hold data: loss(network, data).
      checkLabel(argument, [.dataset], of: measure)
    }
  }

  private func checkLabel(
    _ argument: Expression, _ kinds: Set<LabelKind.Tag>, of measure: Measure
  ) {
    guard let reference = argument.reference(in: excerpt) else {
      return reportType("the label of \(kinds.map(\.words).sorted()[0])", argument, of: measure)
    }
    _ = context.scope.resolve(reference, as: kinds, context)
  }

  private func reportType(_ words: String, _ argument: Expression, of measure: Measure) {
    report(
      "query.type", "expected \(words)", at: argument.range, help: ["write \(measure.usage)"])
  }
}

extension Measure {
  /// `2 arguments`, `1 to 3 arguments`
  fileprivate var argumentCount: String {
    let most = parameters.count
    let range = required < most ? "\(required) to \(most)" : "\(most)"
    return "\(range) argument\(most == 1 ? "" : "s")"
  }
}

extension Expression {
  fileprivate var isNumber: Bool {
    switch kind {
    case .number: true
    case .negation(let inner): inner.isNumber
    default: false
    }
  }

  fileprivate var name: String? {
    if case .symbol(let symbol) = kind { symbol.name } else { nil }
  }
}
