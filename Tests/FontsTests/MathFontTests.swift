import Diagnostics
import Glibc
import Testing

@testable import Fonts

private let isInstalled = MathFont.places.contains { access($0, R_OK) == 0 }

private let lesson =
  "∂L∂W=Σ∑∏√()[]{}|‖+−·×αβγδθλμσφω0123456789abcdefghijklmnpqrstwxyzNPRWXYZ→⊤⊙…≤∈ℝ∇loginmaxexp"

/// An OpenType font, read as far as the tests need.
private struct OpenType {
  private(set) var tables: [String: [UInt8]] = [:]

  init(_ bytes: [UInt8]) {
    let count = Int(bytes[4]) << 8 | Int(bytes[5])
    for index in 0..<count {
      let record = Array(bytes[(12 + 16 * index)..<(28 + 16 * index)])
      let start = Self.word(record, at: 8)
      tables[String(decoding: record[0..<4], as: UTF8.self)] =
        Array(bytes[start..<start + Self.word(record, at: 12)])
    }
  }

  static func word(_ bytes: [UInt8], at index: Int) -> Int {
    bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  var glyphCount: Int {
    guard let table = tables["maxp"] else { return 0 }
    return Int(table[4]) << 8 | Int(table[5])
  }
}

@Suite("The font for formulas", .enabled(if: isInstalled, "fonts-lmodern is not installed"))
struct MathFontTests {
  private func part(_ characters: String) throws -> MathFont.Part {
    MathFont.Part(
      path: try #require(MathFont.places.first { access($0, R_OK) == 0 }),
      characters: FormulaCharacters(letters: characters).sorted, isPrimes: false)
  }

  @Test("is small for what a lesson uses, and keeps the table that MathML is laid out by")
  func size() throws {
    let faces = try MathFont.faces(for: FormulaCharacters(letters: lesson))
    #expect(faces.map(\.format) == [.woff2])
    #expect(faces.reduce(0) { $0 + $1.bytes.count } < 25_000)
    let font = OpenType(try MathFont.subset(part(lesson)))
    #expect(font.tables["MATH"]?.isEmpty == false)
    #expect(font.tables["CFF "]?.isEmpty == false)
  }

  @Test("has the glyphs from which brackets and roots are built up")
  func stretching() throws {
    let plain = OpenType(try MathFont.subset(part("a"))).glyphCount
    let bracket = OpenType(try MathFont.subset(part("a("))).glyphCount
    // The bracket itself, its larger sizes and the three pieces of which any size is made.
    #expect(bracket > plain + 8)
  }

  @Test("is the same to the byte for the same characters in any order")
  func same() throws {
    let once = try MathFont.faces(for: FormulaCharacters(letters: lesson))
    let again = try MathFont.faces(
      for: FormulaCharacters(letters: String(lesson.reversed()) + lesson))
    #expect(once == again)
    #expect(try MathFont.subset(part(lesson)) == MathFont.subset(part(lesson)))
  }

  @Test("has primes of the size for scripts, in a part of its own")
  func primes() throws {
    let faces = try MathFont.faces(for: FormulaCharacters(letters: "f′(x)"))
    #expect(faces.map(\.range) == [nil, "U+2032-2037,U+2057"])
    #expect(try #require(faces.last).bytes.count < 2_000)
    let path = try part("").path
    let part = MathFont.Part(path: path, characters: [0x2032], isPrimes: true)
    let font = OpenType(try MathFont.subset(part))
    #expect(font.tables["GSUB"] == nil)
    // Of the glyphs for "missing", the prime and its two script forms it shows the third.
    #expect(font.glyphCount == 4)
    let map = try #require(font.tables["cmap"])
    #expect(OpenType.word(map, at: map.count - 12) == 0x2032)
    #expect(OpenType.word(map, at: map.count - 4) == 2)
  }

  @Test("comes in a rule that a page can hold")
  func css() throws {
    let css = try #require(MathFont.faces(for: FormulaCharacters(letters: "x")).first).css
    #expect(
      css.hasPrefix("@font-face{font-family:\"Latin Modern Math\";src:url(data:font/woff2;base64,"))
    #expect(css.hasSuffix(") format(\"woff2\")}"))
    #expect(!css.contains { "<>&\n".contains($0) })
  }

