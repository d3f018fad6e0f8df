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
  /// The datasets among them, each with the part that is named.
  let data: [LabelReference]
  /// The networks and datasets that it uses together.
  let pairings: [Pairing]

  /// Reads the expression and checks names, labels and the number of arguments.
  init(_ excerpt: SourceExcerpt, scope: Scope) throws(DiagnosticList) {
    let expression: Expression
    do throws(Diagnostic) {
      expression = try CodeReader.expression(excerpt.text)
    } catch {
      throw DiagnosticList([error.moved(into: excerpt)])
    }
    let context = OptionContext(scope: scope, parameters: Parameters())
    let check = CodeCheck(
      excerpt: excerpt, context: context, shapes: CodeShapes(scope.arrayShapes), engine: nil,
      unknownName: scope.unknownNumber)
    if let shape = check.shape(of: expression), !shape.isSingle {
      check.report(
        "query.shape", "this is \(shape), expected a single number", at: expression.range,
        help: ["take one element, as in 'v[0]', or a number of all: sum(v), mean(v), norm(v)"])
    }
    guard context.diagnostics.isEmpty else { throw DiagnosticList(context.diagnostics) }
    self.expression = expression
    self.excerpt = excerpt
    labels = Set(context.references)
    (data, pairings) = (context.data, context.pairings)
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

extension Scope {
  /// Why a name is no number that prose, a table or an expectation can ask for.
  fileprivate func unknownNumber(_ name: String) -> (id: String, message: String, help: [String]) {
    let label = name.split(separator: ".", maxSplits: 1).first.map(String.init) ?? name
    let measures = Measure.all.filter { measure in
      self[label].map { measure.takes($0.kind.tag) } ?? false
    }
    let help: [String]
    if label == "params" {
      help = ["a parameter stands in an option, as '${\(name.dropFirst(label.count + 1))}'"]
    } else if !measures.isEmpty {
      help = ["ask something of it: \(measures.map(\.usage).joined(separator: ", "))"]
    } else if isSymbol(name) {
      help = [
        "the notation's arrays have values in code: assign it in a cell '{compute}', "
          + "as in 'first = \(name)[0, 0]', and ask for 'first'"
      ]
    } else {
      help = NearestName.help(for: name, in: arrays, called: "arrays")
    }
    let id = "query.name"
    return (id, "'\(name.shortened)' is no number", help)
  }

  /// Whether a notation above gives code this name.
  private func isSymbol(_ name: String) -> Bool {
    sources.contains { source in
      guard let directive = source.directive as? NotationDirective else { return false }
      return NotationInForce(
        notation: directive.notation, architecture: directive.architecture, source: source
      ).codeNames.contains(name)
    }
  }
}
