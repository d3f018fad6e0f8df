import Diagnostics
import Markup
import Testing

@testable import TeX

@Suite("Hostile formulas")
struct HostileInputTests {
  @Test(
    "nesting beyond all use is one diagnostic",
    arguments: [
      "{", #"\left("#, #"\hat"#, #"\frac"#, #"\sqrt{"#, "x^{", #"\begin{matrix}"#, #"\text{$"#,
      #"\displaystyle "#, #"\sqrt["#, "√", #"\color{red}"#, #"\textbf{\text{"#,
      #"\mathbf"#, #"\substack{"#, "x_{y^{",
    ])
  func deep(piece: String) {
    let parsed = ParsedFormula(parsing: String(repeating: piece, count: 5_000))
    #expect(parsed.diagnostics.count <= 20)
    #expect(parsed.diagnostics.last?.id == "tex.nested-too-deeply")
    #expect(parsed.mathML(isDisplay: true).children.count < 100)
  }

  @Test("a hundred thousand pairs of braces are one diagnostic")
  func pairs() {
    let text = String(repeating: "{", count: 100_000) + String(repeating: "}", count: 100_000)
    #expect(ParsedFormula(parsing: text).diagnostics.map(\.id) == ["tex.nested-too-deeply"])
  }

  @Test("nesting that a person might write is no mistake")
  func reasonable() {
    let text = String(repeating: "{", count: 40) + "x" + String(repeating: "}", count: 40)
    #expect(ParsedFormula(parsing: text).diagnostics.isEmpty)
  }

  @Test(
    "a mistake made a hundred thousand times is told a few times",
    arguments: ["}", "&", #"\x"#, "#"])
  func repeated(piece: String) {
    let parsed = ParsedFormula(parsing: String(repeating: piece, count: 10_000))
    #expect((1...20).contains(parsed.diagnostics.count))
  }

  @Test(
    "macros without end stop at once with one diagnostic",
    arguments: [
      #"\newcommand{\a}{\a}\a"#, #"\newcommand{\a}{x\a x}\a"#, #"\newcommand{\a}{{\a}}\a"#,
      #"\newcommand{\a}{\b}\newcommand{\b}{\a}\a"#, #"\newcommand{\a}[1]{\a{#1#1}}\a{xy}"#,
      #"\newcommand{\a}[1][\a]{#1}\a"#,
      #"\newcommand{\d}[1]{#1#1#1#1#1#1#1#1}\d{\d{\d{\d{\d{\d{\d{\d{\d{x}}}}}}}}}"#,
    ])
  func endless(text: String) {
    let parsed = ParsedFormula(parsing: text + "}}")
    #expect(["tex.endless-macro", "tex.nested-too-deeply"].contains(parsed.diagnostics.first?.id))
    #expect(parsed.diagnostics.count == 1)
  }

  @Test("a long formula is read whole")
  func long() {
    let text = String(repeating: "a_i^2 + ", count: 5_000) + "b"
    let parsed = ParsedFormula(parsing: text)
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.formula.elements.count == 10_001)
  }

  @Test("any bytes make a formula whose ranges are within the text", arguments: 0..<200)
  func randomBytes(seed: Int) {
    var random = Random(seed: seed)
    let bytes = (0..<random.below(200)).map { _ in UInt8(random.below(256)) }
    check(String(decoding: bytes, as: UTF8.self))
  }

  @Test("any sequence of commands and signs makes a formula", arguments: 0..<400)
  func randomTokens(seed: Int) {
    var random = Random(seed: seed)
    check((0..<random.below(60)).map { _ in random.element(of: Self.pieces) }.joined())
  }

  @Test("published formulas with pieces cut out, doubled and swapped make formulas")
  func mutations() throws {
    var random = Random(seed: 7)
    for document in CorpusTests.documents {
      for formula in try GoldenFile(document, in: "Corpus").cases {
        for _ in 0..<3 { check(random.mutated(formula.input)) }
      }
    }
  }

  private func check(_ text: String) {
    let parsed = ParsedFormula(parsing: text)
    let whole = 0...text.utf8.count
    #expect(parsed.diagnostics.count <= 20)
    for diagnostic in parsed.diagnostics {
      let range = diagnostic.range ?? 0..<0
      #expect(whole.contains(range.lowerBound) && whole.contains(range.upperBound), "\(text)")
    }
    #expect(parsed.formula.isWithin(whole), "\(text)")
    // Something shown as wrong has been told.
    if parsed.mathML(isDisplay: true).html.contains("<merror") {
      #expect(!parsed.diagnostics.isEmpty, "\(text)")
    }
  }

  private static let pieces =
    Command.all.keys.sorted().map { "\\\($0) " }
    + Array(
      repeating: [
        "{", "}", "{", "}", "^", "_", "&", #"\\"#, " ", "[", "]", "(", ")", "'", "x", "1", ".", "-",
        "=", "|", #"\left"#, #"\right"#, #"\left("#, #"\right)"#, #"\frac{a}{b}"#, "#1", "$", "~",
        "%\n",
        #"\begin{aligned}"#, #"\end{aligned}"#, #"\begin{cases}"#, #"\end{cases}"#,
        #"\begin{array}{cc}"#, #"\end{array}"#, #"\newcommand{\q}[1]{#1x}"#, #"\q"#, #"\unknown"#,
        #"\text{"#, "²", "ᵢ", "√", "中", "е", "\u{301}", "*", "{red}", "{1em}", "[2pt]",
      ], count: 12
    ).flatMap(\.self)
}

extension Formula {
  func isWithin(_ whole: ClosedRange<Int>) -> Bool {
    whole.contains(range.lowerBound) && whole.contains(range.upperBound)
      && children.allSatisfy { $0.isWithin(whole) }
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same cases on every run.
struct Random {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  mutating func element<T>(of array: [T]) -> T { array[below(array.count)] }

  mutating func mutated(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0..<(1 + below(3)) where !characters.isEmpty {
      let place = below(characters.count)
      switch below(4) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(characters[place], at: place)
      case 2: characters.swapAt(place, below(characters.count))
      default: characters.insert(element(of: Array("{}^_&\\$#[]()'")), at: place)
      }
    }
    return String(characters)
  }
}
