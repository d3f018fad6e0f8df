import Testing

@Suite("What a page writes once")
struct SharingTests {
  /// Two pictures of the same points, and one of others.
  private static let lesson = """
    ---
    seed: 3
    ---

    ```{data} moons
    generate: moons
    seed: 1
    ```

    ```{data} other
    generate: moons
    seed: 2
    ```

    ```{network} mlp
    input: 2
    layers:
      - {units: 2, activation: softmax}
    loss: cross-entropy
    ```

    ```{plot} one
    kind: boundary
    of: mlp
    data: moons
    caption: First.
    ```

    ```{plot} two
    kind: boundary
    of: mlp
    data: moons
    caption: Second.
    ```

    ```{plot} three
    kind: boundary
    of: mlp
    data: other
    caption: Third.
    ```
    """

  @Test("a second picture of the same points leads to the data table of the first")
  func tables() throws {
    let page = try Pages.tree(of: Self.lesson)
    let figures = page.elements("figure").filter { $0["id"]?.hasPrefix("fig-") == true }
    #expect(figures.map { $0.first("table") != nil } == [true, false, true])
    let details = try #require(figures[1].first("details"))
    #expect(
      details.text == "Data table The same numbers as Figure 1".replacing(" The", with: "The"))
    #expect(details.first("a")?["href"] == "#fig-one")
  }

  @Test("a second picture with the same axes and dots refers to those of the first")
  func shapes() throws {
    let page = try Pages.tree(of: Self.lesson)
    let figures = page.elements("figure").filter { $0["id"]?.hasPrefix("fig-") == true }
    #expect(figures[0].first("text") != nil)
    #expect(figures[1].first("text") == nil)
    let names = Set(page.ids)
    for use in page.elements("use") {
      #expect(names.contains(String(try #require(use["href"]).dropFirst())))
    }
  }
}
