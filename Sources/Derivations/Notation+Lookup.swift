import TeX

extension Notation {
  /// A symbol of a formula with the binding it has.
  public struct Occurrence: Sendable {
    public let binding: Binding
    /// The layer it names by a number.
    public let layer: Int?
    /// Where it stands in the text of the formula.
    public let range: Range<Int>
  }

  /// What is bound to the symbol at an offset of a formula; nil if nothing is.
  public func occurrence(at offset: Int, in formula: Formula) -> Occurrence? {
    for piece in formula.path(to: offset).reversed() {
      guard let key = SymbolKey(piece), !key.name.isEmpty else { continue }
      if let binding = bindings[key.name] {
        return Occurrence(binding: binding, layer: binding.fixedLayer, range: piece.range)
      }
      guard case .scripts(let scripts) = piece.kind, let name = SymbolName.of(scripts.base),
        let binding = bindings[name]
      else { continue }
      return Occurrence(binding: binding, layer: binding.layer(in: scripts), range: piece.range)
    }
    return nil
  }

  /// What a name in code stands for: `W1` is `W_l` in layer 1; nil if it stands for nothing.
  public func binding(
    namedInCode name: String, layers: Int, codeName: (Binding, Int?) -> String
  ) -> (binding: Binding, layer: Int?)? {
    for binding in symbols {
      if codeName(binding, nil) == name { return (binding, binding.fixedLayer) }
      for layer in 0...max(0, layers) where binding.layerPlace != .none {
        if codeName(binding, layer) == name { return (binding, layer) }
      }
    }
    return nil
  }
}

extension Notation.Binding {
  /// The layer that `W_1` or `W^{(1)}` names.
  fileprivate func layer(in scripts: Formula.Scripts) -> Int? {
    let place: Formula?
    switch layerPlace {
    case .none: place = nil
    case .subscripted: place = scripts.sub
    case .superscripted: place = scripts.sup
    }
    let digits = place?.elements.compactMap { element -> String? in
      if case .number(let digits) = element.unbraced.kind { digits } else { nil }
    }
    return digits.flatMap { $0.count == 1 ? Int($0[0]) : nil }
  }
}
