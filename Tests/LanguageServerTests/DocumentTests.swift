import Testing

@testable import LanguageServer

@Suite("Lessons while they are written")
struct DocumentTests {
  private let wrong = "Ждём 你好 😀 {eval}`nothing(mlp)`.\n"

  @Test("a diagnostic has its id, its severity, its help, and columns as UTF-16 counts them")
  func columns() throws {
    var editor = try Editor()
    let found = try #require(try editor.open(wrong).first)
    #expect(found["code"] == "query.function" && found["severity"] == 1)
    #expect(found["message"]?.string?.contains("help: ") == true)
    // 'Ждём 你好 😀 {eval}`' is 4 + 1 + 2 + 1 + 2 + 1 + 7 units before the name.
    #expect(
      found["range"] == [
        "start": ["line": 0, "character": 18], "end": ["line": 0, "character": 25],
      ])
  }

  @Test("a client that offers UTF-8 gets columns in bytes")
  func bytes() throws {
    var editor = try Editor(offering: ["utf-32", "utf-8", "utf-16"])
    let found = try #require(try editor.open(wrong).first)
    #expect(found["range"]?["start"] == ["line": 0, "character": 28])
  }

  @Test("a place that explains a mistake is related information")
  func related() throws {
    var editor = try Editor()
    let found = try editor.open(
      "```{data} a\nsource: iris\n```\n\n```{data} a\nsource: iris\n```\n")
    let duplicate = try #require(found.first { $0["code"] == "label.duplicate" })
    let related = try #require(duplicate["relatedInformation"]?.array?.first)
    #expect(related["message"] == "first used here")
    #expect(related["location"]?["range"]?["start"] == ["line": 0, "character": 10])
  }

  @Test("changes of parts are made one after the other, and only the last text is checked")
  func incremental() throws {
    var editor = try Editor()
    _ = try editor.open("Ждём 😀 {evla}`1`.\r\nEnd")
    func change(_ line: Int, _ from: Int, _ to: Int, _ text: String) -> JSON {
      [
        "text": .string(text),
        "range": [
          "start": ["line": .integer(line), "character": .integer(from)],
          "end": ["line": .integer(line), "character": .integer(to)],
        ],
      ]
    }
    let document: JSON = ["uri": .string(Editor.address), "version": 2]
    editor.notify(
      "textDocument/didChange",
      [
        "textDocument": document,
        "contentChanges": [change(0, 11, 13, "al"), change(1, 3, 99, "e")],
      ]
    )
    editor.notify(
      "textDocument/didChange",
      ["textDocument": document, "contentChanges": [change(0, 0, 4, "你")]])
    #expect(editor.server.documents[Editor.address]?.file.text == "你 😀 {eval}`1`.\r\nEnde")
    #expect(try editor.diagnostics().isEmpty)
    #expect(editor.server.publish().isEmpty, "what did not change is not sent again")
    editor.notify(
      "textDocument/didChange",
      ["textDocument": document, "contentChanges": [["text": "{evla}`1`"]]])
    #expect(try editor.diagnostics().first?["code"] == "role.unknown")
    editor.notify("textDocument/didClose", ["textDocument": document])
    #expect(try editor.diagnostics().isEmpty, "a closed lesson has no marks")
  }

  @Test("edits at any place, in range or not, leave the text a client would have")
  func fuzz() throws {
    var editor = try Editor()
    var text = "Урок 你好\n😀 x\n\n```{data} a\nsource: iris\n```\n"
    _ = try editor.open(text)
    var generator = SystemRandomNumberGenerator()
    for version in 2..<120 {
      let ends = (0..<2).map { _ in Int.random(in: 0...text.utf16.count, using: &generator) }
      let pieces = ["", "a", "😀", "你\n", "`", "$", "```{plot} x\n", "}"]
      let piece = pieces.randomElement(using: &generator) ?? ""
      var units = Array(text.utf16)
      let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
      // An editor does not cut a character in two.
      guard [low, high].allSatisfy({ $0 == units.count || !UTF16.isTrailSurrogate(units[$0]) })
      else { continue }
      func position(_ offset: Int) -> JSON {
        let before = units[..<offset]
        let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
        let line = before.filter { $0 == 10 }.count
        return ["line": .integer(line), "character": .integer(offset - start)]
      }
      let range: JSON = ["start": position(low), "end": position(high)]
      editor.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": .string(Editor.address), "version": .integer(version)],
          "contentChanges": [["range": range, "text": .string(piece)]],
        ])
      units.replaceSubrange(low..<high, with: Array(piece.utf16))
      text = String(decoding: units, as: UTF16.self)
      #expect(editor.server.documents[Editor.address]?.file.text == text)
      _ = try editor.diagnostics()
    }
  }
}
