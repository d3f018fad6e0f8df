import Diagnostics
import Testing

@Suite("A diagnostic as a person reads it")
struct RenderingTests {
  /// A diagnostic at the first place of `part` in `text`.
  private func rendered(
    _ text: String, at part: String, notes: [Diagnostic.Note] = [], help: [String] = []
  ) throws -> String {
    let file = SourceFile(name: "lesson.md", text: text)
    let range = try #require(file.place(of: part))
    return Diagnostic("test.id", "message", at: range, notes: notes, help: help).rendered(in: file)
  }

  @Test("a message is one line, whatever is in the value it quotes")
  func oneLine() {
    let value = "cross-entro\npy\t\r\u{1B}[31m\u{202E}\u{200F}\u{2028}x"
    let diagnostic = Diagnostic(
      "test.id", "unknown loss '\(value)'", notes: [.init("note \(value)")], help: ["help \(value)"]
    )
    let lines = diagnostic.rendered(in: SourceFile(name: "a\nb\u{7}.md", text: "x"))
      .split(separator: "\n", omittingEmptySubsequences: false)
    let shown = #"cross-entro\npy\t\r\u{1B}[31m\u{202E}\u{200F}\u{2028}x"#
    #expect(
      lines == [
        "error: unknown loss '\(shown)' [test.id]", #" --> a\nb\u{7}.md"#,
        "  = note: note \(shown)",
        "  = help: help \(shown)",
      ])
  }

  @Test("the caret stands under what is meant, with the help below")
  func plain() throws {
    let text = try rendered("one\nepoch: 20\n", at: "epoch", help: ["did you mean 'epochs'?"])
    #expect(
      text == """
        error: message [test.id]
         --> lesson.md:2:1
          |
        2 | epoch: 20
          | ^^^^^
          = help: did you mean 'epochs'?
        """)
  }

  @Test("a Chinese character takes two cells of a terminal, and one column")
  func chinese() throws {
    let text = try rendered("学习率: 错", at: "错")
    #expect(text.hasSuffix("lesson.md:1:6\n  |\n1 | 学习率: 错\n  |         ^^"))
  }

  @Test("a tab is shown as four blanks and counts as one column")
  func tabs() throws {
    let text = try rendered("\ta\tb", at: "b")
    #expect(text.hasSuffix("lesson.md:1:4\n  |\n1 |     a    b\n  |          ^"))
  }

  @Test("an emoji made of several scalars is one character of two cells")
  func emoji() throws {
    let text = try rendered("👩🏽‍🔬 x", at: "x")
    #expect(text.hasSuffix("lesson.md:1:3\n  |\n1 | 👩🏽‍🔬 x\n  |    ^"))
  }

  @Test("a Cyrillic letter with a combining accent is one column")
  func combining() throws {
    let text = try rendered("поте\u{301}ря x", at: "x")
    #expect(text.contains("lesson.md:1:8\n"))
  }

  @Test("control characters of a file never reach the terminal")
  func controls() throws {
    let text = try rendered("\u{1B}[2Jx\u{0}", at: "x")
    #expect(!text.contains("\u{1B}") && !text.contains("\u{0}"))
    let turned = try rendered("\u{202E}31", at: "31")
    #expect(turned.hasSuffix("1 | \u{FFFD}31\n  |  ^^"), "nor do those that turn its order round")
  }

  @Test("nor do those that a message quotes; what they are can be read")
  func quotedControls() {
    let text = Diagnostic(
      "test.id", "no '\u{1B}[2J'", notes: [.init("a\r")], help: ["\u{202E}x\tя\u{200D}"]
    ).rendered(in: SourceFile(name: "\u{7}.md", text: ""))
    #expect(
      text == """
        error: no '\\u{1B}[2J' [test.id]
         --> \\u{7}.md
          = note: a\\r
          = help: \\u{202E}x\\tя\u{200D}
        """)
  }

  @Test("an empty range has one caret, at the end of a line just behind it")
  func empty() {
    let file = SourceFile(name: "a", text: "abc\n")
    let text = Diagnostic("test.id", "message", at: 3..<3).rendered(in: file)
    #expect(text.hasSuffix("a:1:4\n  |\n1 | abc\n  |    ^"))
  }

  @Test("a range over several lines is marked on its first")
  func severalLines() {
    let file = SourceFile(name: "a", text: "abc\ndef\n")
    let text = Diagnostic("test.id", "message", at: 1..<6).rendered(in: file)
    #expect(text.hasSuffix("1 | abc\n  |  ^^"))
  }

  @Test("a very long line is cut on both sides of what is marked")
  func longLine() throws {
    let text = try rendered(
      String(repeating: "a", count: 5000) + "X" + String(repeating: "b", count: 5000), at: "X")
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 140 })
    let shown = try #require(lines.first { $0.contains("X") })
    let carets = try #require(lines.last)
    #expect(
      shown.firstIndex(of: "X")?.utf16Offset(in: shown)
        == carets.firstIndex(of: "^")?.utf16Offset(in: carets))
  }

  @Test("a note shows its own place, in one gutter with the rest")
  func notes() throws {
    let text = try rendered(
      "a: 1\n\n\n\n\n\n\n\n\na: 2", at: "2",
      notes: [.init("first set here", at: 0..<1), .init("no place")])
    #expect(
      text == """
        error: message [test.id]
          --> lesson.md:10:4
           |
        10 | a: 2
           |    ^
           = note: first set here
          --> lesson.md:1:1
           |
         1 | a: 1
           | ^
           = note: no place
        """)
  }

  @Test("without a place, the file is named")
  func wholeFile() {
    let file = SourceFile(name: "a.md", text: "")
    #expect(
      Diagnostic.warning("test.id", "message").rendered(in: file)
        == "warning: message [test.id]\n --> a.md")
  }

  @Test("colours are asked for, and change nothing else")
  func colour() throws {
    let file = SourceFile(name: "a", text: "abc")
    let diagnostic = Diagnostic("test.id", "message", at: 0..<1)
    let coloured = diagnostic.rendered(in: file, color: true)
    #expect(coloured.contains("\u{1B}[1;31m"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == diagnostic.rendered(in: file))
  }

  @Test("any range, also one outside the file or within a character, is shown somewhere")
  func anyRange() {
    let file = SourceFile(name: "a", text: "é\r\n中\n👩🏽‍🔬")
    for lower in -2...30 {
      for length in [0, 1, 3, 100] {
        let text = Diagnostic("test.id", "message", at: lower..<lower + length).rendered(in: file)
        #expect(text.contains("^"))
      }
    }
  }
}

extension SourceFile {
  /// The first place of a text.
  func place(of part: String) -> Range<Int>? {
    guard let found = text.firstRange(of: part) else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return start..<start + part.utf8.count
  }
}
