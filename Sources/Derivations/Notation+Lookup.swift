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
    guard formula.contains(offset) else { return nil }
    let own = occurrence(of: formula)
    // The letter of `W_1` belongs to the whole, what stands in its scripts may be a symbol itself.
    if let own, formula.isName(at: offset) { return own }
    // Of two that meet at the offset the one that begins there is meant.
    return formula.children.reversed().lazy.compactMap { occurrence(at: offset, in: $0) }.first
      ?? own
  }

  /// What is bound to a formula as a whole.
  private func occurrence(of formula: Formula) -> Occurrence? {
    guard let key = SymbolKey(formula) else { return nil }
    if let binding = bindings[key.name] {
      guard case .scripts(let scripts) = formula.unbraced.kind else {
        return Occurrence(binding: binding, layer: binding.fixedLayer, range: formula.range)
      }
      let layer = binding.layer(in: scripts) ?? binding.fixedLayer
      return Occurrence(binding: binding, layer: layer, range: formula.range)
    }
    guard case .scripts(let scripts) = formula.kind, let name = SymbolName.of(scripts.base),
      let binding = bindings[name]
    else { return nil }
    return Occurrence(binding: binding, layer: binding.layer(in: scripts), range: formula.range)
  }

  /// The symbols that code may have a name for, once for each layer of those that are layered.
  public func inCode(layers: Int) -> [(binding: Binding, layer: Int?)] {
    symbols.flatMap { binding -> [(binding: Binding, layer: Int?)] in
      guard binding.role.isNamedInCode else { return [] }
      // The activation of layer 0 is the input.
      let first = binding.role == .activation ? 0 : 1
      let layers = binding.layerPlace == .none ? [] : Array(first...max(1, layers))
      return layers.isEmpty ? [(binding, nil)] : layers.map { (binding, $0) }
    }
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

extension Role {
  /// Whether it is a tensor or a number, not a letter that counts, or a function.
  fileprivate var isNamedInCode: Bool {
    switch self {
    case .lastLayer, .anyLayer, .function, .layerFunction, .parameters: false
    default: true
    }
  }
}

extension Formula {
  fileprivate func contains(_ offset: Int) -> Bool {
    range.lowerBound <= offset && offset <= range.upperBound
  }

  /// Whether the name of this symbol stands at an offset, not its scripts.
  fileprivate func isName(at offset: Int) -> Bool {
    switch kind {
    case .scripts(let scripts): scripts.base.contains(offset)
    case .row(let elements): elements.count > 1
    default: true
    }
  }
}
