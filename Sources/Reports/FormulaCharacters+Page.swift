import Fonts
import Markup

extension FormulaCharacters {
  /// The characters of all formulas in a piece of HTML.
  ///
  /// Formulas come onto a page along several ways, in prose, tables, derivations and pictures; what they
  /// all have in common is the text that is written.
  init(inPage html: String) {
    self.init()
    var scanner = ByteScanner(Array(html.utf8))
    // Formulas have few kinds of elements, thousands of times.
    var seen: Set<ArraySlice<UInt8>> = []
    while scanner.skip(past: "<math") {
      let pieces = scanner.bytes(before: "</math>").split(separator: UInt8(ascii: "<"))
      add(pieces.filter { seen.insert($0).inserted })
    }
  }

  /// - Parameter pieces: tags without their first bracket, each with the text behind it.
  private mutating func add(_ pieces: [ArraySlice<UInt8>]) {
    for piece in pieces {
      if piece.starts(with: "msqrt".utf8) || piece.starts(with: "mroot".utf8) { addRoot() }
      guard let end = piece.firstIndex(of: UInt8(ascii: ">")), end + 1 < piece.endIndex else {
        continue
      }
      let tag = String(decoding: piece[..<end], as: UTF8.self).split(separator: " ")
      add(
        String(escaped: String(decoding: piece[(end + 1)...], as: UTF8.self)),
        in: tag.first.map(String.init) ?? "",
        isUpright: tag.contains("mathvariant=\"normal\""))
    }
  }
}
