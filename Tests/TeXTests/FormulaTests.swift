import Testing

@testable import TeX

@Suite("The tree of a formula")
struct FormulaTests {
  private func parse(_ text: String) -> Formula {
    let parsed = ParsedFormula(parsing: text)
    #expect(parsed.diagnostics.isEmpty, "\(text)")
    return parsed.formula
  }

  private func firstScripts(_ text: String) -> Formula.Scripts? {
    guard case .scripts(let scripts)? = parse(text).elements.first?.kind else { return nil }
    return scripts
  }

  @Test("scripts of one base are one node, whatever their order")
  func order() throws {
    for text in ["a^{(2)}_j", "a_j^{(2)}", "a ^ {(2)} _ j"] {
      let scripts = try #require(firstScripts(text))
      #expect(scripts.base.plainName == "a")
      #expect(scripts.sub?.plainName == "j")
      #expect(scripts.sup?.elements.count == 3)
    }
  }

  @Test(
    "a prime is a prime however it is typed",
    arguments: ["f'", "f’", "f′", #"f^\prime"#, #"f^{\prime}"#])
  func primes(text: String) {
    #expect(firstScripts(text)?.primes == 1)
    #expect(firstScripts(text)?.sup == nil)
  }

  @Test("braces keep scripts apart: the outer one has a row for its base")
  func nested() throws {
    let outer = try #require(firstScripts("{a^{(1)}}^T"))
    #expect(outer.sup?.plainName == "T")
    guard case .scripts(let inner) = outer.base.unbraced.kind else {
      Issue.record("the base holds no scripts")
      return
    }
    #expect(inner.base.plainName == "a")
  }

  @Test(
    "an upright name is the same name however it was made",
    arguments: [
      #"\operatorname{softmax}"#, #"\mathrm{softmax}"#, #"\mathop{softmax}"#, #"\text{softmax}"#,
      "{softmax}", #"\mathop{\rm softmax}"#,
    ])
  func names(text: String) {
    #expect(parse(text).elements.first?.plainName == "softmax")
  }

  @Test(
    "digits make one number, with one point within",
    arguments: [
      ("10", ["10"]), ("0.5", ["0.5"]), (".5", [".5"]), ("1.2.3", ["1.2", ".3"]),
      ("3.", ["3", nil]),
      ("1,2", ["1", nil, "2"]), ("1e-3", ["1", nil, nil, "3"]),
    ] as [(String, [String?])])
  func numbers(text: String, parts: [String?]) {
    let numbers = parse(text).elements.map { element -> String? in
      if case .number(let digits) = element.kind { digits } else { nil }
    }
    #expect(numbers == parts)
  }

  @Test("a script without braces takes one digit, as in TeX")
  func oneDigit() throws {
    let elements = parse("x^10").elements
    #expect(elements.count == 2)
    #expect(elements[1].kind == .number("0"))
    #expect(try #require(firstScripts("10^2")).base.kind == .number("10"))
  }

  @Test(
    "one sign has one spelling in the tree",
    arguments: [
      (#"\cdot"#, "·"), (#"\alpha"#, "α"), ("-", "−"), (#"\ne"#, "≠"), (#"\le"#, #"\leq"#),
      (#"\to"#, "→"), (#"\not="#, #"\neq"#), (#"\odot"#, "⊙"), (#"\not\in"#, #"\notin"#),
    ])
  func spelling(one: String, other: String) {
    #expect(parse(one).elements.map(\.kind) == parse(other).elements.map(\.kind))
  }

  @Test("ranges are bytes of the text, also after letters of several bytes")
  func ranges() {
    let text = #"中\text{для}+\frac{α}{b}"#
    let parsed = ParsedFormula(parsing: text)
    let pieces = parsed.formula.elements.map { String(parsed.source(of: $0.range)) }
    #expect(pieces == ["中", #"\text{для}"#, "+", #"\frac{α}{b}"#])
  }

  @Test("blanks after a piece are not part of it")
  func blanks() {
    let parsed = ParsedFormula(parsing: "x^2  + y")
    #expect(parsed.formula.elements.map(\.range) == [0..<3, 5..<6, 7..<8])
  }

  @Test("what a macro puts in stands at its call, what it was given stands where it is written")
  func macroRanges() throws {
    let text = #"\newcommand{\sq}[1]{#1^2} y = \sq{x}"#
    let parsed = ParsedFormula(parsing: text)
    guard case .scripts(let scripts)? = parsed.formula.elements.last?.kind else {
      Issue.record("no scripts")
      return
    }
    #expect(parsed.source(of: scripts.base.range) == "x")
    #expect(scripts.sup.map { parsed.source(of: $0.range) } == #"\sq{x}"#)
  }

  @Test("an alignment gives its rows as formulas, with their tags and labels")
  func alignment() throws {
    let text = #"""
      \begin{align}
        a &= b \tag{2a} \\
          \label{eq:c} &= c \notag \\
      \end{align}
      """#
    let parsed = ParsedFormula(parsing: text)
    let table = try #require(parsed.formula.alignment)
    #expect(table.rows.count == 2)
    #expect(table.rows[0].formula.elements.count == 3)
    #expect(table.rows[0].tag?.shown == "(2a)")
    #expect(table.rows[1].label?.name == "eq:c")
    #expect(table.rows[1].isUnnumbered)
    #expect(parsed.source(of: table.rows[1].cells[1].range) == #"= c \notag"#)
  }

  @Test("a formula by itself has its tag and label at hand")
  func tag() {
    let parsed = ParsedFormula(parsing: #"a = b \tag*{A} \label{eq:ab}"#)
    #expect(parsed.tag?.shown == "A")
    #expect(parsed.label?.name == "eq:ab")
    #expect(parsed.formula.elements.count == 3)
  }

  @Test("every command in the tables can be used")
  func allCommands() {
    for (name, command) in Command.all {
      if case .unsupported = command { continue }
      let text = Self.example(of: name, command)
      let parsed = ParsedFormula(parsing: text)
      #expect(parsed.diagnostics.isEmpty, "\(text)")
    }
  }

  private static func example(of name: String, _ command: Command) -> String {
    switch command {
    case .left, .right: #"\left( a \right)"#
    case .middle: #"\left( a \middle| b \right)"#
    case .begin, .end: #"\begin{matrix} a \end{matrix}"#
    case .lineBreak: "\\begin{matrix} a \\\(name) b \\end{matrix}"
    case .horizontalLine: #"\begin{array}{c} \hline a \end{array}"#
    case .limits: "\\sum\\\(name)_i a"
    case .sized: "\\\(name)("
    case .not: #"\not="#
    case .infixFraction: "{a \\\(name) b}"
    case .define(.renew): #"\renewcommand{\alpha}{a}"#
    case .define: "\\\(name){\\qqq}{a}"
    case .declareOperator: #"\DeclareMathOperator{\qqq}{a}"#
    case .colorSwitch: #"{\color{red} a}"#
    case .colored: #"\textcolor{red}{a}"#
    case .horizontalSpace: "\\\(name){1em}"
    case .fraction, .overset, .underset, .stackrel: "\\\(name){a}{b}"
    default: "\\\(name){a}"
    }
  }
}
