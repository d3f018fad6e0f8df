import Diagnostics
import Notebooks
import Testing

@Suite("Where links on a page lead")
struct AnchorTests {
  /// A lesson that gives the names of a page's own parts to everything it can.
  private static let names = """
    ---
    title: Names
    ---

    ## Lesson

    ## Cell 5

    ## cell.51

    ## diagram-8-title

    ## Picture 1 title

    ## fn 1

    ## fnref 1[^a]

    ## Fnref a 2

    ## Fig c

    ## Eq h @eq-t and [there](#lesson)

    ## Section

    ##

    ## shape.1 ![A web picture](https://example.org/a.png)

    Text[^a], again[^a], other[^a-2], [a link with[^a-2] a note, @fig-c and \
    [a picture](https://example.org) ![of it](https://example.org/a.png) <https://example.org>](#section).

    | Equations |
    |-----------|
    | $$ t $$ {#eq-t} |

    **$$ b $$ {#eq-b}** and $$ x $$ {#lesson} and $$ y \\label{section} $$ and $$ z $$ {#picture-1-title}

    > - $$ n $$ {#eq-n}
    >
    >   $$ a = b $$ {#eq-step}

    See @eq-t, @eq-b, @eq-n, @eq-f, @fig-d, @tbl-t, [it](#eq-step), [this](#fig-c), [top](#).

    ```mermaid
    graph LR
      a --> b
    ```

    ```{plot} c
    kind: activation
    of: [relu, tanh]
    caption: One.
    ```

    ```{plot} d
    kind: activation
    of: relu
    ```

    ```{table} t
    columns: [A]
    rows: [[one]]
    ```

    ```{table} tbl-u
    columns: [A]
    rows: [[one]]
    caption: Two.
    ```

    [^a]: A $$ x $$ {#eq-f} and @tbl-u.
    [^a-2]: B @eq-f
    """

  private func expectSound(_ page: PageTree) {
    #expect(page.repeatedIDs == [])
    let ids = Set(page.ids)
    for link in page.elements("a") {
      #expect(link["href"] != nil, "\(link.text)")
      #expect(link.first("a") == nil, "no link stands in a link: \(link.text)")
      guard let address = link["href"], address.hasPrefix("#"), address != "#" else { continue }
      #expect(ids.contains(String(address.dropFirst())), "\(address)")
    }
  }

  @Test("every link leads to one place, whatever the lesson calls its own")
  func names() throws {
    let page = try Pages.tree(of: Self.names)
    expectSound(page)
    let texts = page.elements("a").filter { $0["href"]?.hasPrefix("#eq-") == true }.map(\.text)
    #expect(
      texts == [
        "Equation 1", "Equation 1", "Equation 2", "Equation 6", "Equation 8", "it", "Equation 8",
      ])
    let uncaptioned = page.elements("a").first { $0["href"] == "#fig-d" }
    #expect(uncaptioned?.text == "Figure (d)")
    #expect(page.ids.contains("tbl-t") && page.ids.contains("tbl-u"))
  }

  @Test("the contents have no notes, no pictures and no links of the headings, and no empty entry")
  func contents() throws {
    let page = try Pages.tree(of: Self.names)
    for contents in page.elements("nav") {
      let titles = contents.first("ol").map { list in
        list.children.compactMap { child -> String? in
          if case .element(let item) = child { item.text } else { nil }
        }
      }
      #expect(
        titles == [
          "Lesson", "Cell 5", "cell.51", "diagram-8-title", "Picture 1 title", "fn 1", "fnref 1",
          "Fnref a 2", "Fig c", "Eq h Equation 1 and there", "Section",
          "shape.1 A web picture",
        ])
      #expect(contents.first("sup") == nil && contents.first("img") == nil)
    }
  }

  @Test("a heading has a link to itself beside the links within it, with a name")
  func headings() throws {
    let page = try Pages.tree(of: "## One [there](https://example.org) and `two`")
    let heading = try #require(page.elements("h2").first)
    let links = heading.children.compactMap { child -> PageTree.Element? in
      if case .element(let element) = child, element.name == "a" { element } else { nil }
    }
    #expect(links.map { $0["href"] } == ["https://example.org", "#one-there-and-two"])
    #expect(links.last?["aria-label"] == "Link to this section")
    #expect(heading.text == "One there and two")
  }

  @Test(
    "no level of heading is left out, in quotations neither, and one without words is no heading")
  func levels() throws {
    let page = try Pages.tree(
      of: """
        #### First

        # One

        #### Deep

        #### Its sister

        ##### Deeper

        ### Up

        ##

        > # Quoted
        >
        > ###### Deep

        ## Two[^1]

        [^1]: A note

            #### In a note
        """)
    let levels = page.elements.filter { $0.name.wholeMatch(of: /h[1-6]/) != nil }
    #expect(
      levels.map(\.name) == ["h1", "h2", "h2", "h3", "h3", "h4", "h3", "h2", "h3", "h2", "h3"])
    expectSound(page)
  }

  @Test("a link to another lesson leads to its page, however it is written")
  func lessons() throws {
    let page = try Pages.tree(
      of: """
        [a](iris.md) [b](./iris.md?x#the-data) [c](iris%2Emd) [d](../notebooks/../iris.md#a)
        [e](https://example.org/a.md) [f](//example.org/b.md) [g](a%20b%3F.md) [h](mailto:x@a.md)
        """)
    #expect(
      page.elements("main").first?.first("p")?.children.compactMap { child -> String? in
        if case .element(let link) = child { link["href"] } else { nil }
      } == [
        "iris.html", "iris.html?x#the-data", "iris.html", "../iris.html#a",
        "https://example.org/a.md", "//example.org/b.md", "a%20b%3F.html", "mailto:x@a.md",
      ])
  }

  @Test(
    "an address that a page must not follow is no link",
    arguments: ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"])
  func inert(_ address: String) throws {
    let page = try Pages.tree(of: "See [here](\(address)) and [*there*][x].\n\n[x]: \(address)")
    #expect(page.elements("main").first?.first("p")?.text == "See here and there.")
    #expect(page.elements("main").first?.first("p")?.first("a") == nil)
  }

  @Test("a wide table of the prose can be scrolled by the keyboard, wherever it stands")
  func tables() throws {
    let page = try Pages.tree(
      of: "| Name | $x$ |\n|-|-|\n| a | b |\n\n> | In a quotation |\n> |-|\n> | a |\n")
    let frames = page.elements("div").filter { $0["class"] == "scroll" }
    #expect(frames.map { $0["aria-label"] } == ["Table: Name, x", "Table: In a quotation"])
    #expect(frames.allSatisfy { $0["tabindex"] == "0" && $0["role"] == "region" })
    #expect(frames.allSatisfy { $0.first("table") != nil })
  }

  @Test("a derivation that is wider than the screen can be scrolled by the keyboard")
  func derivations() throws {
    let example = DirectiveSet.standard.directives.first { $0.name == "derivation" }?.example
    let page = try Pages.tree(of: try #require(example))
    let derivation = try #require(page.elements("div").first { $0["class"] == "derivation" })
    #expect(derivation["tabindex"] == "0")
  }

  @Test("a displayed formula in a sentence stands in an element that a sentence may hold")
  func displayed() throws {
    let page = try Pages.tree(of: "Words $$ a = b $$ {#eq-a} and @eq-a.")
    let paragraph = try #require(page.elements("main").first?.first("p"))
    #expect(paragraph.first("span")?["id"] == "eq-a")
    #expect(paragraph.first("div") == nil)
  }
}
