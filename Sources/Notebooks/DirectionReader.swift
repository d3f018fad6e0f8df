import Diagnostics

/// Finds characters that turn the order of the text after them round, and so may show a number
/// backwards (Unicode Standard Annex 9).
///
/// One that overrides the order of letters and digits has no honest use in a lesson. The others are
/// needed where scripts of both directions meet, and are closed on the line where they stand.
struct DirectionReader {
  private var diagnostics: [Diagnostic] = []
  /// Those of the line that nothing has closed yet.
  private var open: [Sign] = []

  private struct Sign {
    let scalar: Unicode.Scalar
    let place: Range<Int>

    var isOverride: Bool { scalar == "\u{202D}" || scalar == "\u{202E}" }
    var isIsolate: Bool { (0x2066...0x2068).contains(scalar.value) }
    var name: String { "U+\(String(scalar.value, radix: 16, uppercase: true))" }
  }

  static func diagnostics(of file: SourceFile) -> [Diagnostic] {
    // All of them begin with this byte, and most lessons have none of them.
    guard file.text.utf8.contains(0xE2) else { return [] }
    var reader = DirectionReader()
    var offset = 0
    for scalar in file.text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if scalar == "\n" { reader.endLine() }
      if scalar.isDirectionControl { reader.read(Sign(scalar: scalar, place: offset..<end)) }
      offset = end
    }
    reader.endLine()
    return reader.diagnostics
  }

  private mutating func read(_ sign: Sign) {
    switch sign.scalar {
    case "\u{202C}": if open.last?.isIsolate == false { open.removeLast() }
    // The end of an isolate is the end of all that was begun within it.
    case "\u{2069}": if let start = open.lastIndex(where: \.isIsolate) { open[start...] = [] }
    default: open.append(sign)
    }
    if sign.isOverride {
      diagnostics.append(
        .warning(
          "text.direction",
          "\(sign.name) shows the characters after it in another order than they stand in",
          at: sign.place, help: ["take it out; no script needs it"]))
    }
  }

  private mutating func endLine() {
    for sign in open where !sign.isOverride {
      diagnostics.append(
        .warning(
          "text.direction",
          "\(sign.name) is not closed on its line, and changes the order of what follows it",
          at: sign.place,
          help: ["close it with \(sign.isIsolate ? "U+2069" : "U+202C"), or take it out"]))
    }
    open = []
  }
}
