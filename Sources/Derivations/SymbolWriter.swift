import Diagnostics

/// Writes the tensors of a network as a notation calls them, in TeX.
struct SymbolWriter {
  let notation: Notation
  /// The index that runs over samples.
  let sampleLetter: String

  /// The notation with a name for every role that a derivation needs, the lesson's own first.
  init(completing notation: Notation) {
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
    let (base, script) = Self.parts(of: binding.key)
    let sample = ofSample ? sampleLetter : nil
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

    let language = name == "leaky-relu" ? "leaky_relu" : name
    if let own = notation.symbols.first(where: { $0.role == .function(language) }) {
      return own.key + prime
    }
    switch name {
    case "sigmoid":
      return (notation.bindings["σ"] == nil ? #"\sigma"# : #"\operatorname{sigmoid}"#) + prime
    case "tanh": return #"\tanh"# + prime
    case "relu": return #"\operatorname{ReLU}"# + prime
    case "softmax": return #"\operatorname{softmax}"# + prime
    default:
      guard let binding = preferred(.layerFunction) else { return "f" }
      let raised = isDerivative ? #"(\#(layer))\prime"# : "(\(layer))"
      return "\(Self.parts(of: binding.key).base)^{\(raised)}"
    }
  }
}
