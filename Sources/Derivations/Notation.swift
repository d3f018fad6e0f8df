import Diagnostics
import TeX

/// How a lesson writes: what its symbols stand for, which way its matrices lie, what its products are.
public struct Notation: Sendable {
  public enum Layout: String, Sendable, CaseIterable {
    /// X is [batch × features], W is [inputs × outputs], Z = X W + b.
    case rows
    /// The transpose of everything: a is [features × batch], z = W a + b.
    case columns
  }

  /// What a superscript on a layered symbol is.
  public enum Superscript: String, Sendable, CaseIterable {
    case layer, power
  }

  public enum Product: String, Sendable, CaseIterable {
    case matrix, elementwise
  }

  /// How many samples a formula speaks of.
  public enum Samples: String, Sendable, CaseIterable {
    /// One, if data are written with a single index (`p_i`), else the batch.
    case automatic
    /// One at a time; the loss is that sample's.
    case each
    /// The batch; a single index on data then means "of any sample".
    case all
  }

  /// What the loss of a batch is of the losses of its samples.
  public enum Reduction: String, Sendable, CaseIterable {
    case sum, mean
  }

  public var layout = Layout.rows
  public var superscript = Superscript.layer
  /// By how the product is written: `juxtaposition`, or the sign in Unicode.
  public var products: [String: Product] = [
    "juxtaposition": .matrix, "⋅": .matrix, "×": .elementwise, "⊙": .elementwise,
    "∘": .elementwise, "*": .elementwise, "∗": .elementwise,
  ]
  /// The signs that the lesson names itself, in TeX.
  private(set) var namedProducts: [(sign: String, product: Product)] = []
  public var samples = Samples.automatic
  public var reduction = Reduction.sum
  /// The number the first element has: 1, or 0.
  public var firstIndex = 1
  /// Whether a bias is written as weight number 0 of an input that is always 1.
  public var isBiasFolded = false
  private(set) var bindings: [String: Binding] = [:]
  /// Names of several letters, longest first: ΔW, dW.
  private(set) var longNames: [String] = []

  public init() {}

  /// A symbol with what it stands for.
  public struct Binding: Sendable, Equatable {
    enum LayerPlace: Sendable { case none, subscripted, superscripted }

    /// As the lesson writes it.
    public let key: String
    /// The name without what counts layers.
    public let name: String
    public let role: Role
    let layerPlace: LayerPlace
    /// The layer it belongs to, if it belongs to a single one: `W_1: weights`.
    public let fixedLayer: Int?
  }

  /// The bindings in the order of their names.
  public var symbols: [Binding] { bindings.values.sorted { $0.name < $1.name } }

  /// Binds a symbol: `bind("W_l", to: "weights")`.
  ///
  /// The key is TeX. A subscript or superscript `l` (also `(l)`, `[l]`) says where layers are counted; any
  /// other subscript belongs to the name.
  ///
  /// - Throws: a ``Diagnostic`` without a range if the meaning is not known or the key is no symbol.
  public mutating func bind(_ key: String, to meaning: String) throws(Diagnostic) {
    guard let role = Role(named: meaning) else {
      throw Diagnostic(
        "notation.meaning", "'\(meaning)' is nothing a symbol can stand for",
        help: NearestName.help(
          for: meaning, in: Role.words.map(\.words), called: "meanings"))
    }
    try bind(key, role: role)
  }

  public mutating func bind(_ key: String, role: Role) throws(Diagnostic) {
    let parsed = ParsedFormula(parsing: key)
    guard let read = SymbolKey(parsed.formula), parsed.diagnostics.isEmpty else {
      throw Diagnostic("notation.symbol", "'\(key)' is no symbol")
    }
    var place = read.layerPlace
    if place == .none, let known = bindings[read.name], known.role == role {
      // `W` beside `W_l`: the family stays, of which a bare W is any member.
      place = known.layerPlace
    }
    let binding = Binding(
      key: key, name: read.name, role: role, layerPlace: place, fixedLayer: read.fixedLayer)
    bindings[read.name] = binding
    if read.letterCount > 1 {
      longNames.append(read.name)
      longNames.sort { ($0.count, $1) > ($1.count, $0) }
    }
  }

