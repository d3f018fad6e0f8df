/// The characters that the formulas of a page are drawn with.
///
/// Some a browser draws in place of what is written, some it adds of itself.
public struct FormulaCharacters {
  private var drawn: Set<UInt32> = []

  public init() {}

  public var isEmpty: Bool { drawn.isEmpty }

  /// In ascending order, with the space, which costs nothing.
  var sorted: [UInt32] { drawn.union([0x20]).sorted() }

  /// Adds the text of an element.
  ///
  /// - Parameter isUpright: whether it has `mathvariant="normal"`.
  public mutating func add(_ text: String, in element: String, isUpright: Bool = false) {
    let scalars = text.unicodeScalars.filter { $0.value > 0x20 }
    if element == "mi", !isUpright, scalars.count == 1,
      let italic = scalars.first.flatMap({ Self.italic($0.value) })
    {
      drawn.insert(italic)
      return
    }
    for scalar in scalars {
      // A hyphen in an operator is drawn as a minus sign (MathML Core, 3.2.4).
      if element == "mo", scalar == "-" { drawn.insert(0x2212) }
      drawn.insert(scalar.value)
    }
  }

  /// Adds the root sign, which `msqrt` and `mroot` draw and do not write.
  public mutating func addRoot() { drawn.insert(0x221A) }

  /// What an identifier of one letter is drawn as (MathML Core, the italic mappings of
  /// its appendix).
  static func italic(_ value: UInt32) -> UInt32? {
    switch value {
    // The Planck constant has this place in Unicode, and the italic alphabet a gap.
    case 0x68: 0x210E
    case 0x41...0x5A: value - 0x41 + 0x1D434
    case 0x61...0x7A: value - 0x61 + 0x1D44E
    case 0x391...0x3A9: value - 0x391 + 0x1D6E2
    case 0x3B1...0x3C9: value - 0x3B1 + 0x1D6FC
    default: others[value]
    }
  }

  private static let others: [UInt32: UInt32] = [
    0x131: 0x1D6A4, 0x237: 0x1D6A5, 0x3F4: 0x1D6F3, 0x2207: 0x1D6FB, 0x2202: 0x1D715,
    0x3F5: 0x1D716, 0x3D1: 0x1D717, 0x3F0: 0x1D718, 0x3D5: 0x1D719, 0x3F1: 0x1D71A, 0x3D6: 0x1D71B,
  ]
}
