import Diagnostics
import Expressions
import TeX

extension RowReader {
  /// What a superscript says.
  struct Superscript {
    var layer: Layer?
    var sample: Index?
    var isTransposed = false
    var primes = 0
    var power: Formula?
  }

  /// A name with its layer, sample, indices, transpose and power.
  mutating func symbol(
    _ letter: String, _ scripts: Formula.Scripts?, at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    var name = letter
    var sub = scripts?.sub
    if let word = sub.flatMap(SymbolName.word), notation.bindings["\(letter)_\(word)"] != nil {
      name = "\(letter)_\(word)"
      sub = nil
    }
    let binding = notation.bindings[name]
    if binding == nil, name == "e", !reader.definedNames.contains("e") {
      return try exponential(scripts, at: range)
    }
    let isLayered = binding?.role.isLayered ?? true
    var upper = Superscript()
    if let sup = scripts?.sup {
      // g^2 of a family that the notation writes without layers is a square.
      let isSquare = sup.unbraced.isNumber && binding.map { $0.layerPlace == .none } ?? false
      upper = try superscript(
        sup,
        countsLayers: isLayered && !isSquare && binding?.layerPlace != .subscripted
          && binding?.fixedLayer == nil
      )
    }
    if let primes = scripts?.primes { upper.primes += primes }
    var indices: [Index] = []
    if let sub {
      var parts = FormulaReader.items(of: sub)
      if namesLayer(sub, of: name, scripts) || binding?.layerPlace == .subscripted {
        upper.layer = try layer(takenFrom: &parts, at: sub.range)
      }
      indices = try self.indices(parts, at: sub.range, axes: binding?.role == .weights ? 2 : 1)
    }
    if upper.primes > 0 {
      throw Diagnostic("read.prime", "a prime on '\(name)' means nothing", at: range)
    }
    if let delta = kroneckerDelta(name, indices, upper, at: range) { return delta }
    let layer = upper.layer ?? binding?.fixedLayer.map { Layer(nil, $0) }
    let core = (scripts?.base.range ?? range)
    var result = Expression(
      .symbol(Symbol(name, layer: layer)), at: core.lowerBound..<range.upperBound)
    if let sample = upper.sample { result = Expression(.sample(result, sample), at: range) }
    if !indices.isEmpty { result = Expression(.component(result, indices), at: range) }
    if upper.isTransposed { result = Expression(.transpose(result), at: range) }
    if let power = upper.power {
      result = Expression(.binary(.power, result, try expression(of: power)), at: range)
    }
    return result
  }

  /// `e^x`; a subscript on e takes an element of the power.
  private mutating func exponential(
    _ scripts: Formula.Scripts?, at range: Range<Int>
  ) throws(Diagnostic) -> Expression {
    let exponent =
      if let sup = scripts?.sup { try expression(of: sup) } else {
        Expression(.number(1), at: range)
      }
    let power = Expression(
      .application(.named("exp"), order: 0, [exponent], [:]), at: range)
    guard let sub = scripts?.sub else { return power }
    return Expression(.component(power, try componentIndices(sub)), at: range)
  }

  /// Takes a superscript apart: layer, sample, transpose, primes, or a power.
  mutating func superscript(
    _ formula: Formula, countsLayers: Bool
  ) throws(Diagnostic) -> Superscript {
    var result = Superscript()
    var parts = FormulaReader.items(of: formula)
    while let last = parts.last {
      if last.isTransposition(in: notation), parts.count > 1 || !isLayerLetter(last, countsLayers) {
        result.isTransposed = true
        parts.removeLast()
      } else if case .scripts(let scripts) = last.kind, scripts.primes > 0, scripts.sub == nil,
        scripts.sup == nil
      {
        result.primes += scripts.primes
        parts[parts.count - 1] = scripts.base
        if case .row(let elements) = scripts.base.kind, elements.isEmpty { parts.removeLast() }
      } else if last.isSign("′") {
        result.primes += 1
        parts.removeLast()
      } else {
        break
      }
    }
    guard let first = parts.first, let last = parts.last else { return result }
    let isRound = first.isSign("(") && last.isSign(")")
    let isSquare = first.isSign("[") && last.isSign("]")
    if isRound || isSquare {
      let groups = FormulaReader.split(Array(parts.dropFirst().dropLast())) { $0.isSign(",") }
      guard groups.count <= 2, groups.allSatisfy({ !$0.isEmpty }) else {
        throw Diagnostic("read.superscript", "this superscript cannot be read", at: formula.range)
      }
      if countsLayers || isSquare {
        var own = groups[0]
        result.layer = try layer(takenFrom: &own, at: formula.range)
        guard own.isEmpty else {
          throw Diagnostic("read.layer", "this counts no layers", at: own[0].range)
        }
        if groups.count == 2 { result.sample = try sampleIndex(groups[1], at: formula.range) }
      } else if groups.count == 1 {
        result.sample = try sampleIndex(groups[0], at: formula.range)
      }
      return result
    }
    // `w^{[l](i)}`: brackets for the layer, parentheses for the sample.
    if first.isSign("["), let close = parts.firstIndex(where: { $0.isSign("]") }) {
      var own = Array(parts[1..<close])
      result.layer = try layer(takenFrom: &own, at: formula.range)
      let rest = Array(parts[(close + 1)...])
      if rest.count > 2, rest[0].isSign("("), rest[rest.count - 1].isSign(")") {
        result.sample = try sampleIndex(Array(rest[1..<(rest.count - 1)]), at: formula.range)
      }
      return result
    }
    if countsLayers, notation.superscript == .layer {
      result.layer = try layer(takenFrom: &parts, at: formula.range)
      guard parts.isEmpty else {
        throw Diagnostic("read.layer", "this counts no layers", at: parts[0].range)
      }
      return result
    }
    result.power = Formula(.row(parts), at: formula.range)
    return result
  }

