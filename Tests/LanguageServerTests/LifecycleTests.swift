import Testing

@testable import LanguageServer

@Suite("The life of a language server")
struct LifecycleTests {
  private func code(_ response: JSON) -> Int? { response["error"]?["code"]?.integer }

  private func request(_ method: String) -> Framing.Frame {
    let message: JSON = ["jsonrpc": "2.0", "id": "a", "method": .string(method)]
    return .message(message.bytes)
  }

  @Test("before 'initialize' every request is refused and every notification passed over")
  func early() throws {
    var server = Server(version: "0")
    let answer = try #require(server.receive(request("textDocument/hover")).first)
    #expect(code(answer) == -32002 && answer["id"] == "a")
    let note: JSON = ["method": "textDocument/didOpen", "params": ["textDocument": ["uri": "a"]]]
    #expect(server.receive(.message(note.bytes)).isEmpty && server.publish().isEmpty)
  }

  @Test("'exit' ends with 0 after 'shutdown' and with 1 without, as the end of the input does")
  func exits() throws {
    var editor = try Editor()
    #expect(editor.server.statusAtEnd == 1)
    #expect(try editor.request("shutdown", [:]) == .null)
    #expect(code(try editor.response("shutdown", [:])) == -32600)
    #expect(editor.server.statusAtEnd == 0 && editor.server.exitStatus == nil)
    editor.notify("exit", .null)
    #expect(editor.server.exitStatus == 0)
    var hasty = try Editor()
    hasty.notify("exit", .null)
    #expect(hasty.server.exitStatus == 1)
  }

  @Test("what it does not know it says, and 'initialize' comes once")
  func unknown() throws {
    var editor = try Editor()
    #expect(code(try editor.response("textDocument/rename", [:])) == -32601)
    #expect(code(try editor.response("initialize", [:])) == -32600)
    #expect(code(try editor.response("textDocument/hover", [:])) == -32602)
    #expect(code(try editor.response("textDocument/hover", 3)) == -32602)
    editor.notify("$/cancelRequest", ["id": 1])
    editor.notify("textDocument/didChange", ["textDocument": ["uri": "file:///none.md"]])
    editor.notify("textDocument/didOpen", .null)
  }

  @Test(
    "what is no message is answered with what is wrong",
    arguments: [
      ("{", -32700), ("", -32700), ("\u{0}", -32700), ("[]", -32600), ("[{}]", -32600),
      ("3", -32600), ("{}", -32600), (#"{"id": 1}"#, -32600), (#"{"method": 5}"#, -32600),
      (#"{"id": {}, "method": "shutdown"}"#, -32600), (#"{"id": 1.5, "method": "x"}"#, -32600),
      (String(repeating: "[", count: 100_000), -32700),
    ])
  func malformed(_ text: String, _ expected: Int) throws {
    var editor = try Editor()
    let answer = try #require(editor.receive(Array(text.utf8)).first)
    #expect(code(answer) == expected)
    #expect(try editor.open("# Title").isEmpty, "and it goes on")
  }

  @Test("a response, which nothing waits for, is passed over")
  func response() throws {
    var editor = try Editor()
    #expect(editor.send(["jsonrpc": "2.0", "id": 7, "result": .null]).isEmpty)
  }
}
