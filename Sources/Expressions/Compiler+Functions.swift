import Diagnostics

extension Compiler {
  /// Every function that code or a formula may call.
  public static let functionNames = CodeFunction.all.map(\.name)

  mutating func application(
    _ name: FunctionName, _ order: Int, _ arguments: [Expression], _ named: [String: Expression],
    at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    switch name {
    case .activation(let layer):
      let function: LayerFunction
      do throws(ScopeError) {
        function = try scope.activation(layer)
      } catch {
        throw diagnostic(error, at: range)
      }
      return try apply(function, order, arguments, axis: nil, at: range)
    case .named(let name):
      if let own = scope.function(name) {
        return try apply(own, order, arguments, axis: nil, at: range)
      }
      if let function = ElementFunction.named(name) {
        try check(named, allowed: [], of: name)
        return try apply(.elementwise(function), order, arguments, axis: nil, at: range)
      }
      guard order == 0 else {
        throw Diagnostic(
          "shape.function", "'\(name)' has no derivative element by element", at: range)
      }
      return try array(name, arguments, named, at: range)
    }
  }

  private func check(
    _ named: [String: Expression], allowed: [String], of function: String
  ) throws(Diagnostic) {
    for (key, value) in named.sorted(by: { $0.key < $1.key }) where !allowed.contains(key) {
      throw Diagnostic(
        "function.option", "'\(function)' has no option '\(key)'", at: value.range,
        help: NearestName.help(for: key, in: allowed, called: "options"))
    }
  }

  private func expect(
    _ count: ClosedRange<Int>, of arguments: [Expression], for name: String, at range: Range<Int>
  ) throws(Diagnostic) {
    guard !count.contains(arguments.count) else { return }
    let wanted =
      count.lowerBound == count.upperBound
      ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
    throw Diagnostic(
      "function.arguments",
      "'\(name)' takes \(wanted) argument\(wanted == "1" ? "" : "s"), not \(arguments.count)",
      at: range)
  }

  private mutating func apply(
    _ function: LayerFunction, _ order: Int, _ arguments: [Expression], axis: Int?,
    at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    let name =
      switch function {
      case .elementwise(let function): function.name
      case .softmax: "softmax"
      }
    try expect(1...1, of: arguments, for: name, at: range)
    switch function {
    case .elementwise(let function):
      guard order <= 2 else {
        throw Diagnostic("shape.function", "only first and second derivatives are known", at: range)
      }
      let body = try typed(arguments[0])
      spend(body.shape.count * 4)
      return Typed(.map(function, order: order, body), body.shape)
    case .softmax:
      guard order == 0 else {
        throw Diagnostic(
          "shape.function", "softmax mixes its elements and has no derivative element by element",
          at: range)
      }
      // softmax(z_i) is element i of softmax(z).
      if case .component(let whole, let indices) = arguments[0].kind {
        let applied = Expression(
          .application(.named("softmax"), order: 0, [whole], [:]), at: arguments[0].range)
        if let symbol = whole.symbol {
          let tensor = try named(symbol, at: whole.range)
          let body = try apply(.softmax, 0, [whole], axis: axis, at: range)
          let position = try position(
            in: NamedTensor(slot: -1, shape: body.shape, sampleAxis: tensor.sampleAxis),
            sample: nil, indices, called: symbol.name, at: arguments[0].range)
          return Typed(.pick(body, position), .scalar)
        }
        return try component(of: applied, indices, at: range)
      }
      let body = try typed(arguments[0])
      let along = axis ?? min(scope.featureAxis, body.shape.rank - 1)
      guard body.shape.rank > 0 else {
        throw Diagnostic("shape.function", "softmax takes all its elements, not one", at: range)
      }
      let (place, _) = try reduced(along, of: body.shape, keepsAxis: true, at: range)
      spend(body.shape.count * 4)
      return Typed(.softmax(body, axis: place), body.shape)
    }
  }