  private func isLayerLetter(_ formula: Formula, _ countsLayers: Bool) -> Bool {
    guard countsLayers, let name = SymbolName.of(formula) else { return false }
    return notation.bindings[name]?.role == .lastLayer || notation.bindings[name]?.role == .anyLayer
  }

  private mutating func sampleIndex(
    _ parts: [Formula], at range: Range<Int>
  ) throws(Diagnostic) -> Index {
    let found = try indices(parts, at: range, axes: 1)
    guard found.count == 1 else {
      throw Diagnostic("read.index", "a sample has one index", at: range)
    }
    return found[0]
  }

  /// A number of a layer or of an element; nil for one that nothing has so many of.
  private static func count(_ digits: String) -> Int? {
    Int(digits).flatMap { $0 <= 1_000_000_000 ? $0 : nil }
  }

  /// A layer at the head of a script: `2`, `L`, `l-1`.
  mutating func layer(
    takenFrom parts: inout [Formula], at range: Range<Int>
  ) throws(Diagnostic) -> Layer {
    guard let head = parts.first else {
      throw Diagnostic("read.layer", "a layer is missing here", at: range)
    }
    if case .number(let digits) = head.unbraced.kind, let number = Self.count(digits) {
      parts.removeFirst()
      if parts.first?.isSign(",") == true { parts.removeFirst() }
      return Layer(nil, number)
    }
    guard let letter = SymbolName.of(head) else {
      throw Diagnostic("read.layer", "this counts no layers", at: head.range)
    }
    parts.removeFirst()
    var offset = 0
    if let sign = parts.first, sign.isSign("+") || sign.isSign("-"), parts.count > 1,
      case .number(let digits) = parts[1].unbraced.kind, let number = Self.count(digits)
    {
      offset = sign.isSign("+") ? number : -number
      parts.removeFirst(2)
    }
    if parts.first?.isSign(",") == true { parts.removeFirst() }
    reader.noteLayer(letter)
    return Layer(letter, offset)
  }

  mutating func componentIndices(_ sub: Formula) throws(Diagnostic) -> [Index] {
    try indices(FormulaReader.items(of: sub), at: sub.range, axes: 2)
  }

  /// `ij`, `i,j`, `1,n`: the elements meant. What follows a `;` is a remark.
  mutating func indices(
    _ parts: [Formula], at range: Range<Int>, axes: Int
  ) throws(Diagnostic) -> [Index] {
    var indices: [Index] = []
    for part in parts {
      if part.isSign(";") { break }
      if part.isSign(",") { continue }
      if case .number(let digits) = part.unbraced.kind {
        let split = axes == 2 && parts.count == 1 && digits.count == 2
        for text in split ? digits.map(String.init) : [digits] {
          guard let number = Self.count(text) else {
            throw Diagnostic("read.index", "'\(text)' is no index", at: part.range)
          }
          indices.append(.constant(number - notation.firstIndex))
        }
        continue
      }
      // n_3 as the last index, where that names a size.
      if let letter = SymbolName.of(part.nucleus),
        let word = part.scripts?.sub.flatMap(SymbolName.word),
        case .size? = notation.bindings["\(letter)_\(word)"]?.role
      {
        indices.append(.last)
        continue
      }
      guard let letter = SymbolName.of(part), part.scripts == nil else {
        throw Diagnostic("read.index", "this is no index", at: part.range)
      }
      if case .size? = notation.bindings[letter]?.role {
        indices.append(.last)
      } else {
        reader.noteIndex(letter)
        indices.append(.variable(letter))
      }
    }
    return indices
  }

}
