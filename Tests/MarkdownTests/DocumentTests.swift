import Diagnostics
import Testing

@testable import Markdown

private func document(_ text: String) -> Document {
  parse(SourceFile(name: "test.md", text: text))
}

@Suite("Front matter")
struct FrontMatterTests {
  @Test("is what stands between the lines at the very start", arguments: ["\n", "\r\n"])
  func split(newline: String) {
    let text = ["---", "title: 中文", "seed: 1", "---", "# A"].joined(separator: newline)
    let document = document(text)
    #expect(document.frontMatter?.text == "title: 中文\(newline)seed: 1\(newline)")
    #expect(document.frontMatter?.segments.first?.file == 3 + newline.utf8.count)
    guard case .heading? = document.blocks.first?.kind else {
      Issue.record("no heading in \(document.blocks)")
      return
    }
    #expect(document.blocks.first?.range.upperBound == text.utf8.count)
  }

  @Test("may be empty, end with dots, and follow a byte order mark")
  func variants() {
    #expect(document("---\n---\na").frontMatter?.text == "")
    #expect(document("---\na: 1\n...\nb").frontMatter?.text == "a: 1\n")
    #expect(document("\u{FEFF}---\na: 1\n---\nb").frontMatter?.text == "a: 1\n")
  }

  @Test("is only that: a rule further down is a rule")
  func none() {
    for text in ["", "a\n\n---\n\nb\n\n---", "\n---\na: 1\n---", "----\na\n----", " ---\na\n---"] {
      #expect(document(text).frontMatter == nil)
      #expect(document(text).diagnostics.isEmpty)
    }
  }

  @Test("that has no end is reported where it begins")
  func unclosed() {
    let file = SourceFile(name: "a.md", text: "---\ntitle: x\n\n# A\n")
    #expect(
      parse(file).diagnostics.map { $0.rendered(in: file) } == [
        """
        error: front matter is not closed [front-matter.unclosed]
         --> a.md:1:1
          |
        1 | ---
          | ^^^
          = help: end it with a line '---'
        """
      ])
  }
}

@Suite("Listings")
struct ListingTests {
  private func code(_ text: String) -> [CodeBlock] { blocks(document(text).blocks) }

  private func blocks(_ blocks: [Block]) -> [CodeBlock] {
    blocks.flatMap { block -> [CodeBlock] in
      switch block.kind {
      case .code(let code): [code]
      case .quote(let inner): self.blocks(inner)
      case .list(let list): list.items.flatMap { self.blocks($0.blocks) }
      default: []
      }
    }
  }

  @Test("know their info string and where each of their bytes stands")
  func places() throws {
    let text = "1. 中\n\n   > ```{train}  mlp\n   > a: 1\n   >\n   >\tb: 损失\n   > ```\n"
    let code = try #require(code(text).first)
    #expect(code.info.text == "{train}  mlp")
    #expect(code.language == "{train}")
    #expect(code.content.text == "a: 1\n\n   b: 损失\n")
    #expect(code.isFenced && code.isClosed)
    #expect(PlaceCheck.mistakes(in: text, as: .notebook).isEmpty)
    let bytes = Array(text.utf8)
    let local = try #require(code.content.text.utf8.firstIndex(of: UInt8(ascii: "b")))
    let offset = code.content.text.utf8.distance(from: code.content.text.startIndex, to: local)
    #expect(bytes[code.content.offset(inFile: offset)] == UInt8(ascii: "b"))
  }

  @Test(
    "are closed or not",
    arguments: [
      ("```\na\n```", true), ("```\na", false), ("```", false), ("```\n```", true),
      ("> ```\n> a\n\nb", false), ("> ```\n> a\n```\nb\n```", false), ("~~~\n```\n~~~~", true),
      ("````\n```\n", false), ("- ```\n  a\n- b", false), ("    a", true),
      ("```\na\n  ```  ", true),
    ])
  func closed(text: String, isClosed: Bool) {
    #expect(code(text).first?.isClosed == isClosed)
    #expect(document(text).diagnostics.map(\.id) == (isClosed ? [] : ["markdown.fence"]))
  }

  @Test("that are not closed are reported at their fence")
  func report() {
    let file = SourceFile(name: "a.md", text: "中文\n\n- ~~~~{plot} x\n  y\n")
    #expect(
      parse(file).diagnostics.map { $0.rendered(in: file) } == [
        """
        error: this fenced block is not closed [markdown.fence]
         --> a.md:3:3
          |
        3 | - ~~~~{plot} x
          |   ^^^^^^^^^^^^
          = help: end it with a line '~~~~'
        """
      ])
  }
}

