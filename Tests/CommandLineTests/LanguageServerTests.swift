import Foundation
import Testing

@Suite("gradbook lsp, over pipes")
struct LanguageServerTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  @Test("an editor opens a lesson, sees its mistake, mends it, and leaves")
  func session() throws {
    let editor = try PipedEditor(gradbook.process(["lsp", "--stdio"]))
    try editor.send(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#)
    let capabilities = try #require(try editor.receive()["result"] as? [String: Any])
    #expect(capabilities["capabilities"] != nil)
    try editor.send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
    try editor.send(
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":"#
        + #"{"uri":"file:///a.md","version":1,"text":"Слово {evla}`1`."}}}"#)
    #expect(try editor.diagnostics() == ["role.unknown"])
    try editor.send(
      #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":"#
        + #"{"uri":"file:///a.md","version":2},"contentChanges":[{"text":"al","range":"#
        + #"{"start":{"line":0,"character":9},"end":{"line":0,"character":11}}}]}}"#)
    #expect(try editor.diagnostics().isEmpty)
    try editor.write("Content-Length: 4\r\n\r\n{]]}")
    #expect((try editor.receive()["error"] as? [String: Any])?["code"] as? Int == -32700)
    try editor.send(#"{"jsonrpc":"2.0","id":"z","method":"shutdown"}"#)
    #expect(try editor.receive()["id"] as? String == "z")
    try editor.send(#"{"jsonrpc":"2.0","method":"exit"}"#)
    #expect(editor.status() == 0)
  }

  @Test("when the editor is gone it ends", arguments: ["", "Content-Length: 99\r\n\r\n{", "\r\n"])
  func gone(_ begun: String) throws {
    let editor = try PipedEditor(gradbook.process(["lsp"]))
    try editor.write(begun)
    editor.close()
    #expect(editor.status() == 1)
  }

  @Test("noise of any kind neither stops nor traps it")
  func noise() throws {
    let editor = try PipedEditor(gradbook.process(["lsp"]))
    let noise = (0..<40_000).map { _ in UInt8.random(in: 0...255) }
    // Read on the side: a full pipe would stop both.
    let reading = editor.drain()
    try editor.write(Data(noise))
    editor.close()
    #expect(editor.status() == 1)
    reading.wait()
  }

  @Test("reference prints an entry, and answers a misspelt name with the nearest")
  func reference() throws {
    let entry = try gradbook("reference", "learning-rate")
    #expect(entry.status == 0 && entry.output.contains("a positive number; required"))
    let wrong = try gradbook("reference", "learning-raet")
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean 'learning-rate'?"))
    let page = try gradbook("reference", "-o", "pages/all.html")
    #expect(page.status == 0 && gradbook.files(in: "pages") == ["all.html"])
    let html = String(
      decoding: try #require(gradbook.contents(of: "pages/all.html")), as: UTF8.self)
    #expect(html.contains("gradient-check") && html.contains("layers.units"))
  }
}

/// A process that is spoken to as an editor does.
private struct PipedEditor {
  private let process: Process
  private let input = Pipe()
  private let output = Pipe()

  init(_ process: Process) throws {
    self.process = process
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  func send(_ message: String) throws {
    try write("Content-Length: \(message.utf8.count)\r\n\r\n\(message)")
  }

  func write(_ text: String) throws { try write(Data(text.utf8)) }

  func write(_ data: Data) throws { try input.fileHandleForWriting.write(contentsOf: data) }

  func close() { try? input.fileHandleForWriting.close() }

  /// The next message, read by its header.
  func receive() throws -> [String: Any] {
    var header = Data()
    while !header.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
      header += try #require(try output.fileHandleForReading.read(upToCount: 1))
    }
    let digits = String(decoding: header, as: UTF8.self).filter(\.isNumber)
    let length = try #require(Int(digits))
    let body = try #require(try output.fileHandleForReading.read(upToCount: length))
    #expect(body.count == length)
    return try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
  }

  /// The ids of the diagnostics that are published next.
  func diagnostics() throws -> [String] {
    let message = try receive()
    #expect(message["method"] as? String == "textDocument/publishDiagnostics")
    let parameters = try #require(message["params"] as? [String: Any])
    let list = try #require(parameters["diagnostics"] as? [[String: Any]])
    return list.compactMap { $0["code"] as? String }
  }

  /// Reads all that comes until the process is gone.
  func drain() -> DispatchGroup {
    let group = DispatchGroup()
    let handle = output.fileHandleForReading
    DispatchQueue.global().async(group: group) { _ = try? handle.readToEnd() }
    return group
  }

  func status() -> Int32 {
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "it ends by itself")
    return process.terminationStatus
  }
}
