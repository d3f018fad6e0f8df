/// The characters a browser draws for those that stand in a page's MathML.
///
/// Some it draws in place of what is written, some it adds of itself.
struct FormulaCharacters {
  let sorted: [UInt32]

  init(_ written: some Sequence<Unicode.Scalar>) {
    var drawn: Set<UInt32> = Self.always
    for scalar in written where scalar.value >= 0x20 {
      drawn.insert(scalar.value)
      if let italic = Self.italic(scalar.value) { drawn.insert(italic) }
    }
    // A hyphen in an operator is drawn as a minus sign (MathML Core, 3.2.4).
    if drawn.contains(UInt32(UInt8(ascii: "-"))) { drawn.insert(0x2212) }
    sorted = drawn.sorted()
  }

  /// The space, and the root sign, which `msqrt` draws and does not write.
  private static let always: Set<UInt32> = [0x20, 0x221A]

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
