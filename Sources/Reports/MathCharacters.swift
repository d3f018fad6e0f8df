/// The characters of the formulas in a piece of HTML.
///
/// Formulas come onto a page along several ways, in prose, tables, derivations and pictures; what they
/// all have in common is the text that is written.
enum MathCharacters {
  static func all(in html: String) -> Set<Unicode.Scalar> {
    var found: Set<Unicode.Scalar> = []
    var scanner = ByteScanner(Array(html.utf8))
    while scanner.skip(past: "<math") {
      collect(scanner.bytes(before: "</math>"), into: &found)
    }
    return found
  }

  /// Adds what stands between the tags of one formula.
  private static func collect(_ formula: ArraySlice<UInt8>, into found: inout Set<Unicode.Scalar>) {
    // The first tag is open already.
    for piece in formula.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false) {
      guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else { continue }
      let text = String(decoding: piece[(end + 1)...], as: UTF8.self)
      for scalar in text.unicodeScalars where scalar.value > 0x20 { found.insert(scalar) }
    }
    // `&lt;`, `&gt;` and `&amp;` have left their letters, too; the signs are a few bytes more.
    found.formUnion(["<", ">", "&"])
  }
}
