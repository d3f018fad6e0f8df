import CHarfBuzz
import Diagnostics
import Files
import Glibc
import Synchronization

/// Latin Modern Math, cut down to what the formulas of a page use.
///
/// The font (GUST e-foundry, GUST Font License) is that of Debian's `fonts-lmodern`. What is left
/// of it keeps its MATH table, without which a browser does not know how large to set a root or
/// how to stretch a bracket, and is packed as WOFF2: some 20 KB where the font has 717.
public enum MathFont {
  public static let family = "Latin Modern Math"

  /// Where Debian, TeX Live and Fedora put it.
  static let places = [
    "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf",
    "/usr/share/texmf-dist/fonts/opentype/public/lm-math/latinmodern-math.otf",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/lm-math/latinmodern-math.otf",
    "/usr/share/fonts/opentype/lmodern/latinmodern-math.otf",
  ]

  /// A part of the font, which its characters single out.
  struct Part: Hashable {
    let path: String
    /// In ascending order.
    let characters: [UInt32]
    let isPrimes: Bool
  }

  /// The pages of a run have the same few sets of characters over and over.
  private static let made = Mutex<[Part: FontFace]>([:])

  /// The font for a page whose formulas have these characters, in one part or two.
  ///
  /// The feature `ssty`, which gives scripts forms of their own, would more than double the font and
  /// hardly show, but for primes: as scripts they are specks without it. And not every browser
  /// applies it. So the primes have a part to themselves, in which the forms for scripts stand in
  /// the places of the others.
  /// Characters that the font lacks are left to the reader's own fonts. The same set gives the
  /// same bytes.
  ///
  /// - Throws: a warning, where the font or a library is missing or the file is no font. A page
  ///   without it still reads, in whatever font the reader has.
  public static func faces(
    for characters: FormulaCharacters
  ) throws(Diagnostic) -> [FontFace] {
    guard let path = places.first(where: { access($0, R_OK) == 0 }) else {
      throw missing("the font '\(family)' is not installed", help: "install fonts-lmodern")
    }
    return try faces(for: characters, from: path)
  }

  /// Prime to triple prime, reversed ones, and the quadruple prime.
  private static let primes = (
    ranges: [0x2032...0x2037, 0x2057...0x2057], css: "U+2032-2037,U+2057"
  )

  static func faces(
    for characters: FormulaCharacters, from path: String
  ) throws(Diagnostic) -> [FontFace] {
    let drawn = characters.sorted
    let found = drawn.filter { value in primes.ranges.contains { $0.contains(Int(value)) } }
    let main = try face(Part(path: path, characters: drawn, isPrimes: false))
    guard !found.isEmpty else { return [main] }
    return [main, try face(Part(path: path, characters: found, isPrimes: true))]
  }

  private static func face(_ part: Part) throws(Diagnostic) -> FontFace {
    if let face = made.withLock({ $0[part] }) { return face }
    let subset = try subset(part)
    let packed = WOFF2(packing: subset)
    let face = FontFace(
      family: family, format: packed == nil ? .opentype : .woff2, bytes: packed?.bytes ?? subset,
      range: part.isPrimes ? primes.css : nil)
    made.withLock { $0[part] = face }
    return face
  }

  static func subset(_ part: Part) throws(Diagnostic) -> [UInt8] {
    // Dotless and flattened forms for what stands under or is an accent.
    let features = (part.isPrimes ? ["ssty"] : ["dtls", "flac"]).map(tag)
    var bytes: UnsafeMutablePointer<UInt8>?
    var size = 0
    let result = part.characters.withUnsafeBufferPointer { characters in
      features.withUnsafeBufferPointer { features in
        var request = harfbuzz_request(
          characters: characters.baseAddress, character_count: characters.count,
          features: features.baseAddress, feature_count: features.count,
          applies_features: part.isPrimes ? 1 : 0)
        return harfbuzz_subset(part.path, &request, &bytes, &size)
      }
    }
    defer { free(bytes) }
    switch result {
    case HARFBUZZ_MADE: return Array(UnsafeBufferPointer(start: bytes, count: size))
    case HARFBUZZ_NO_LIBRARY:
      throw missing(
        "HarfBuzz's subsetter is not installed", help: "install libharfbuzz-subset0")
    case HARFBUZZ_NO_FONT:
      throw missing("'\(part.path)' is not a font", help: "install fonts-lmodern anew")
    default: throw missing("'\(part.path)' cannot be cut down", help: nil)
    }
  }

  private static func missing(_ message: String, help: String?) -> Diagnostic {
    if let error = FileError.ofAnyFile {
      return .warning(
        "font.missing", "the font of the formulas cannot be opened: \(error)",
        help: [error.help, "formulas are shown in the reader's own fonts"].compactMap(\.self))
    }
    return .warning(
      "font.missing", message,
      help: [help, "formulas are shown in the reader's own fonts"].compactMap(\.self))
  }

  /// Four letters as OpenType writes them in 32 bits.
  static func tag(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