  @Test("is packed so that it unpacks to the same tables")
  func packing() throws {
    let font = try MathFont.subset(part(lesson))
    let packed = try #require(WOFF2(packing: font)).bytes
    #expect(packed.count % 4 == 0)
    #expect(OpenType.word(packed, at: 0) == 0x774F_4632)
    #expect(OpenType.word(packed, at: 8) == packed.count)
    let compressed = OpenType.word(packed, at: 20)
    let directory = Directory(packed)
    let stream = try #require(
      brotliDecoded(packed[directory.end..<directory.end + compressed], room: font.count))
    var tables = OpenType(font).tables
    tables["head"]?[16] |= 8
    // In the order of the font's own directory, which is that of the tags.
    let expected = tables.sorted {
      Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8))
    }
    #expect(directory.lengths == expected.map(\.value.count))
    #expect(stream == expected.flatMap(\.value))
  }
}

@Suite("Without the font")
struct MissingFontTests {
  @Test(
    "a warning says what to install", arguments: ["/nowhere/font.otf", "/dev/null", "/etc/passwd"])
  func missing(path: String) {
    #expect {
      try MathFont.faces(for: FormulaCharacters(letters: "x"), from: path)
    } throws: { error in
      guard let diagnostic = error as? Diagnostic else { return false }
      return diagnostic.severity == .warning && diagnostic.id == "font.missing"
        && !diagnostic.help.isEmpty
    }
  }

  @Test("what is no font is not packed")
  func malformed() {
    #expect(WOFF2(packing: []) == nil)
    #expect(WOFF2(packing: [UInt8](repeating: 0xFF, count: 100)) == nil)
  }
}

@Suite("The characters of a formula")
struct FormulaCharacterTests {
  @Test(
    "of one letter are drawn in italics, and only in these",
    arguments: [
      ("x", "𝑥"), ("h", "ℎ"), ("A", "𝐴"), ("σ", "𝜎"), ("Σ", "𝛴"), ("∂", "𝜕"), ("ϵ", "𝜖"),
      ("ω", "𝜔"),
      ("Z", "𝑍"),
    ])
  func italics(written: String, drawn: String) {
    var found = FormulaCharacters()
    found.add(written, in: "mi")
    #expect(found.sorted == [0x20] + drawn.unicodeScalars.map(\.value))
  }

  @Test("stay as they are in words, in text and where they are said to be upright")
  func upright() {
    for (text, element, isUpright) in [
      ("max", "mi", false), ("n", "mtext", false), ("d", "mi", true),
    ] {
      var found = FormulaCharacters()
      found.add(text, in: element, isUpright: isUpright)
      #expect(found.sorted == ([0x20] + text.unicodeScalars.map(\.value)).sorted())
    }
  }

  @Test("are a minus sign for a hyphen in an operator, and the root sign where there is a root")
  func added() {
    var found = FormulaCharacters()
    found.add("-", in: "mo")
    #expect(found.sorted == [0x20, 0x2D, 0x2212])
    found.addRoot()
    #expect(found.sorted == [0x20, 0x2D, 0x2212, 0x221A])
  }
}

extension FormulaCharacters {
  /// Each letter as an identifier and in a text.
  fileprivate init(letters: String) {
    self.init()
    for letter in letters {
      add(String(letter), in: "mi")
      add(String(letter), in: "mtext")
    }
  }
}

/// The directory of a WOFF2 file whose tables all have numbers of their own.
private struct Directory {
  private(set) var lengths: [Int] = []
  private(set) var end = 48

  init(_ packed: [UInt8]) {
    for _ in 0..<(Int(packed[12]) << 8 | Int(packed[13])) {
      end += packed[end] & 63 == 63 ? 5 : 1
      var length = 0
      repeat {
        length = length << 7 | Int(packed[end] & 0x7F)
        end += 1
      } while packed[end - 1] & 0x80 != 0
      lengths.append(length)
    }
  }
}

/// Brotli's own decoder, which is no part of the package.
private func brotliDecoded(_ bytes: ArraySlice<UInt8>, room: Int) -> [UInt8]? {
  typealias Decode =
    @convention(c) (
      Int, UnsafePointer<UInt8>?, UnsafeMutablePointer<Int>?, UnsafeMutablePointer<UInt8>?
    ) -> Int32
  guard let library = dlopen("libbrotlidec.so.1", RTLD_NOW),
    let symbol = dlsym(library, "BrotliDecoderDecompress")
  else { return nil }
  let decode = unsafeBitCast(symbol, to: Decode.self)
  var size = room
  let source = Array(bytes)
  return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    count = decode(source.count, source, &size, buffer.baseAddress) == 1 ? size : 0
  }
}
