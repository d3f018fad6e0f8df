/// The characters of the formulas in a piece of HTML.
///
/// Formulas come onto a page along several ways, in prose, tables, derivations and pictures; what they
/// all have in common is the text that is written.
enum MathCharacters {
  static func all(in html: String) -> Set<Unicode.Scalar> {
    var found: Set<Unicode.Scalar> = []
    var rest = html.utf8[...]
    while let start = rest.place(of: "<math") {
      let end = rest[start...].place(of: "</math>") ?? rest.endIndex
      collect(Substring(rest[start..<end]), into: &found)
      rest = rest[end...]
    }
    return found
  }

  /// Adds what stands between the tags of one formula.
  private static func collect(_ formula: Substring, into found: inout Set<Unicode.Scalar>) {
    var isTag = false
    for scalar in formula.unicodeScalars {
      switch scalar {
      case "<": isTag = true
      case ">": isTag = false
      default: if !isTag, scalar.value > 0x20 { found.insert(scalar) }
      }
    }
    // `&lt;`, `&gt;` and `&amp;` have left their letters, too; the signs are a few bytes more.
    found.formUnion(["<", ">", "&"])
  }
}

extension Substring.UTF8View {
  /// Where a text begins for the first time.
  fileprivate func place(of text: StaticString) -> Index? {
    let wanted = text.withUTF8Buffer { Array($0) }
    var index = startIndex
    while index < endIndex {
      if self[index] == wanted[0], self[index...].starts(with: wanted) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
