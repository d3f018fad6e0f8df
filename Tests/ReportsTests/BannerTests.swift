import Diagnostics
import Notebooks
import Reports
import Testing

@Suite("The banner of a page whose parameters were changed")
struct BannerTests {
  private static func notebook(
    _ language: String, _ overrides: [(name: String, value: String)]
  ) -> Notebook {
    let text = """
      ---
      lang: \(language)
      params: {steps: 500, rate: 0.1}
      ---

      After five hundred steps all is well.

      ```{expect}
      1 > 0
      ```
      """
    return Notebook(
      parsing: SourceFile(name: "lesson.md", text: text), overrides: overrides)
  }

  /// The text of every banner.
  private static func banners(
    _ language: String, _ overrides: [(name: String, value: String)]
  ) throws -> [String] {
    let notebook = notebook(language, overrides)
    let run = notebook.run(in: Session(of: notebook, in: Pages.notebooks))
    let header = try PageTree(Pages.html(of: run)).elements("header").first
    return (header?.children ?? []).compactMap { child in
      if case .element(let element) = child, element["role"] == "note" { element.text } else { nil }
    }
  }

  @Test(
    "names the values of the run and those the text was written for, and no others",
    arguments: ["en", "zh", "ru"])
  func changed(_ language: String) throws {
    let banners = try Self.banners(language, [(name: "steps", value: "250")])
    let text = try #require(banners.first)
    #expect(banners.count == 1)
    #expect(text.contains("steps = 250") && text.contains("steps = 500"))
    #expect(!text.contains("rate"))
  }

  @Test("is not there where the values are the declared ones, however written")
  func same() throws {
    for overrides in [[], [(name: "rate", value: "0.10"), (name: "steps", value: "500")]] {
      #expect(try Self.banners("en", overrides) == [])
    }
  }
}
