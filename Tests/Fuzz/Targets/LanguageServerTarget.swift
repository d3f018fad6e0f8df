import LanguageServer

extension FuzzTarget {
  /// What an editor sends: framing, messages, and the answers to them.
  static let lsp = FuzzTarget("lsp") {
    let document = #""textDocument":{"uri":"file:///a.md""#
    let messages = [
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#,
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{\#(document),"version":1,"#
        + ##""text":"# A\n\n```{network} n\ninput: 2\nlayers: [{units: 1}]\n```\n"}}}"##,
      #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{\#(document),"version":2},"#
        + #""contentChanges":[{"range":{"start":{"line":0,"character":1},"end":{"line":2,"character":0}},"#
        + #""text":"я𝄞"}]}}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{\#(document)},"#
        + #""position":{"line":3,"character":2}}}"#,
      #"{"jsonrpc":"2.0","id":3,"method":"textDocument/completion","params":{\#(document)},"#
        + #""position":{"line":4,"character":1}}}"#,
      #"{"jsonrpc":"2.0","id":4,"method":"textDocument/documentSymbol","params":{\#(document)}}}"#,
    ]
    let frames = messages.map {
      Array("Content-Length: \($0.utf8.count)\r\n\r\n\($0)".utf8)
    }
    return [Array(frames.joined())] + frames
  } run: { bytes in
    var framing = Framing()
    var server = Server(version: "0")
    // Cut in two, since messages come in pieces.
    for piece in [bytes[..<(bytes.count / 2)], bytes[(bytes.count / 2)...]] {
      for frame in framing.receive(piece) {
        for answer in server.receive(frame) { _ = answer.bytes }
      }
      _ = server.publish()
    }
  }
}
