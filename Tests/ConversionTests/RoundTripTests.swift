import Conversion
import Diagnostics
import Foundation
import Testing

@Suite("A lesson as a Jupyter notebook and back")
struct RoundTripTests {
  private func expectSame(_ text: String, _ comment: Comment? = nil) throws {
    // Bytes, since Swift takes texts for equal that are only canonically so.
    let back = try Fixtures.roundTrip(text)
    #expect(Array(back.utf8) == Array(text.utf8), comment)
  }

  @Test("is the same to the byte", arguments: Fixtures.lessons)
  func lessons(_ name: String) throws { try expectSame(Fixtures.lesson(name)) }

  @Test("is the same to the byte with the line ends of Windows", arguments: Fixtures.lessons)
  func windows(_ name: String) throws {
    try expectSame(Fixtures.lesson(name).replacing("\n", with: "\r\n"))
  }

  @Test(
    "is the same to the byte however odd the lesson",
    arguments: [
      "", "\n", "  \n\t\n", "\u{FEFF}---\ntitle: a\n---\nWords.\n", "---\n", "---\ntitle: a\n",
      "---\ntitle: a\n---", "---\ntitle: a\n...\n\n\n\nWords", "Words without an end of line",
      "\n\n  Words after blanks.  \n\n\n\n", "a\n```{data} x\nsource: iris\n```\nb\n",
      "```{data} x\n```\n```{data} y\n```", "```{data} x\n```\n\n\n\n```{data} y\n```   \n \n",
      "   ~~~~{data} x\nsource: iris\n   ~~~~~\n", "  ```{expect}\n  1 < 2\n  ```  \nwords  \n",
      "- item\n  ```{data} x\n  ```\n\n  ````\n  ```{data} y\n  ```\n  ````\n",
      "<!-- a comment\n\n```{data} x\n```\n\n-->\n\n```{data} y\n```\n", "```{data} x\nno end\n",
      "~~~python\nx = 1\n", "> ```{data} x\n> ```\n", "a\r\nb\nc\r\n\r\n```{data} x\n```\r\n",
      "a\rb\r\r```{data} x\r```\r", "a\r\n\r\n```{data} x\r\n```\r\n\r\n", "a\n\r\n", "a\r\r\n",
      "e\u{301}\u{0}\u{2028}\n\n🤓 中文\n", "[^1]: note\n\n[x]: y\n\n```{data} x\n```\n[^1]\n",
      "```{data} a\n```\n\n```{data} a\n```\n\n```{cell-2} 中文\n```\n", "``` {data} x\n```\n\n---\n",
      "\t```{data} x\n\t```\n", "***\n---\n\n----\n```{}\n```\n```{x\n```\n",
    ])
  func odd(_ text: String) throws { try expectSame(text, "\(text.debugDescription)") }

  @Test("is the same to the byte for anything that is put together from a lesson's pieces")
  func anything() throws {
    var generator = Xorshift(state: 7)
    let pieces = [
      "---", "\n", "\n\n", "\r\n", "\r", " ", "\t", "```{data} x", "```", "~~~{train} fit", "~~~",
      "````", "title: a", "...", "words", "- ", "> ", "<!--", "-->", "$$", "# ", "{#eq-a}", "|",
      "    ", "`{eval}`", "\u{301}", "中",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 1...14, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      try expectSame(text, "\(text.debugDescription)")
    }
  }

  @Test("takes what was changed, added and moved in Jupyter")
  func edited() throws {
    let text = "---\nseed: 1\n---\nOne.\n```{data} x\nsource: iris\n```\nTwo."
    var notebook = JupyterNotebook(lesson: SourceFile(name: "a.md", text: text))
    notebook.cells[1].source = "One, changed."
    notebook.cells.append(JupyterCell(.markdown, id: "new", source: "Three."))
    notebook.cells.append(
      JupyterCell(.code, id: "newer", source: "```{expect}\ncount(x) == 150\n```"))
    notebook.cells.swapAt(2, 3)
    #expect(
      LessonText(of: notebook, picturesIn: "").text
        == """
        ---
        seed: 1
        ---
        One, changed.

        Two.

        ```{data} x
        source: iris
        ```

        Three.

        ```{expect}
        count(x) == 150
        ```

        """)
  }
}

/// A small generator, so that a failure comes again.
struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
