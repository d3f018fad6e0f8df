import Diagnostics
import Expressions

/// An expression over what the cells made, as it stands in `{eval}` and `expect`.
///
///     accuracy(mlp, iris.test) - accuracy(mlp, iris.train)
struct Query: Sendable {
  let expression: Expression
  let excerpt: SourceExcerpt
  /// The labels it needs.
  let labels: Set<String>

  /// Reads the expression and checks names, labels and the number of arguments.
  init(_ excerpt: SourceExcerpt, scope: Scope) throws(DiagnosticList) {
    let expression: Expression
    do throws(Diagnostic) {
      expression = try CodeReader.expression(excerpt.text)
    } catch {
      throw DiagnosticList([error.moved(into: excerpt)])
    }
    var checker = QueryChecker(excerpt: excerpt, scope: scope)
    checker.check(expression)
    let diagnostics = checker.context.diagnostics
    guard diagnostics.isEmpty else { throw DiagnosticList(diagnostics) }
    self.expression = expression
    self.excerpt = excerpt
    labels = Set(checker.context.references)
  }

  /// Its value now; a comparison is 1 where it holds and 0 where not.
  func value(in session: Session) throws(DiagnosticList) -> Double {
    let excerpt = excerpt
    let scope = CodeScope(session.arrays) { name, arguments, range throws(Diagnostic) in
      guard let measure = Measure.named(name) else { return nil }
      do {
        let arguments = Arguments(expressions: arguments, excerpt: excerpt)
        return Tensor(try measure.value(arguments, session))
      } catch {
        let failure = CellFailure(error)
        throw Diagnostic(failure.id, failure.message, at: range, help: failure.help)
      }
    }
    do throws(Diagnostic) {
      let value = try scope.value(of: expression)
      guard value.elements.count == 1 else {
        throw Diagnostic(
          "query.shape", "this is \(value.shape), expected a single number", at: expression.range)
      }
      return value.elements[0]
    } catch {
      throw DiagnosticList([error.moved(into: excerpt)])
    }
  }
}

/// Checks the names of an expression without evaluating it.
private struct QueryChecker {
  let excerpt: SourceExcerpt
  let context: OptionContext

  init(excerpt: SourceExcerpt, scope: Scope) {
    self.excerpt = excerpt
    context = OptionContext(scope: scope, parameters: Parameters())
  }

  mutating func check(_ expression: Expression) {
    switch expression.kind {
    case .application(.named(let name), _, let arguments, _):
      if let measure = Measure.named(name) {
        check(measure, arguments, at: expression.range)
      } else if Compiler.functionNames.contains(name) {
        for argument in arguments { check(argument) }
      } else {
        let names = Measure.all.map(\.name) + Compiler.functionNames
        report(
          "query.function", "unknown function '\(name.shortened)'",
          at: expression.range.lowerBound..<expression.range.lowerBound + name.utf8.count,
          help: NearestName.help(for: name, in: names, called: "functions"))
      }
    case .symbol(let symbol):
      if let labels = context.scope.labels(ofArray: symbol.name) {
        labels.forEach(context.note(reference:))
        return
      }
      let definition = context.scope[symbol.name]
      let measures = Measure.all.filter { measure in
        definition.map { measure.takes($0.kind.tag) } ?? false
      }
      report(
        "query.name", "'\(symbol.name.shortened)' is no number", at: expression.range,
        help: measures.isEmpty
          ? NearestName.help(for: symbol.name, in: context.scope.arrays, called: "arrays")
          : ["ask something of it: \(measures.map(\.usage).joined(separator: ", "))"])
    default:
      for child in expression.children { check(child) }
    }
  }

  private func check(_ measure: Measure, _ arguments: [Expression], at range: Range<Int>) {
    guard (measure.required...measure.parameters.count).contains(arguments.count) else {
      report(
        "query.arguments",
        "'\(measure.name)' takes \(measure.argumentCount), "
          + "found \(arguments.count)", at: range, help: ["write \(measure.usage)"])
      return
    }
    for (argument, parameter) in zip(arguments, measure.parameters) {
      check(argument, parameter, of: measure)
    }
    if let mismatch = measure.mismatch(arguments, in: excerpt, context.scope) {
      context.report(mismatch)
    }
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

  private func report(_ id: String, _ message: String, at range: Range<Int>, help: [String]) {
    context.report(Diagnostic(id, message, at: excerpt.range(inFile: range), help: help))
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
