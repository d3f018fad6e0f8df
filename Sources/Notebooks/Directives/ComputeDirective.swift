import Derivations
import Diagnostics
import Expressions
import Neural

/// `compute`: array code in the lesson's own names, held against the engine.
struct ComputeDirective: Directive {
  static let name = "compute"
  static let summary =
    "Runs array code in the names of the notation and holds what it computes against the engine."
  static let content = ContentRule.content("code")
  static let details = [
    "Array code is arithmetic in the manner of NumPy. Statements: 'name = expression', 'a += 1', "
      + "'print(a, b)', and an expression by itself, whose value is shown. '#' begins a remark; 'np.' may "
      + "stand before a function. There are no loops, branches or functions of one's own.",
    "Values: numbers, lists [1, 2] and [[1, 2], [3, 4]], True and False, pi. Operators: + - * / element by "
      + "element with broadcasting, @ for the matrix product, ** for powers; < <= > >= == != and "
      + "'and', 'or', 'not', element by element; X.T is the transpose. Elements and slices: v[0], X[1, 2], "
      + "X[0, :], X[:, 1:3], v[::-1], counted from 0, from the end by negative numbers.",
    "Functions take 'axis=' and 'keepdims=True' where they sum up: sum(X, axis=0), max(X, axis=1), "
      + "argmax(P, axis=1). where(v > 0, v, 0) chooses element by element. A function may be written "
      + "behind its array: X.sum(axis=0). 'gradbook reference sum' says more of each; measures such as "
      + "accuracy(mlp, iris.test) may be called as well.",
    "Names: with a notation above, code begins with its parameters (W1, b1) and, where 'data' is given, "
      + "with X, Y and the batch size; the names of what is computed (z1, a1, P, L, dW1) are held "
      + "against the engine as soon as the code gives them a value.",
    "A name that gets a value keeps it: it serves later cells '{compute}', '{expect}' and '{table}', and "
      + "prose by {eval}, which take single numbers: 'first = W1[0, 0]', 'size = norm(W1)'. An array of "
      + "the notation itself is asked for by assigning it here first.",
    "An array is shown in one format: whole numbers exactly, truth values as True and False, all entries "
      + "of up to twenty rows and columns. What is nothing beside the largest element, less than 16 "
      + "units of rounding of it, is shown as ≈0: a residue of rounding, which is not exactly 0.",
  ]
  static let example = #"""
    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 5, activation: relu}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{notation}
    network: mlp
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, h_l: preactivation, a_l: activation, P: output, L: loss}
    ```

    ```{compute}
    data: iris
    samples: 2
    ---
    h1 = X @ W1 + b1
    a1 = relu(h1)
    h2 = a1 @ W2 + b2
    P = softmax(h2)
    dW2 = a1.T @ (P - Y)
    P
    ```
    """#

  let notation: LabelReference?
  let data: LabelReference?
  let samples: Int
  let code: SourceExcerpt
  let statements: [Statement]
  let arrays: [ArrayDefinition]
  private let samplesPlace: Range<Int>

  init(_ options: Options) {
    notation = options.scope.notation(options, isNeeded: false)
    // The names stand for what the network is by now, which training may have changed.
    if let network = notation.flatMap(options.scope.network) {
      options.context.note(reference: network.name)
    }
    data = options.optional("data", .label(.dataset), "the samples that X and Y stand for")
    if let data, let network = notation.flatMap(options.scope.network) {
      options.context.pair(network, with: data)
    }
    samples = options.value(
      "samples", .positive, default: 2, "how many samples, the first of the part")
    samplesPlace = options.place(of: "samples")
    code = options.content ?? SourceExcerpt("")
    do throws(Diagnostic) {
      statements = try CodeReader.statements(of: code.text)
    } catch {
      statements = []
      options.report(error.moved(into: code))
    }
    arrays = Self.check(
      statements, of: code, options, notation: notation, samples: data == nil ? nil : samples)
  }

  func foundations(in session: Session) -> [Foundation] { [.arrays] }

  func run(in session: inout Session) throws -> [Output] {
    let found = try engineNames(in: session)
    let engine = found?.names
    let live = session
    var scope = CodeScope(
      session.arrays.merging(engine?.inputs ?? [:]) { _, new in new },
      featureAxis: engine?.featureAxis ?? 1
    ) { name, arguments, range throws(Diagnostic) in
      try Self.answer(name, arguments, at: range, engine: engine, live)
    }
    var printed: [String] = []
    var agreements: [Agreement] = []
    var overwritten: [String] = []
    for statement in statements {
      let value: Tensor<Double>
      do throws(Diagnostic) {
        value = try scope.run(statement)
      } catch {
        throw CellFailure(error.moved(into: code))
      }
      if statement.isShown { printed.append(ArrayText(value).text) }
      guard let target = statement.target else { continue }
      session.arrays[target] = value
      if engine?.inputs[target] != nil, !overwritten.contains(target) { overwritten.append(target) }
      if let expected = engine?.value(of: target) {
        agreements.removeAll { $0.name == target }
        agreements.append(
          Agreement(
            target, value, expected,
            formula: engine.flatMap { CodeFormula(of: statement, in: scope, $0)?.tex },
            statement: statement.range, of: code))
      }
    }
    var outputs: [Output] = [.code(Listing(code.text, language: "python"))]
    if !printed.isEmpty { outputs.append(.code(Listing(printed.joined(separator: "\n")))) }
    guard !agreements.isEmpty else { return outputs }
    if let rehearsal = found?.rehearsal {
      agreements = rehearsal.confirming(agreements, of: statements, arrays: live.arrays)
    }
    outputs.append(.agreements(agreements))
    if !overwritten.isEmpty {
      outputs.append(.notice(Notice(.warning, Self.warning(of: overwritten))))
    }
    return outputs
  }

  /// What is held against the engine after an assignment to what the engine has too.
  private static func warning(of overwritten: [String]) -> String {
    let names = overwritten.map { "'\($0)'" }.joined(separator: ", ")
    return
      "The code assigns to \(names); the engine keeps its own, and what follows is compared with that."
  }

  /// The names of the notation with their values on the samples, and where the code is held against
  /// them once more; nil without a notation.
  private func engineNames(
    in session: Session
  ) throws -> (names: EngineNames, rehearsal: ComputeRehearsal?)? {
    guard let notation, case .notation(let live) = session[notation.name] else { return nil }
    let network = try session.network(live.network).inDouble
    guard let data else {
      return (try EngineNames(network, live.checker.notation, batch: nil), nil)
    }
    let examples = try session.examples(of: data)
    let indices = try examples.first(samples, at: samplesPlace)
    do throws(ShapeError) {
      try examples.validate(inputs: network.inputs, outputs: network.outputs)
      let batch: (x: Matrix<Double>, y: Matrix<Double>) = (
        examples.samples.batch(indices), examples.targets.batch(indices, outputs: network.outputs)
      )
      return (
        try EngineNames(network, live.checker.notation, batch: batch),
        try ComputeRehearsal(network, live.checker.notation, batch: batch)
      )
    } catch {
      throw CellFailure("compute.shape", "\(error)", at: data.range)
    }
  }

  /// `gradient(mlp, W1)` and every measure, inside the code.
  private static func answer(
    _ name: String, _ arguments: [Expression], at range: Range<Int>, engine: EngineNames?,
    _ session: Session
  ) throws(Diagnostic) -> Tensor<Double>? {
    if name == "gradient", let wanted = arguments.last, case .symbol(let symbol) = wanted.kind {
      if let gradient = engine?.gradient(of: symbol.name) { return gradient }
      throw Diagnostic(
        "compute.gradient", "there is no gradient of '\(symbol.name)'", at: wanted.range,
        help: NearestName.help(for: symbol.name, in: engine?.parameterNames ?? [], called: "of"))
    }
    guard let measure = Measure.named(name) else { return nil }
    do {
      let excerpt = SourceExcerpt("")
      return Tensor(
        try measure.value(Arguments(expressions: arguments, excerpt: excerpt), session))
    } catch {
      let failure = CellFailure(error)
      throw Diagnostic(failure.id, failure.message, at: range, help: failure.help)
    }
  }
}