  /// Says what a product written this way is: `juxtaposition`, or a sign in TeX such as `\cdot`.
  public mutating func setProduct(_ sign: String, _ product: Product) throws(Diagnostic) {
    if sign == "juxtaposition" {
      products[sign] = product
      namedProducts.append((sign, product))
      return
    }
    guard case .symbol(let symbol) = ParsedFormula(parsing: sign).formula.unbraced.kind,
      products[symbol.text] != nil
    else {
      throw Diagnostic(
        "notation.product", "'\(sign)' is no sign of a product",
        help: [#"products: juxtaposition, \cdot, \times, \odot, \circ, *"#])
    }
    products[symbol.text] = product
    namedProducts.append((sign, product))
  }
}

/// A symbol as a notation names it, taken apart.
struct SymbolKey {
  let name: String
  let layerPlace: Notation.Binding.LayerPlace
  let fixedLayer: Int?
  let letterCount: Int

  init?(_ formula: Formula) {
    var elements = formula.elements.filter { if case .space = $0.kind { false } else { true } }
    guard let last = elements.popLast() else { return nil }
    var prefix = ""
    for element in elements {
      guard let letter = SymbolName.of(element) else { return nil }
      prefix += letter
    }
    guard case .scripts(let scripts) = last.kind else {
      guard let letter = SymbolName.of(last) else { return nil }
      name = prefix + letter
      (layerPlace, fixedLayer) = (.none, nil)
      letterCount = elements.count + 1
      return
    }
    guard let letter = SymbolName.of(scripts.base) else { return nil }
    letterCount = elements.count + 1
    func isLayerLetter(_ formula: Formula?) -> Bool {
      guard let formula else { return false }
      let letters = formula.elements.compactMap { element -> String? in
        guard case .symbol(let symbol) = element.unbraced.kind else { return "?" }
        return "()[]".contains(symbol.text) ? nil : symbol.text
      }
      return letters == ["l"] || letters == ["ℓ"]
    }
    var name = prefix + letter
    var place = Notation.Binding.LayerPlace.none
    if isLayerLetter(scripts.sup) { place = .superscripted }
    if isLayerLetter(scripts.sub) {
      place = .subscripted
    } else if let sub = scripts.sub {
      name += "_" + (SymbolName.word(sub) ?? "?")
    }
    self.name = name
    layerPlace = place
    fixedLayer = scripts.sub.flatMap { SymbolName.word($0) }.flatMap(Int.init)
  }
}

/// The spelling of a symbol, whatever alphabet it is set in.
enum SymbolName {
  /// `W` for `W`, `\mathbf{W}`, `{W}`; `ŷ` for `\hat y`; nil for what is no name.
  static func of(_ formula: Formula) -> String? {
    switch formula.unbraced.kind {
    case .symbol(let symbol): return symbol.isLetter || symbol.text == "Δ" ? symbol.text : nil
    case .accent(let accent):
      return of(accent.base).map {
        $0 + accent.name.prefix(1).uppercased() + accent.name.dropFirst()
      }
    case .font(let font, let body):
      switch font {
      case .blackboard: return nil
      case .calligraphic, .script: return of(body).map { inScript($0) }
      default: return of(body)
      }
    case .classified(_, let body), .style(_, let body), .color(_, let body): return of(body)
    default: return nil
    }
  }

  /// A name as its author wrote it: `\hat y` of `yHat`.
  static func spelled(_ name: String) -> String {
    guard let match = name.wholeMatch(of: /(.)([A-Z])([a-z]+)/) else { return name }
    return "\\\(match.2.lowercased())\(match.3) \(match.1)"
  }

  /// ℒ is another letter than L, as 𝐖 is not another than W.
  private static func inScript(_ letter: String) -> String {
    guard let scalar = letter.unicodeScalars.first, letter.unicodeScalars.count == 1 else {
      return letter
    }
    let first: (ascii: UInt32, script: UInt32)
    switch scalar {
    case "A"..."Z": first = (0x41, 0x1D4D0)
    case "a"..."z": first = (0x61, 0x1D4EA)
    default: return letter
    }
    return Unicode.Scalar(scalar.value - first.ascii + first.script).map { String($0) } ?? letter
  }

  /// A subscript that is a word or a number: `in`, `NLL`, `1`.
  static func word(_ formula: Formula) -> String? {
    var word = ""
    for element in formula.elements {
      if case .space = element.kind { continue }
      guard let part = element.plainName else { return nil }
      word += part
    }
    return word.isEmpty ? nil : word
  }
}
