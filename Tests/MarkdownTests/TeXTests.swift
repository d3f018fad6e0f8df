import Diagnostics
import Testing

@testable import Markdown

private func document(_ text: String) -> Document {
  parse(SourceFile(name: "test.md", text: text))
}

/// Every formula of a document in order, wherever it stands.
private func formulas(in text: String) -> [Formula] {
  let document = document(text)
  return formulas(in: document.blocks) + document.footnotes.flatMap { formulas(in: $0.blocks) }
}

private func formulas(in blocks: [Block]) -> [Formula] {
  blocks.flatMap { block -> [Formula] in
    switch block.kind {
    case .paragraph(let content): formulas(in: content)
    case .heading(let heading): formulas(in: heading.content)
    case .quote(let inner): formulas(in: inner)
    case .list(let list): list.items.flatMap { formulas(in: $0.blocks) }
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0.cells.flatMap { formulas(in: $0.content) } }
    case .formula(let formula): [formula]
    case .code, .thematicBreak, .html: []
    }
  }
}

private func formulas(in inlines: [Inline]) -> [Formula] {
  inlines.flatMap { inline -> [Formula] in
    switch inline.kind {
    case .formula(let formula): [formula]
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      formulas(in: content)
    case .link(let link): formulas(in: link.content)
    case .image(let image): formulas(in: image.description)
    default: []
    }
  }
}

@Suite("TeX in Markdown")
struct TeXTests {
  @Test(
    "keeps a formula whole from Markdown's marks",
    arguments: [
      "a_1*b_2*c", #"\sum_{i}^{n} x_i \\ y"#, "a<b>c</b>", "x | y", "[a](b)", "`c`", "a&amp;b",
      #"\{1, 2\}"#, "~~x~~", "http://x.y", "m@n.op", "w_{1}·w_{2}", "损失_中*文*", "![i](j)", "x!",
      #"\$5"#, "**", "a\nb",
    ])
  func whole(tex: String) {
    let formulas = formulas(in: "so $\(tex)$ holds")
    #expect(formulas.map(\.tex.text) == [tex])
    #expect(formulas.map(\.tex.segments.first?.file) == [4])
  }

  @Test(
    "finds formulas wherever text may stand",
    arguments: [
      "# about $x_1$", "about $x_1$\n===", "> $x_1$", "- $x_1$", "1. - > $x_1$", "*very $x_1$*",
      "**$x_1$**", "~~$x_1$~~", "[$x_1$](/url)", "![$x_1$](/url)", "| $x_1$ |\n|---|",
      "| a |\n|---|\n| $x_1$ |", "- [ ] $x_1$", "a\n$x_1$", "公式$x_1$表示", "($x_1$)", "$x_1$-th",
      "a[^n]\n\n[^n]: $x_1$", " - a\n\n\t$x_1$", "text\n\n- a\n  b $x_1$ c", "#### 损失 $x_1$ ####",
    ])
  func anywhere(text: String) {
    let file = SourceFile(name: "test.md", text: text)
    let formulas = formulas(in: text)
    #expect(formulas.map(\.tex.text) == ["x_1"])
    for formula in formulas {
      #expect(file[formula.tex.range(inFile: 0..<3)] == "x_1")
      #expect(!formula.isDisplayed)
    }
  }

  @Test(
    "leaves dollars that are none alone",
    arguments: [
      "$5 and $6", "$5-$10", "from $5 to $6.50", "a $ b $ c", #"\$x\$"#, "`$x$`", "``$x$``",
      "    $x$", "```\n$x$\n```", "<http://x.y/$a$>", "<b title=\"$x$\">", "[a](/$x$)", "$", "a $$",
      "$$$", "$$$x$$$", "$ x$", "$x $", "$x$5", "x$", "$x", "$x\n\ny$", #"$x\$"#, "US$5", "a$$",
      "<!-- $x$ -->", "<div>\n$x$\n</div>",
    ])
  func noFormula(text: String) {
    #expect(formulas(in: text).isEmpty)
  }

  @Test("shows prices as they are written")
  func prices() {
    let shown = Rendering().html(document("from $5 to $6, or \\$7, or `$8`")).html
    #expect(shown == "<p>from $5 to $6, or $7, or <code>$8</code></p>\n")
  }

  @Test("takes code before a formula where code begins first, and the other way round")
  func precedence() {
    #expect(formulas(in: "`a $b` c$").isEmpty)
    #expect(formulas(in: "$a `b$ c`").map(\.tex.text) == ["a `b"])
    #expect(formulas(in: "[a $x](b$)").map(\.tex.text) == ["x](b"])
  }

