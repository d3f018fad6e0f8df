import Diagnostics

/// Writes the tensors of a network as a notation calls them, in TeX.
public struct SymbolWriter: Sendable {
  let notation: Notation
  /// The index that runs over samples.
  let sampleLetter: String

  /// The notation with a name for every role that a derivation needs, the lesson's own first.
  public init(completing notation: Notation) {
    var complete = notation
    func isFree(_ name: String) -> Bool { complete.bindings[name] == nil }
    let place = notation.symbols.contains { $0.layerPlace == .superscripted } ? "^{(l)}" : "_l"
    for (role, names) in Self.defaults where !notation.symbols.contains(where: { $0.role == role })
    {
      guard let name = names.first(where: isFree) else { continue }
      let key = role.isLayered ? name + place : name
      // A default that cannot be bound is left out; the lines that need it then say so.
      try? complete.bind(key, role: role)
    }
    self.notation = complete
    sampleLetter = ["n", "i", "s", "t", "q"].first(where: isFree) ?? "n"
  }

  private static let defaults: [(Role, [String])] = [
    (.weights, ["W", "w"]), (.bias, ["b", "c"]), (.preactivation, ["z", "h", "u"]),
    (.activation, ["a", "r"]), (.target, ["Y", "y"]), (.input, ["X", "x"]),
    (.loss, ["L", "E", "C", "J"]), (.size(.batch), ["m", "N"]), (.layerFunction, ["f", "g"]),
  ]

  /// The symbol for a role in a layer, of one sample if so asked.
  func symbol(_ role: Role, _ layer: Int? = nil, ofSample: Bool = false) -> String {
    guard let binding = preferred(role) else { return "?" }
    return Self.tex(of: binding, layer, sample: ofSample ? sampleLetter : nil)
  }

  /// The symbol for a binding in a layer: `W_l` in layer 1 is `W_{1}`.
  public static func tex(
    of binding: Notation.Binding, _ layer: Int?, sample: String? = nil
  ) -> String {
    let (base, script) = parts(of: binding.key)
    guard let layer, binding.layerPlace != .none else {
      return base + (sample.map { "^{(\($0))}" } ?? "")
    }
    switch binding.layerPlace {
    case .subscripted: return "\(base)_{\(layer)}" + (sample.map { "^{(\($0))}" } ?? "")
    default:
      if script.contains("[") {
        return "\(base)^{[\(layer)]" + (sample.map { "(\($0))" } ?? "") + "}"
      }
      return "\(base)^{(\(layer)" + (sample.map { ", \($0)" } ?? "") + ")}"
    }
  }

  /// ∂L/∂ of a symbol.
  public func derivative(by symbol: String) -> String {
    #"\frac{\partial \#(self.symbol(.loss))}{\partial \#(symbol)}"#
  }

  /// Capital letters stand for whole batches, so they come first.
  private func preferred(_ role: Role) -> Notation.Binding? {
    let all = notation.symbols.filter { $0.role == role && $0.fixedLayer == nil }
    return all.first { $0.name.first?.isUppercase == true } ?? all.first
  }

  func has(_ role: Role) -> Bool { preferred(role) != nil }

  /// A key without the script that counts layers, and that script.
  private static func parts(of key: String) -> (base: String, script: String) {
    for script in [
      "^{(l)}", "^{[l]}", "^{l}", "^l", "_{l}", "_l", "^{(\\ell)}", "_\\ell", "^\\ell",
    ]
    where key.hasSuffix(script) {
      return (String(key.dropLast(script.count)), script)
    }
    return (key, "")
  }

  /// The TeX of a layer's activation, before its argument.
  func function(_ name: String, layer: Int, isDerivative: Bool = false) -> String {
    let prime = isDerivative ? "'" : ""
    if let known = function(named: name == "leaky-relu" ? "leaky_relu" : name) {
      return known + prime
    }
    guard let binding = preferred(.layerFunction) else { return "f" }
    let raised = isDerivative ? #"(\#(layer))\prime"# : "(\(layer))"
    return "\(Self.parts(of: binding.key).base)^{\(raised)}"
  }

  /// The TeX of a function by its name in code, the lesson's own first; nil for one that has no sign.
  public func function(named name: String) -> String? {
    if let own = notation.symbols.first(where: { $0.role == .function(name) }) { return own.key }
    return switch name {
    case "sigmoid": notation.bindings["σ"] == nil ? #"\sigma"# : #"\operatorname{sigmoid}"#
    case "tanh": #"\tanh"#
    case "relu": #"\operatorname{ReLU}"#
    case "softmax": #"\operatorname{softmax}"#
    default: nil
    }
  }

  /// How the lesson writes a product, with the room around it: the sign it names, else the usual one.
  public func sign(of product: Notation.Product) -> String {
    let own = notation.namedProducts.first { $0.product == product }?.sign
    switch own ?? (product == .matrix ? "juxtaposition" : #"\odot"#) {
    case "juxtaposition": return " "
    case let sign: return " \(sign) "
    }
  }
}
