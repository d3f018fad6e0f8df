import Testing

@Suite("A lesson's page")
struct PageTests {
  private static let lesson = """
    ---
    title: TITLE
    lang: LANG
    ---

    ## One

    See @eq-first, @fig-fit and @tbl-results.[^1]

    [^1]: A note.

    ## One

    $$ a = b $$ {#eq-first}

    ### Two

    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{train} fit
    network: mlp
    data: iris
    learning-rate: 0.1
    steps: 3
    caption: The loss.
    ```

    ```{table} results
    columns: [What, Value]
    rows:
      - [samples, count(iris)]
    caption: The results.
    ```

    ```{expect}
    count(iris) == 150
    ```

    #### Three

    {eval}`count(iris)` samples.
    """

  private static func page(_ language: String = "en") throws -> PageTree {
    try Pages.tree(
      of: lesson.replacing("LANG", with: language).replacing("TITLE", with: "A lesson"))
  }

  @Test("needs no network and no script, and forbids both")
  func selfContained() throws {
    let html = try Pages.html(of: Self.lesson.replacing("LANG", with: "en"))
    let page = try PageTree(html)
    let policy = page.elements("meta").first { $0["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?["content"]?.hasPrefix("default-src 'none'; ") == true)
    #expect(policy?["content"]?.contains("script-src") == false)
    #expect(page.elements("script").isEmpty && page.elements("link").isEmpty)
    let style = try #require(page.elements("style").first?.text)
    #expect(!style.contains("@import") && !style.contains("http"))
    for address in style.split(separator: "url(").dropFirst() {
      #expect(address.hasPrefix("data:") || address.hasPrefix("\"data:") || address.hasPrefix("#"))
    }
  }

  @Test(
    "speaks the lesson's language",
    arguments: [
      ("en", "Figure 1.", "Equation 1", "held", "Contents"), ("zh", "图 1.", "式 1", "成立", "目录"),
      ("ru", "Рис. 1.", "Формула 1", "выполнено", "Содержание"),
      ("zh-Hans-CN", "图 1.", "式 1", "成立", "目录"),
      ("de", "Figure 1.", "Equation 1", "held", "Contents"),
    ])
  func language(
    _ language: String, figure: String, equation: String, held: String, contents: String
  ) throws {
    let page = try Self.page(language)
    #expect(page.elements("html").first?["lang"] == language)
    #expect(page.elements("figcaption").first?.first("b")?.text == figure)
    #expect(page.elements("a").first { $0["href"] == "#eq-first" }?.text == equation)
    #expect(page.elements("ul").contains { $0.text.contains(held) })
    #expect(page.elements("nav").first?["aria-label"] == contents)
  }

  @Test(
    "has no English word in a table of its own, on an axis or in a finding where it has a language",
    arguments: ["zh", "ru"])
  func terms(_ language: String) throws {
    let page = try Self.page(language)
    let words =
      page.elements("th").filter { $0["scope"] == "col" } + page.elements("text")
      + page.elements("span").filter { $0["class"] == "finding" }
    #expect(words.count > 15)
    for word in words {
      let letters = word.text.split { !$0.isASCII || !$0.isLetter }.map(String.init)
        .filter { $0.count > 2 }
      // Names of classes and of the author's own tables are not the page's.
      #expect(letters.allSatisfy(Self.names.contains), "\(word.text)")
    }
  }

  private static let names: Set<String> = ["setosa", "versicolor", "virginica", "What", "Value"]

  @Test(
    "the command that runs it again can be given to a shell as it stands",
    arguments: [
      ("0.1", "-P who:0.1"), ("a b; rm -rf $(x)", "-P 'who:a b; rm -rf $(x)'"),
      ("it's `x`", #"-P 'who:it'\''s `x`'"#), ("", "-P who:"), ("学", "-P 'who:学'"),
    ])
  func rerun(_ value: String, shown: String) throws {
    let page = try Pages.tree(of: "---\nparams: {who: \"\(value)\"}\n---\n\nWords.\n")
    #expect(page.elements("dd").last?.text == "gradbook run lesson.md \(shown)")
  }

  @Test("every identifier stands once, and every reference leads to one")
  func references() throws {
    let page = try Self.page()
    #expect(page.repeatedIDs == [])
    let ids = Set(page.ids)
    for element in page.elements {
      if let address = element["href"], address.hasPrefix("#") {
        #expect(ids.contains(String(address.dropFirst())), "\(address)")
      }
      for name in ["aria-labelledby", "aria-describedby", "for"] {
        for id in (element[name] ?? "").split(separator: " ") {
          #expect(ids.contains(String(id)), "\(id)")
        }
      }
    }
    #expect(ids.isSuperset(of: ["eq-first", "fig-fit", "tbl-results", "one", "one-1"]))
  }

  @Test("a command that the prose defines holds in the labels of a diagram")
  func diagramFormulas() throws {
    let html = try Pages.html(
      of: "$$\\newcommand{\\vv}{v_1} \\vv$$\n\n```mermaid\ngraph LR\n  a[$\\vv$] --> b\n```")
    #expect(!html.contains("<merror"))
  }

  @Test("an identifier that the page itself uses is not given to a heading")
  func ownIdentifiers() throws {
    let page = try Pages.tree(
      of:
        "## Lesson\n\n## Cell 5\n\n## Picture 1\n\n```{table} t\ncolumns: [a]\nrows: [[b]]\ncaption: c\n```\n\n## tbl t\n\n## Fn 1\n\na[^1]\n\n[^1]: b\n\n## Picture 1 title"
    )
    #expect(page.repeatedIDs == [])
  }

  @Test("a reference to a table or picture without a caption leads to its cell all the same")
  func uncaptioned() throws {
    let page = try Pages.tree(
      of:
        "See @tbl-t and @fig-p.\n\n```{table} t\ncolumns: [a]\nrows: [[b]]\n```\n\n```{plot} p\nkind: activation\nof: [tanh]\n```"
    )
    let ids = Set(page.ids)
    for link in page.elements("a") where link["href"]?.hasPrefix("#") == true {
      #expect(ids.contains(String(link["href"]?.dropFirst() ?? "")))
      #expect(!link.text.contains("?"))
    }
  }

  @Test(
    "has one heading of the first level, its title, and the others as deep as they were written")
  func headings() throws {
    let page = try Pages.tree(
      of: "# Title\n\n## One\n\n### Deep\n\n## Two\n\n### Deep\n\n#### Deepest")
    let levels = page.elements.compactMap { element in
      element.name.count == 2 && element.name.hasPrefix("h")
        ? element.name.last?.wholeNumberValue : nil
    }
    #expect(levels == [1, 2, 2, 3, 2, 3, 4])
    let contents = try #require(page.elements("nav").first)
    #expect(contents.first("ol")?.text == "OneDeepTwoDeep")
  }

  @Test("every picture and every table says what it is")
  func accessibility() throws {
    let page = try Self.page()
    let figures = page.elements("figure").filter { $0["class"] != "of-table" }
    #expect(!figures.isEmpty)
    for figure in figures {
      let picture = try #require(figure.first("svg"))
      #expect(picture["role"] == "img")
      #expect(picture.first("title")?.text.isEmpty == false)
      #expect(picture.first("desc")?.text.isEmpty == false)
    }
    for table in page.elements("table") where table["role"] != "presentation" {
      #expect(table.first("th") != nil)
    }
  }

  @Test("is the same to the byte when it is made again, from another folder, too")
  func determinism() throws {
    let text = Self.lesson.replacing("LANG", with: "en")
    let first = try Pages.html(of: text)
    #expect(try Pages.html(of: text) == first)
    #expect(try Pages.html(of: text, in: Pages.notebooks + "/../notebooks") == first)
    #expect(!first.contains(Pages.notebooks))
  }

  @Test("a failed cell says why in its place, what needs it says so, the rest is shown")
  func failure() throws {
    let page = try Pages.tree(
      of: """
        ```{data} lost
        file: lost.csv
        ```

        ```{network} mlp
        input: 4
        layers:
          - {units: 3, activation: softmax}
        loss: cross-entropy
        ```

        ```{evaluate}
        network: mlp
        data: lost
        ```

        {eval}`count(lost)` and {eval}`parameters(mlp)`
        """)
    let failures = page.elements("div").filter { $0["class"] == "failure" }
    #expect(failures.count == 2)
    #expect(failures.first?.text.contains("lost.csv") == true)
    #expect(failures.last?.text == "This cell was skipped, since it needs 'lost', which failed.")
    let values = page.elements("span").filter { $0["class"]?.hasPrefix("value") == true }
    #expect(values.map(\.text) == ["–", "15"])
  }

  @Test("code stands line by line beside the formula of each value and what the engine says")
  func computation() throws {
    let page = try Pages.tree(of: Self.computed)
    let table = try #require(page.elements.first { $0["class"] == "computation" }?.first("table"))
    let rows = PageTree.rows(of: table)
    #expect(rows.map(\.count) == [3, 3, 3, 3, 3])
    #expect(rows[0].map(\.text) == ["Formula", "Code", "Beside the engine"])
    #expect(rows[1].map(\.text) == ["", "# forward", ""])
    #expect(rows[2][0].first("math") != nil)
    #expect(rows[2][1].text == "h1 = X @ W1 + b1")
    #expect(rows[2][2].text.hasPrefix("✓ as the engine [2 × 3], relative error"))
    #expect(rows[3][0].first("math") == nil, "the engine has no such value")
    #expect(rows[4][0].text.hasPrefix("P=softmax"))
    // A statement that goes on is one row.
    #expect(rows[4][1].text == "P = softmax( h1 + half - half)")
  }

  private static let computed = """
    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{notation}
    network: mlp
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, h_l: preactivation, P: output, L: loss}
    ```

    ```{compute}
    data: iris
    samples: 2
    ---
    # forward
    h1 = X @ W1 + b1

    half = h1 / 2
    P = softmax(
      h1 + half - half)
    ```
    """

  @Test("a note stands in the margin and at the foot; one with a link only at the foot")
  func marginNotes() throws {
    let page = try Pages.tree(
      of: """
        One[^a], two[^b], and one again[^a].

        [^a]: Short with $x$.

        [^b]: See [there](https://example.org).
        """)
    let notes = page.elements("span").filter { $0["class"] == "margin-note" }
    #expect(notes.map(\.text) == ["1 Short with x."])
    #expect(notes.map { $0["aria-hidden"] } == ["true"])
    #expect(page.repeatedIDs == [])
    #expect(page.elements("section").first { $0["class"] == "footnotes" } != nil)
  }
}

extension PageTree {
  /// The cells of a table, row by row.
  fileprivate static func rows(of table: Element) -> [[Element]] {
    func rows(_ element: Element) -> [Element] {
      element.children.flatMap { child -> [Element] in
        guard case .element(let inner) = child else { return [] }
        return inner.name == "tr" ? [inner] : rows(inner)
      }
    }
    return rows(table).map { row in
      row.children.compactMap { if case .element(let cell) = $0 { cell } else { nil } }
    }
  }
}
