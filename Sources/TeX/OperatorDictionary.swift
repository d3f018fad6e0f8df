/// What a browser puts around an operator by itself (MathML Core, appendix B), as far as formulas use
/// it; where TeX has other room, or the sign is not listed here, it is written out.
enum OperatorDictionary {
  /// Room on the left and on the right in math units.
  typealias Room = (left: Int, right: Int)

  static func room(around sign: String, isPrefix: Bool) -> Room? {
    if isPrefix { return signs.contains(sign) ? (0, 0) : nil }
    if relations.contains(sign) { return (5, 5) }
    if binaries.contains(sign) { return (4, 4) }
    if fences.contains(sign) { return (0, 0) }
    if sums.contains(sign) { return (3, 3) }
    return sign == "," ? (0, 3) : nil
  }

  /// Operators that are listed both as binary and as prefix, so that their place decides.
  static let signs: Set<String> = ["+", "−", "±", "∓"]

  private static let relations: Set<String> = [
    "=", "<", ">", "≤", "≥", "≠", "≡", "∼", "≈", "≃", "≅", "∝", "∈", "∉", "∋", "⊂", "⊃", "⊆", "⊇",
    "→", "←", "↔", "⇒", "⇐", "⇔", "↦", "≪", "≫",
  ]
  private static let binaries: Set<String> = ["+", "−", "±", "∓", "×", "÷", "∪", "∩", "∧", "∨"]
  private static let fences: Set<String> = [
    "(", ")", "[", "]", "{", "}", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉",
  ]
  private static let sums: Set<String> = ["∑", "∏"]
}
