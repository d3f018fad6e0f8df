import Foundation
import Testing

@Suite("A page of a hostile notebook")
struct HostileTests {
  private static let payload =
    #"x"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;"#

  /// The same with marks that make one character with the sign before or behind them: whoever looks
  /// at characters sees no bracket and no quote.
  private static let joined = String(
    String.UnicodeScalarView(
      payload.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
        "<>\"'&".unicodeScalars.contains(scalar) ? ["\u{600}", scalar, "\u{301}"] : [scalar]
      }))

  private static func quoted(_ payload: String) -> String {
    "'" + payload.replacingOccurrences(of: "'", with: "''", options: .literal) + "'"
  }

  /// The payload in every place a notebook has.
  private static func notebook(_ payload: String) -> String {
    let quoted = quoted(payload)
    // Without a bracket, since a table's cell that calls something is an expression.
    let words = quoted.replacing("(1)", with: "`1`")
    let letters = String(String.UnicodeScalarView(payload.unicodeScalars.filter(\.isASCII)))
    let unquoted = letters.filter { $0 != "\"" }
    return """
      ---
      title: \(quoted)
      subtitle: \(quoted)
      source: \(quoted)
      params: {evil: \(quoted), "a<b>": \(quoted)}
      ---

      # \(payload)

      ## Heading \(payload) `\(payload)`

      ### `</style></title><svg onload=alert(1)>`

      Prose \(payload) <script>alert(2)</script> <a href="javascript:alert(3)">x</a> $\\text{\(payload)} <b>$.

      <iframe src="javascript:alert(4)"></iframe>

      <!-- a comment --> <![CDATA[ x ]]> <?php x ?>

      - list \(payload)
        > quotation \(payload)

      | a \(payload) | b |
      |---|---|
      | \(payload) | `\(payload)` |

      [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#x6A;avascript:alert(1)) [d](data:text/html,x)
      [e](<java\tscript:alert(1)>) [f](vbscript:x) <javascript:alert(1)> [g][g] [h]( javascript:alert(1))
      [i](file:///etc/passwd) [j](https://example.org/"onclick="alert(1)) [k](?x"onclick="alert(1))
      ![alt \(payload)](x.png "title \(payload)")

      [g]: javascript:alert(1) "title"

      Footnote[^1] and [^\(letters.filter { $0.isLetter })].

      [^1]: \(payload) [x](javascript:alert(1))

      ```python" onmouseover="alert(1)
      \(payload)
      ```

      ```html
      \(payload)
      ```

      ```mermaid
      graph LR
        a["\(unquoted)"] --> b
        click a "javascript:alert(1)"
      ```

      $$ a = \\text{\(payload)} $$ {#eq-hostile}

      ```{data} rows
      file: '<script>.csv'
      label: -1
      caption: \(quoted)
      alt: \(quoted)
      echo: true
      ```

      ```{network} mlp
      input: 2
      layers:
        - {units: 2, activation: softmax}
      loss: cross-entropy
      caption: ${evil}
      ```

      ```{train} fit
      network: mlp
      data: rows
      learning-rate: 0.1
      steps: 3
      caption: \(quoted)
      ```

      ```{evaluate}
      network: mlp
      data: rows
      show: [figures, classes, confusion]
      caption: \(quoted)
      ```

      ```{predict}
      network: mlp
      data: rows
      caption: \(quoted)
      ```

      ```{plot}
      kind: boundary
      of: mlp
      data: rows
      caption: \(quoted)
      ```

      ```{table} t
      columns: [\(quoted), b]
      rows:
        - [\(words), \(words)]
      caption: \(quoted)
      ```

      ```{compute}
      # </code></pre>\(payload)
      1 + 1
      ```

      ```{data} missing
      file: 'no<script>alert(1)</script>.csv'
      ```

      {eval}`count(rows)`
      """
  }

  private static func html(_ payload: String) throws -> String {
    let folder = try TemporaryFolder()
    let quotes = payload.replacingOccurrences(of: "\"", with: "\"\"", options: .literal)
    let field = "\"\(quotes)\""
    let rows = (0..<6).map { "\($0),\($0 % 3),\($0 % 2 == 0 ? field : "b")" }
    try folder.write((["\(field),b,c"] + rows).joined(separator: "\n"), to: "<script>.csv")
    return try Pages.html(of: notebook(payload), in: folder.path)
  }

  private static func page() throws -> PageTree { try PageTree(html(payload)) }

  @Test("has no sign of markup that a mark joined with it carries past")
  func joinedMarks() throws {
    let html = try Self.html(Self.joined)
    #expect(html.utf8.count > 30_000, "the page was made whole")
    #expect(html.contains("\u{600}&lt;\u{301}script\u{600}&gt;\u{301}"))
    for sign in ["<", ">", "\""] {
      for joined in ["\u{600}" + sign, sign + "\u{301}"] {
        #expect(html.range(of: joined, options: .literal) == nil, "\(joined)")
      }
    }
  }

  @Test("nor has the index that leads to it, whatever the lesson and its file are called")
  func index() throws {
    let quoted = Self.quoted(Self.joined)
    let front = "---\ntitle: \(quoted)\nsubtitle: \(quoted)\n---\n\nWords.\n"
    let html = try Pages.index(of: front, page: Self.joined)
    for joined in ["\u{600}<", "<\u{301}", "\u{600}\"", "\"\u{301}"] {
      #expect(html.range(of: joined, options: .literal) == nil, "\(joined)")
    }
    #expect(try PageTree(html).elements("script").isEmpty)
  }

  @Test("has no element that runs, loads or sends anything")
  func elements() throws {
    let page = try Self.page()
    let forbidden: Set<String> = [
      "script", "iframe", "frame", "object", "embed", "applet", "base", "form", "link", "button",
      "foreignobject", "animate", "set", "audio", "video", "source", "template", "noscript",
      "maction",
    ]
    for element in page.elements {
      #expect(!forbidden.contains(element.name.lowercased()), "\(element.name)")
    }
    for meta in page.elements("meta") {
      #expect(
        meta["charset"] != nil || meta["name"] != nil
          || meta["http-equiv"] == "Content-Security-Policy")
    }
    #expect(page.elements("style").count == 1)
    #expect(page.elements.count > 300, "the page was made whole")
  }

  @Test("has no attribute that runs anything")
  func attributes() throws {
    for element in try Self.page().elements {
      for attribute in element.attributes {
        #expect(!attribute.name.lowercased().hasPrefix("on"), "\(element.name) \(attribute.name)")
        #expect(!["srcdoc", "action", "formaction", "ping", "background"].contains(attribute.name))
        if attribute.name == "style" { #expect(!attribute.value.contains("url")) }
      }
    }
  }

  @Test("leads nowhere but to places of its own and to what a reader may open")
  func addresses() throws {
    for element in try Self.page().elements {
      for attribute in element.attributes
      where ["href", "src", "xlink:href"].contains(attribute.name) {
        let scheme = attribute.value.lowercased().prefix { $0 != ":" }
        if element.name == "a" {
          #expect(
            !["javascript", "vbscript", "data", "file"].contains(scheme), "\(attribute.value)")
          #expect(!attribute.value.contains { $0.isWhitespace || $0 == "\"" }, "\(attribute.value)")
        } else {
          #expect(
            attribute.value.isEmpty || attribute.value.hasPrefix("data:image/")
              || attribute.value.hasPrefix("#"), "\(element.name) \(attribute.value)")
        }
      }
    }
  }

  @Test("shows what was written as it was written")
  func shown() throws {
    let page = try Self.page()
    let title = try #require(page.elements("title").first?.text)
    #expect(title == Self.payload.split(separator: " ").joined(separator: " "))
    #expect(page.elements("h1").first?.text == title)
    #expect(page.elements("figcaption").count { $0.text.hasSuffix(title) } > 1)
    #expect(page.elements("pre").contains { $0.text.contains("no<script>alert(1)</script>.csv") })
  }

  @Test(
    "cannot end the page's style or title by a name of its own",
    arguments: ["</style>", "</title>", "-->", "]]>"])
  func endings(_ end: String) throws {
    let page = try Pages.tree(
      of: "---\ntitle: \"\(end)<script>\"\n---\n\n## \(end)<script>\n\n`\(end)<script>`")
    #expect(page.elements("script").isEmpty)
    #expect(page.elements("h2").first?.text == "\(end)<script>")
  }

  @Test(
    "a file outside the notebook's folder is not read",
    arguments: ["/etc/passwd", "../secret.csv", "a/../../secret.csv", "link.csv"])
  func files(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\n1,secret\n2,secret\n", to: "secret.csv")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/inner", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/inner/link.csv", withDestinationPath: "../secret.csv")
    let page = try Pages.tree(of: "```{data} rows\nfile: \(name)\n```", in: folder.path + "/inner")
    #expect(page.elements("pre").contains { $0.text.contains("[file.outside]") })
    #expect(!page.root.text.contains("1, 1"))
  }
}
