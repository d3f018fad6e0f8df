import Diagnostics
import Expressions

/// Checks a statement of sizes, `w^{(1)}: 28 \times 784`, against the network of the lesson itself.
struct SizeCheck {
  let check: ChainCheck

  init(_ check: ChainCheck) { self.check = check }

  func run() -> ChainCheck.Result { check.result(of: .size, judging: verdict) }

  private func verdict(_ left: Chain.Side, _ right: Chain.Side) -> Verdict {
    guard let subject = left.expression, case .sizes(let sizes) = right.content else {
      return .sketch
    }
    if case .symbol(let symbol) = subject.kind,
      check.checker.notation.bindings[symbol.name] == nil
    {
      return .unread(
        Diagnostic(
          "read.sign",
          "a colon says the size of what is bound, and '\(SymbolName.spelled(symbol.name))' is not",
          at: left.range,
          help: ["write ':=' or '=' to give a name a value, 'W: 3 \\times 4' for a size"]))
    }
    var verdict: Verdict?
    for scope in NetworkScope.ofLesson(check.checker, about: subject) {
      let one = self.verdict(subject, sizes, scope, at: right.range)
      if !one.holds { return one }
      verdict = one
    }
    return verdict
      ?? .shape(Diagnostic("shape.layer", "the network has no such layer", at: left.range))
  }

  private func verdict(
    _ subject: Expression, _ sizes: [Expression], _ scope: NetworkScope, at range: Range<Int>
  ) -> Verdict {
    do throws(Diagnostic) {
      var compiler = Compiler(scope: scope)
      let lowering = Lowering(notation: scope.notation, loss: check.checker.loss)
      let shape = try compiler.compile(lowering(subject)).shape
      var claimed: [Int] = []
      for size in sizes {
        guard let value = try self.value(size, scope) else {
          throw Diagnostic("shape.size", "a size is a whole number", at: size.range)
        }
        claimed.append(value)
      }
      guard claimed.count == shape.rank else {
        throw Diagnostic(
          "shape.size", "this has \(shape.rank) sizes: \(shape)", at: range)
      }
      for (axis, (actual, said)) in zip(shape.axes, claimed).enumerated() where actual != said {
        return .refuted(
          Counterexample(
            error: abs(Double(actual - said)) / Double(max(actual, said, 1)), tolerance: 0,
            place: axis == 0 ? "rows" : "columns", left: Double(actual), right: Double(said),
            points: 1, assumption: .anyTarget))
      }
      return .verified(
        Evidence(error: 0, tolerance: 0, points: 1, assumption: .anyTarget, reading: .exact))
    } catch {
      return ChainCheck.verdict(of: error)
    }
  }

  private func value(_ size: Expression, _ scope: NetworkScope) throws(Diagnostic) -> Int? {
    Int(exactly: try scope.number(size))
  }
}

extension NetworkScope {
  /// The names of a notation on the lesson's own network: once, or once for each layer if the
  /// subject is a family of which no member is named.
  static func ofLesson(_ checker: DerivationChecker, about subject: Expression) -> [NetworkScope] {
    let layers = checker.network.layers
    let widths = [checker.network.inputs] + layers.map(\.outputs)
    let isEach = checker.notation.samples == .each
    let table = NodeTable(
      widths: widths, batch: isEach ? 1 : unsaidBatch, layout: checker.notation.layout, open: [])
    var letters: [String: Int] = [:]
    var isFamily = false
    subject.walk { part in
      if let letter = part.layer?.variable { letters[letter] = table.depth }
      if case .symbol(let symbol) = part.kind, symbol.layer == nil,
        let role = checker.notation.bindings[symbol.name]?.role, role.isLayered
      {
        isFamily = true
      }
    }
    let activations = layers.map(\.activation)
    return (isFamily ? Array(1...table.depth) : [0]).map { layer in
      NetworkScope(
        notation: checker.notation, table: table, activations: activations, layers: letters,
        defaultLayer: layer == 0 ? nil : layer)
    }
  }

  /// A batch size that no statement can mean but by the letter for it.
  private static let unsaidBatch = 211

  /// The value of an expression in numbers and sizes, the only ones known without a forward pass.
  func number(_ expression: Expression) throws(Diagnostic) -> Double {
    var stranger: Expression?
    expression.walk { part in
      switch part.kind {
      case .number, .negation, .binary, .application: break
      case .symbol(let symbol) where size(symbol) != nil: break
      default: stranger = stranger ?? part
      }
    }
    if let stranger {
      throw Diagnostic(
        "shape.size", "only numbers and sizes can stand here", at: stranger.range)
    }
    var compiler = Compiler(scope: self)
    let plan = try compiler.compile(expression)
    guard plan.shape.rank == 0 else {
      throw Diagnostic("shape.size", "this is \(plan.shape) and no number", at: expression.range)
    }
    let values = table.nodes.map { node -> [Double] in
      guard case .size(let size) = node else { return [.nan] }
      return [table.size(size, layer: defaultLayer).map(Double.init) ?? .nan]
    }
    return Valuation(values: values).value(of: plan).elements[0]
  }
}