@Suite("Heading identifiers")
struct HeadingIDTests {
  @Test("are made of the text, in any script, and never twice the same")
  func ids() {
    let text = """
      # The *Gradient*, again!
      ## 梯度 下降
      ## Производная
      ## A
      ## A
      ## A-1
      ## A
      ## $x_1$ and `y`
      ## ???
      ## São Tomé
      """
    let ids = document(text).blocks.compactMap { block -> String? in
      if case .heading(let heading) = block.kind { heading.id } else { nil }
    }
    #expect(
      ids == [
        "the-gradient-again", "梯度-下降", "производная", "a", "a-1", "a-1-1", "a-2", "x_1-and-y",
        "section", "são-tomé",
      ])
  }
}

@Suite("Hostile text")
struct HostileTextTests {
  @Test(
    "a link with a scheme that runs or reads something leads nowhere",
    arguments: [
      "javascript:alert(1)", "JavaScript:x", "vbscript:x", "file:///etc/passwd", "data:text/html,x",
      "data:image/png;base64,x", "&#106;avascript:x", "java&#115;cript&colon;x", "<javascript:x>",
    ])
  func schemes(address: String) {
    for text in ["[a](\(address))", "![a](\(address))", "[a]\n\n[a]: \(address)"] {
      let html = Rendering().html(document(text)).html
      #expect(["<p>a</p>\n", "<p><img alt=\"a\"></p>\n"].contains(html), "\(html)")
    }
  }

  @Test("a scheme disguised by white space or control characters is none")
  func disguise() {
    for text in ["[a](java&#10;script:x)", "[a](&#1;javascript:x)", "[a](<java\tscript:x>)"] {
      let html = Rendering().html(document(text)).html
      #expect(html.contains("%0A") || html.contains("%01") || html.contains("%09"), "\(html)")
    }
  }

  @Test("raw HTML is shown as text")
  func rawHTML() {
    let html = Rendering().html(document("<script>alert(1)</script>\n\na <b onclick=x>b</b>")).html
    #expect(
      html == "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n"
        + "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n")
  }

  @Test(
    "nesting without end is reported, not followed",
    arguments: [
      ("> ", 100_000, "a"), ("[", 100_000, ""), ("*a **b ", 20_000, "** *"), ("![", 50_000, ""),
      ("- ", 1_000, "a"), ("$$", 50_000, "x"), ("$a ", 50_000, ""), ("{a}`", 50_000, ""),
      ("@eq-", 50_000, ""), ("`", 100_000, "$"), ("$$\n", 50_001, ""), ("|", 50_000, ""),
      ("# a\n", 20_000, ""), ("\\", 100_001, ""), ("&amp;", 30_000, ""), ("```{a}\n", 20_001, ""),
      ("---\n", 20_000, ""), ("**a ", 20_000, ""), ("a** ", 20_000, ""), ("[a](b ", 20_000, ""),
      ("<a ", 30_000, ""), ("$`", 30_000, ""), ("{#eq-", 30_000, ""), ("a\\\n", 20_000, ""),
    ])
  func endless(unit: String, count: Int, end: String) {
    let text =
      String(repeating: unit, count: count)
      + String(repeating: end, count: end == "** *" ? count : 1)
    let document = document(text)
    _ = Rendering().html(document).html
    for diagnostic in document.diagnostics {
      let range = diagnostic.range ?? 0..<0
      #expect(range.upperBound <= text.utf8.count)
    }
  }

  @Test("a table of ten thousand cells is read whole")
  func cells() {
    let row = String(repeating: "| $a|b$ ", count: 100) + "|\n"
    let text =
      row + String(repeating: "|---", count: 100) + "|\n" + String(repeating: row, count: 100)
    guard case .table(let table)? = document(text).blocks.first?.kind else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 100)
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.content.plainText == "a|b" } })
  }

  @Test(
    "what follows the thousandth cell of a row is one cell", arguments: [Dialect.github, .notebook])
  func columns(dialect: Dialect) {
    let text =
      String(repeating: "|a", count: 20_000) + "\n" + String(repeating: "|-", count: 1_000) + "\n"
    let file = SourceFile(name: "test.md", text: text)
    guard case .table(let table)? = parse(file, as: dialect).blocks.first?.kind else {
      Issue.record("no table")
      return
    }
    #expect(table.header.cells.count == 1_000)
    #expect(
      table.header.cells.last?.content.plainText == "a" + String(repeating: "|a", count: 19_000))
  }

  @Test("a NUL is shown as a replacement character and moves nothing")
  func null() {
    let text = "a\0b $x$"
    #expect(PlaceCheck.mistakes(in: text, as: .notebook).isEmpty)
    #expect(Rendering().html(document(text)).html.contains("a\u{FFFD}b"))
  }

  @Test("texts may be read from several threads at once")
  func threads() async {
    let text = "| $a|b$ | ~~c~~ | www.x.yz |\n|---|---|---|\n"
    let expected = document(text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<200 { group.addTask { document(text) == expected } }
      for await isSame in group { #expect(isSame) }
    }
  }
}