  @Test("keeps the pipes of a formula out of the way of a table")
  func pipes() {
    let text = #"""
      | p | `q` |
      |---|---|
      | $p(y|x)$ | $\|x\|_2$ and `a` |
      | 中 $|x|$ | \| $a \mid b$ |
      """#
    let formulas = formulas(in: text)
    #expect(formulas.map(\.tex.text) == ["p(y|x)", #"\|x\|_2"#, "|x|", #"a \mid b"#])
    let file = SourceFile(name: "test.md", text: text)
    for formula in formulas {
      let range = formula.tex.range(inFile: 0..<formula.tex.text.utf8.count)
      #expect(String(file[range]) == formula.tex.text)
    }
  }

  @Test("cuts a table as GitHub does where no formula stands")
  func pipesInText() {
    for text in [
      "| $5 | $6 |\n|---|---|\n| `$a` | `b$` |", "| a$ | $b |\n|---|---|\n| \\$a | b$ |",
    ] {
      #expect(ourHTML(text, as: .notebook) == referenceHTML(text))
    }
    // The byte that covers a pipe is put back in listings.
    #expect(ourHTML("```\n| $a|b$ |\n```", as: .notebook) == referenceHTML("```\n| $a|b$ |\n```"))
    #expect(ourHTML("`| $a|b$ |`", as: .notebook) == referenceHTML("`| $a|b$ |`"))
  }

  @Test("cannot be given a false pipe by control characters")
  func forgedPipes() {
    let text = "| a\u{1}b | $x|y$ |\n|---|---|\n| \u{2} | \u{3} |"
    let blocks = document(text).blocks
    guard case .table(let table)? = blocks.first?.kind else {
      Issue.record("no table in \(blocks)")
      return
    }
    #expect(table.header.cells.first?.content.plainText == "a\u{1}b")
    #expect(table.header.cells.last?.content.plainText == "x|y")
  }

  @Test(
    "takes lines between double dollars for a formula, whatever they begin with",
    arguments: [
      "$$\nx\n$$", "$$\n- x\n+ y\n$$", "$$\n> 0\n\n# a\n$$", "$$\n===\n---\n$$", "$$\n    x\n$$",
      "$$\n```\n$$", "$$\n| a |\n|---|\n$$", "$$\n<div>\n$$", "$$\n1. x\n[a]: /b\n$$", "$$x\ny$$",
      #"$$\begin{aligned}a&=b\\"# + "\n- c\n" + #"\end{aligned}$$"#,
    ])
  func display(text: String) {
    for (before, prefix) in [
      ("", ""), ("a\n", ""), ("| a |\n|---|\n", ""), ("> ", "> "), ("- ", "  "),
    ] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let placed = before + lines.joined(separator: "\n" + prefix) + "\n" + prefix + "\nafter"
      let formulas = formulas(in: placed)
      #expect(
        formulas.map(\.tex.text) == [String(text.dropFirst(2).dropLast(2))],
        "in \(placed.debugDescription)")
      #expect(formulas.allSatisfy { $0.isDisplayed })
      #expect(document(placed).diagnostics.isEmpty)
      #expect(PlaceCheck.mistakes(in: placed, as: .notebook).isEmpty)
    }
  }

  @Test("reads the label of an equation")
  func labels() {
    for text in ["$$ x $$ {#eq-loss}", "$$\nx\n$$ {#eq-loss}", "see $$ x $$ {#eq-loss} here"] {
      let formula = formulas(in: text).first
      #expect(formula?.label?.text == "eq-loss")
      #expect(formula?.isDisplayed == true)
      let place = formula?.label?.segments.first?.file ?? 0
      #expect(SourceFile(name: "t", text: text)[place..<place + 7] == "eq-loss")
    }
    #expect(formulas(in: "$$ x $$ and {#eq-loss}").first?.label == nil)
  }

  @Test("takes a fenced block 'math' for a formula")
  func fence() {
    let formula = formulas(in: "> ```math\n> a_1\n> b\n> ```").first
    #expect(formula?.tex.text == "a_1\nb\n")
    #expect(formula?.tex.segments.map(\.file) == [12, 18])
  }

  @Test("says what is wrong with a formula")
  func diagnostics() {
    func ids(_ text: String) -> [String] { document(text).diagnostics.map(\.id) }
    #expect(ids("$$\nx\n\n# y") == ["tex.unclosed"])
    #expect(ids("$$x\ny$$ z") == ["tex.trailing"])
    #expect(document("中文\n\n$$\nx").diagnostics.first?.range == 8..<10)
  }
}

@Suite("Roles and references")
struct RoleTests {
  @Test("a role is a name in braces before a span of code")
  func roles() throws {
    let text = "中文 {eval}`acc(a_1, b)` and {eval}`` a`b ``, `{eval}`, {eval} `x`, \\{eval}`x`"
    let paragraph = try #require(document(text).blocks.first)
    guard case .paragraph(let content) = paragraph.kind else { return }
    let roles = content.compactMap { inline -> Role? in
      if case .role(let role) = inline.kind { role } else { nil }
    }
    #expect(roles.map(\.name.text) == ["eval", "eval", "eval"])
    #expect(roles.map(\.content.text) == ["acc(a_1, b)", "a`b", "x"])
    #expect(roles.first?.content.segments.first?.file == 14)
    #expect(PlaceCheck.mistakes(in: text, as: .notebook).isEmpty)
  }

  @Test(
    "a reference is not looked for in code, addresses and links",
    arguments: [
      ("see @eq-loss.", ["eq-loss"]), ("见@fig-a和@tbl-b_2", ["fig-a", "tbl-b_2"]),
      ("(@eq-1)", ["eq-1"]), ("[@eq-1](/x)", ["eq-1"]), ("`@eq-1`", []), ("me@eq-1.com", []),
      ("<me@eq-1.com>", []), ("@eq", []), ("@equation-1", []), ("@eq-", []), ("[a](/@eq-1)", []),
      ("\\@eq-1", []), ("@eq-a-", ["eq-a"]), ("*@eq-a*", ["eq-a"]), ("@eq-a://x", []),
    ])
  func references(text: String, labels: [String]) {
    func references(in inlines: [Inline]) -> [String] {
      inlines.flatMap { inline -> [String] in
        switch inline.kind {
        case .reference(let reference): [reference.label]
        case .emphasis(let content): references(in: content)
        case .link(let link): references(in: link.content)
        default: []
        }
      }
    }
    guard case .paragraph(let content)? = document(text).blocks.first?.kind else { return }
    #expect(references(in: content) == labels)
  }
}
