import Diagnostics
import Testing

@Suite("Positions in a text")
struct SourceFileTests {
  @Test("lines and columns count from 1, columns in characters")
  func positions() {
    let file = SourceFile(name: "a", text: "ab\n中文x\n")
    #expect(file.position(of: 0) == SourcePosition(line: 1, column: 1))
    #expect(file.position(of: 2) == SourcePosition(line: 1, column: 3))
    #expect(file.position(of: 9) == SourcePosition(line: 2, column: 3))
    #expect(file.position(of: 11) == SourcePosition(line: 3, column: 1))
    #expect(file.lineCount == 3)
  }

  @Test("an offset outside the file counts as its start or its end")
  func outside() {
    let file = SourceFile(name: "a", text: "ab\ncd")
    #expect(file.position(of: -5) == SourcePosition(line: 1, column: 1))
    #expect(file.position(of: 99) == SourcePosition(line: 2, column: 3))
    #expect(file[3..<99] == "cd")
    #expect(file[-3..<1] == "a")
  }

  @Test("a line does not hold its ending, be it \\n or \\r\\n")
  func lineEndings() {
    let file = SourceFile(name: "a", text: "ab\r\ncd\n\r\n")
    #expect(file[file.range(ofLine: 1)] == "ab")
    #expect(file[file.range(ofLine: 2)] == "cd")
    #expect(file[file.range(ofLine: 3)] == "")
    #expect(file[file.range(ofLine: 99)] == "")
  }

  @Test("an empty text has one empty line")
  func empty() {
    let file = SourceFile(name: "a", text: "")
    #expect(file.lineCount == 1)
    #expect(file.position(of: 0) == SourcePosition(line: 1, column: 1))
    #expect(file.range(ofLine: 1) == 0..<0)
  }
}

@Suite("A piece of a file")
struct SourceExcerptTests {
  /// The body of a fence in a quotation: `> ab`, `> cd`.
  private let quoted = SourceExcerpt(
    "ab\ncd\n", segments: [.init(local: 0, file: 2), .init(local: 3, file: 7)])

  @Test("each byte knows where it came from")
  func offsets() {
    #expect((0..<6).map(quoted.offset(inFile:)) == [2, 3, 4, 7, 8, 9])
  }

  @Test("a range ends behind its last byte, not before the next line's first")
  func ranges() {
    #expect(quoted.range(inFile: 0..<3) == 2..<5)
    #expect(quoted.range(inFile: 1..<5) == 3..<9)
    #expect(quoted.range(inFile: 3..<3) == 7..<7)
  }

  @Test("a part of a piece keeps the way back")
  func parts() {
    let part = quoted.excerpt(1..<5)
    #expect(part.text == "b\ncd")
    #expect((0..<4).map(part.offset(inFile:)) == [3, 4, 7, 8])
    #expect(quoted.excerpt(4..<99).text == "d\n")
    #expect(quoted.excerpt(9..<12).text == "")
  }

  @Test("a diagnostic about a piece moves into the file with its notes")
  func moved() {
    let diagnostic = Diagnostic("a", "b", at: 3..<5, notes: [.init("c", at: 0..<1), .init("d")])
    let moved = diagnostic.moved(into: quoted)
    #expect(moved.range == 7..<9)
    #expect(moved.notes.map(\.range) == [2..<3, nil])
  }
}

@Suite("The nearest name")
struct NearestNameTests {
  private let names = ["epochs", "steps", "batch", "learning-rate", "seed"]

  @Test(
    "is the one a letter or two away",
    arguments: [
      ("epoch", "epochs"), ("setps", "steps"), ("Batch", "batch"),
      ("learning_rate", "learning-rate"),
      ("lerning-rat", "learning-rate"), ("sed", "seed"),
    ])
  func near(_ written: String, _ meant: String) {
    #expect(NearestName.nearest(to: written, in: names) == meant)
  }

  @Test("is none where nothing is near", arguments: ["", "x", "momentum", "gradient", "学习率"])
  func far(_ written: String) {
    #expect(NearestName.nearest(to: written, in: names) == nil)
  }

  @Test("is the first of those equally near")
  func first() {
    #expect(NearestName.nearest(to: "bat", in: ["cat", "hat"]) == "cat")
  }

  @Test("becomes a question, or else the list of what there is")
  func help() {
    #expect(
      NearestName.help(for: "epoch", in: names, called: "options") == ["did you mean 'epochs'?"])
    #expect(
      NearestName.help(for: "zzz", in: ["a1", "b2"], called: "options") == ["options: a1, b2"])
    #expect(NearestName.help(for: "zzz", in: [String](), called: "options") == [])
  }
}