  private mutating func array(
    _ name: String, _ arguments: [Expression], _ named: [String: Expression], at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    guard let function = CodeFunction.named(name) else {
      throw Diagnostic(
        "query.function", "there is no function '\(name)'", at: range,
        help: NearestName.help(for: name, in: Self.functionNames, called: "functions"))
    }
    let isOfTwo = ["max", "min"].contains(name) && arguments.count == 2
    try check(named, allowed: isOfTwo ? [] : function.options, of: name)
    try expect(function.arguments, of: arguments, for: name, at: range)
    switch name {
    case "sum", "mean", "prod":
      return try totalled(name, arguments, named, at: range)
    case "max" where arguments.count < 2, "min" where arguments.count < 2:
      return try totalled(name, arguments, named, at: range)
    case "max", "min", "maximum", "minimum":
      let (a, b) = (try typed(arguments[0]), try typed(arguments[1]))
      guard let shape = Self.broadcast(a.shape, b.shape) else {
        throw Diagnostic(
          "shape.elementwise", "cannot compare \(a.shape) and \(b.shape): the shapes differ",
          at: range)
      }
      return Typed(name.hasPrefix("max") ? .larger(a, b) : .smaller(a, b), shape)
    case "argmax", "argmin":
      let body = try typed(arguments[0])
      guard let written = try axis(of: name, arguments, named) else {
        return Typed(.position(ofMaximum: name == "argmax", axis: nil, body), .scalar)
      }
      let (axis, axes) = try reduced(written, of: body.shape, keepsAxis: false, at: range)
      return Typed(
        .position(ofMaximum: name == "argmax", axis: axis, body), TensorShape(axes))
    case "softmax":
      return try apply(
        .softmax, 0, [arguments[0]], axis: axis(of: name, arguments, named), at: range)
    case "where":
      let parts = [try typed(arguments[0]), try typed(arguments[1]), try typed(arguments[2])]
      guard let first = Self.broadcast(parts[0].shape, parts[1].shape),
        let shape = Self.broadcast(first, parts[2].shape)
      else {
        throw Diagnostic(
          "shape.elementwise",
          "cannot choose between \(parts[1].shape) and \(parts[2].shape) by \(parts[0].shape)",
          at: range)
      }
      return Typed(.cases([(parts[1], parts[0]), (parts[2], nil)]), shape)
    case "dot", "matmul":
      return try binary(.multiply, arguments[0], arguments[1], at: range)
    case "transpose":
      return try typed(Expression(.transpose(arguments[0]), at: range))
    case "norm":
      let body = try typed(arguments[0])
      let squares = Typed(.combine(.scale, body, body), body.shape)
      let root = ElementFunction.named("sqrt") ?? .identity
      spend(body.shape.count * 2)
      return Typed(.map(root, order: 0, Typed(.total(.sum, axis: nil, squares), .scalar)), .scalar)
    case "len":
      let body = try typed(arguments[0])
      guard let length = body.shape.axes.first else {
        throw Diagnostic("shape.function", "a scalar has no length", at: range)
      }
      return Typed(.constant(Double(length)), .scalar)
    case "zeros", "ones", "eye":
      let axes = try sizes(arguments[0])
      if name == "eye" {
        guard axes.count == 1 else {
          throw Diagnostic("shape.function", "'eye' takes one size", at: arguments[0].range)
        }
        return Typed(.identity, TensorShape([axes[0], axes[0]]))
      }
      return Typed(.fill(name == "ones" ? 1 : 0), TensorShape(axes))
    case "reshape":
      let body = try typed(arguments[0])
      var axes = try sizes(arguments[1], allowingOpen: true)
      if let open = axes.firstIndex(of: -1) {
        axes[open] = 1
        let rest = axes.reduce(1, *)
        axes[open] = rest == 0 ? 0 : body.shape.count / rest
      }
      let shape = TensorShape(axes)
      guard shape.count == body.shape.count else {
        throw Diagnostic("shape.reshape", "cannot make \(shape) of \(body.shape)", at: range)
      }
      return Typed(.reshape(body), shape)
    default: preconditionFailure("'\(name)' is listed among the functions and has no rule here")
    }
  }

  /// `sum(x, axis=0, keepdims=True)` and its kin.
  private mutating func totalled(
    _ name: String, _ arguments: [Expression], _ named: [String: Expression], at range: Range<Int>
  ) throws(Diagnostic) -> Typed {
    let reduction: Reduction =
      switch name {
      case "sum": .sum
      case "mean": .mean
      case "prod": .product
      case "max": .maximum
      default: .minimum
      }
    let axis = try axis(of: name, arguments, named)
    let keeps = try named["keepdims"].map { expression throws(Diagnostic) in
      try whole(expression) != 0
    }
    let body = try typed(arguments[0])
    return try total(reduction, axis: axis, keepsAxis: keeps ?? false, body, at: range)
  }

  /// The axis that a call names, as `axis=0` or in second place.
  private func axis(
    of function: String, _ arguments: [Expression], _ named: [String: Expression]
  ) throws(Diagnostic) -> Int? {
    let second = arguments.dropFirst().first
    if let second, named["axis"] != nil {
      throw Diagnostic("function.option", "'\(function)' is given two axes", at: second.range)
    }
    guard let written = named["axis"] ?? second else { return nil }
    return try whole(written)
  }

  /// The whole number an argument such as `axis=0` is.
  func whole(_ expression: Expression) throws(Diagnostic) -> Int {
    switch expression.kind {
    case .number(let value):
      if let whole = Int(exactly: value) { return whole }
    case .negation(let body): return -(try whole(body))
    case .symbol(let symbol):
      if let size = scope.size(symbol) { return size }
      if symbol.name == "True" { return 1 }
      if symbol.name == "False" { return 0 }
    default: break
    }
    throw Diagnostic("function.number", "expected a whole number", at: expression.range)
  }

  /// A size or a list of them, kept within what can be held in memory.
  private func sizes(
    _ expression: Expression, allowingOpen: Bool = false
  ) throws(Diagnostic) -> [Int] {
    var axes: [Int] = []
    var list = expression
    // `[2, 3]` is the only row of a matrix.
    if case .slice(let matrix, _) = expression.kind, case .matrix = matrix.kind { list = matrix }
    if case .matrix(let rows) = list.kind {
      for part in rows.joined() { axes.append(try whole(part)) }
    } else {
      axes = [try whole(expression)]
    }
    // An axis of 0 elements leaves none, but the others are still to be multiplied.
    var count = 1.0
    for axis in axes {
      let isOpen = allowingOpen && axis == -1
      guard axis >= 0 || isOpen else {
        throw Diagnostic("shape.size", "a size is not negative", at: expression.range)
      }
      if !isOpen { count *= Double(max(axis, 1)) }
    }
    guard count <= Double(Self.largest), axes.filter({ $0 == -1 }).count <= 1 else {
      throw Diagnostic(
        "expression.large", "that has too many elements", at: expression.range,
        help: ["an array has at most \(Self.largest) elements"])
    }
    return axes
  }
}
