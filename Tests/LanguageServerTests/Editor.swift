import Foundation
import Testing

@testable import LanguageServer

/// A client of the server within this process, with one lesson open.
struct Editor {
  static let address = "file:///lessons/%D1%83%D1%80%D0%BE%D0%BA.md"
  /// Where the cursor is in a text of these tests.
  static let cursor: Character = "‸"

  var server = Server(version: "0")
  private var number = 0
  private let encoding: PositionEncoding

  /// - Parameter encodings: those it offers; none, as an old editor does.
  init(offering encodings: [String] = []) throws {
    encoding = PositionEncoding(offered: encodings)
    let offered = JSON.array(encodings.map(JSON.string))
    let answer = try request(
      "initialize", ["capabilities": ["general": ["positionEncodings": offered]]])
    #expect(answer["capabilities"]?["positionEncoding"]?.string == encoding.rawValue)
    notify("initialized", [:])
  }

  mutating func send(_ message: JSON) -> [JSON] { receive(message.bytes) }

  /// Sends the bytes of a message, which need not be one.
  mutating func receive(_ bytes: [UInt8]) -> [JSON] { server.receive(.message(bytes)) }

  mutating func notify(_ method: String, _ parameters: JSON) {
    let answers = send(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
    #expect(answers.isEmpty, "nothing is answered to a notification")
  }

  /// The whole response to a request.
  mutating func response(_ method: String, _ parameters: JSON) throws -> JSON {
    number += 1
    let answers = send([
      "jsonrpc": "2.0", "id": .integer(number), "method": .string(method), "params": parameters,
    ])
    let answer = try #require(answers.first)
    #expect(answers.count == 1 && answer["id"] == .integer(number))
    return answer
  }

  mutating func request(_ method: String, _ parameters: JSON) throws -> JSON {
    try #require(try response(method, parameters)["result"])
  }

  /// The diagnostics of a lesson that is opened.
  mutating func open(_ text: String) throws -> [JSON] {
    notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": .string(Self.address), "version": 1, "text": .string(text)]])
    return try diagnostics()
  }

  mutating func diagnostics() throws -> [JSON] {
    let published = server.publish()
    #expect(published.count == 1)
    return try #require(published.first?["params"]?["diagnostics"]?.array)
  }

  /// Asks about the place of the cursor in a lesson that is opened for that.
  mutating func ask(_ method: String, _ text: String) throws -> JSON {
    let parts = text.split(separator: Self.cursor, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "the text has one cursor")
    _ = try open(parts.joined())
    let lines = parts[0].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let before = lines.last ?? ""
    let column = encoding == .utf8 ? before.utf8.count : before.utf16.count
    return try answer(method, line: lines.count - 1, column: column)
  }

  /// Asks about a place of the lesson that is open.
  mutating func answer(_ method: String, line: Int, column: Int) throws -> JSON {
    try request(
      "textDocument/\(method)",
      [
        "textDocument": ["uri": .string(Self.address)],
        "position": ["line": .integer(line), "character": .integer(column)],
      ])
  }

  /// The documentation shown at the cursor.
  mutating func hover(_ text: String) throws -> String {
    try ask("hover", text)["contents"]?["value"]?.string ?? ""
  }

  /// The names offered at the cursor.
  mutating func completions(_ text: String) throws -> [String] {
    let items = try #require(try ask("completion", text)["items"]?.array)
    return items.compactMap { $0["label"]?.string }
  }
}

/// A lesson with something of everything.
enum Lesson {
  static let head = """
    ---
    title: 课
    params: {rate: 0.1}
    ---

    # Урок 😀

    ```{data} iris
    source: iris
    ```

    ```{network} mlp
    input: 4
    layers:
      - {units: 20, activation: relu}
      - {units: 3, activation: softmax}
    loss: cross-entropy
    ```

    ```{notation}
    network: mlp
    symbols: {X: input, Y: target, W_l: weights, b_l: bias, h_l: preactivation, P: output}
    ```


    """
}
