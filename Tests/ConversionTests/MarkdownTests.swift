import Conversion
import Diagnostics
import Foundation
import Testing

@Suite("A lesson as Markdown with its results")
struct MarkdownTests {
  private static func document(_ text: String = Fixtures.everything) throws -> MarkdownDocument {
    let (run, exhibits) = try Fixtures.run(text)
    return MarkdownDocument(of: run, showing: exhibits, assets: "a lesson.assets")
  }

  @Test("values, references, equations and footnotes are filled in")
  func prose() throws {
    let text = try Self.document().text
    #expect(
      text.hasPrefix(
        "# All \\| of it\n\n*Tables \\*and\\* pictures*\n\n<a id=\"eq-law\"></a>\n\n$$ a = b  \\tag{1}$$\n\n"
      ))
    #expect(
      text.contains(
        "After [Figure 1](#fig-curve) and [Equation 1](#eq-law): 40 points.[^1] "
          + "See [Table 1](#tbl-shapes)."))
    #expect(text.contains("[^1]: Of 40.0 or so."))
    for left in ["{eval}", "{#", "@fig", "seed: 1"] { #expect(!text.contains(left), "\(left)") }
  }

  @Test("an equation in a table, in bold words or in a quotation leaves them whole")
  func equations() throws {
    let lesson = """
      | A |
      |---|
      | $$ a = b $$ {#eq-a} |

      **$$ b $$ {#eq-b}** and @eq-a

      > $$ c $$ {#eq-c}
      """
    #expect(
      try Self.document(lesson).text.hasSuffix(
        """
        | A |
        |---|
        | <a id="eq-a"></a>$$ a = b  \\tag{1}$$ |

        **<a id="eq-b"></a>$$ b  \\tag{2}$$** and [Equation 1](#eq-a)

        > <a id="eq-c"></a>$$ c  \\tag{3}$$

        """))
  }

  @Test("tables, pictures, verdicts and derivations are what a code host shows")
  func results() throws {
    let document = try Self.document()
    let text = document.text
    #expect(text.contains("<a id=\"tbl-shapes\"></a>\n\n**Table 1.** Sizes.\n\n| Layer |"))
    #expect(text.contains("](a%20lesson.assets/figure-2.svg)\n\n**Figure 1.** The loss."))
    #expect(document.files.keys.sorted() == ["figure-1.svg", "figure-2.svg"])
    #expect(text.contains("- ✓ held: `count(moons) == 40` — found 40"))
    #expect(
      text.contains("$$\n\\begin{aligned}\nz_1 &= X W_1 + b_1\n\\end{aligned}\n$$\n\n- ✓ verified"))
    #expect(text.contains("**Wrong**") || text.contains("**As printed**"))
    #expect(text.contains("- ✗ refuted: at "))
    #expect(text.contains("| $X$ | input |"))
    #expect(
      text.contains("<details><summary>Source of this cell</summary>\n\n```yaml\n# {data} moons"))
  }

  @Test("the same lesson gives the same Markdown and pictures")
  func determinism() throws {
    let (first, second) = (try Self.document(), try Self.document())
    #expect(first.text == second.text && first.files == second.files)
  }

  @Test("what stands in code, in comments and in listings stays as it is")
  func untouched() throws {
    let lesson = """
      `@fig-x` and `{eval}` $5

      ```python
      @fig-x {eval}`1`
      ```

      <!-- {eval}`1` -->

      - [ ] a *task*

      ```mermaid
      graph TD; a-->b
      ```
      """
    #expect(try Self.document(lesson).text == "# lesson\n\n\(lesson)\n")
  }
}
