/// The mathematical alphabets of Unicode (block Mathematical Alphanumeric Symbols), which MathML Core
/// has in place of `mathvariant`.
enum MathAlphabet {
  /// The character in that alphabet, or nil if it has none and stays as it is.
  static func character(_ character: Character, in font: Formula.Font) -> Character? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      let alphabet = alphabets[font]
    else { return nil }
    if let exception = alphabet.exceptions[character] { return exception }
    for run in alphabet.runs {
      if let image = run.image(of: scalar) { return image }
    }
    return nil
  }

  /// Characters that lie in a row in both places.
  private struct Run {
    let first: UInt32
    let count: UInt32
    let image: UInt32

    func image(of scalar: Unicode.Scalar) -> Character? {
      guard scalar.value >= first, scalar.value - first < count else { return nil }
      return Unicode.Scalar(image + scalar.value - first).map(Character.init)
    }
  }

  private struct Alphabet {
    var runs: [Run]
    /// Letters that Unicode had before the block was made, and signs outside of any run.
    var exceptions: [Character: Character] = [:]
  }

  private static func latin(_ upper: UInt32, _ lower: UInt32) -> [Run] {
    [Run(first: 0x41, count: 26, image: upper), Run(first: 0x61, count: 26, image: lower)]
  }

  private static func digits(_ zero: UInt32) -> [Run] { [Run(first: 0x30, count: 10, image: zero)] }

  /// Α to Ω, ∇, α to ω, ∂ and the variant letters lie in one run.
  private static func greek(_ alpha: UInt32) -> [Run] {
    [
      Run(first: 0x391, count: 25, image: alpha), Run(first: 0x2207, count: 1, image: alpha + 25),
      Run(first: 0x3B1, count: 25, image: alpha + 26),
    ]
      + "∂ϵϑϰϕϱϖ".unicodeScalars.enumerated().map { index, sign in
        Run(first: sign.value, count: 1, image: alpha + 51 + UInt32(index))
      }
  }

  private static let alphabets: [Formula.Font: Alphabet] = [
    .bold: Alphabet(runs: latin(0x1D400, 0x1D41A) + digits(0x1D7CE) + greek(0x1D6A8)),
    .italic: Alphabet(runs: latin(0x1D434, 0x1D44E) + greek(0x1D6E2), exceptions: ["h": "ℎ"]),
    .boldItalic: Alphabet(runs: latin(0x1D468, 0x1D482) + digits(0x1D7CE) + greek(0x1D71C)),
    .calligraphic: script,
    .script: script,
    .fraktur: Alphabet(
      runs: latin(0x1D504, 0x1D51E),
      exceptions: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]),
    .blackboard: Alphabet(
      runs: latin(0x1D538, 0x1D552) + digits(0x1D7D8),
      exceptions: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]),
    .sansSerif: Alphabet(runs: latin(0x1D5A0, 0x1D5BA) + digits(0x1D7E2)),
    .monospace: Alphabet(runs: latin(0x1D670, 0x1D68A) + digits(0x1D7F6)),
  ]

  private static let script = Alphabet(
    runs: latin(0x1D49C, 0x1D4B6),
    exceptions: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
      "g": "ℊ", "o": "ℴ",
    ])
}
