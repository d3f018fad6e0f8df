import Testing

@testable import LanguageServer

@Suite("Messages in a stream of bytes")
struct FramingTests {
  private let hello = Framing.framed(["text": "здравствуй 你好"])
  private let bye = Framing.framed(["text": "bye"])

  private func messages(_ bytes: [UInt8], in pieces: Int) -> [JSON] {
    var framing = Framing()
    return stride(from: 0, to: bytes.count, by: pieces).flatMap { start in
      framing.receive(bytes[start..<min(bytes.count, start + pieces)])
    }.compactMap { if case .message(let bytes) = $0 { JSON(bytes) } else { nil } }
  }

  @Test("messages are found in whatever pieces they come", arguments: [1, 2, 7, 64, 10_000])
  func pieces(_ size: Int) {
    #expect(
      messages(hello + bye + hello, in: size) == [
        ["text": "здравствуй 你好"], ["text": "bye"], ["text": "здравствуй 你好"],
      ])
  }

  @Test("a header may have other fields, small letters, and line feeds alone")
  func headers() {
    let text = "Content-Type: x\ncontent-length:  2\n\n{}Content-Length: 2\r\nX: y\r\n\r\n[]"
    #expect(messages(Array(text.utf8), in: 3) == [[:], []])
  }

  @Test(
    "after what is no message the next one is found",
    arguments: [
      "junk\r\n\r\n", "Content-Length: abc\r\n\r\n", "Content-Length: -5\r\n\r\n", "\r\n\r\n",
      "Content-Length: 99999999999999999999\r\n\r\n", "junk without an end ",
      String(repeating: "x", count: 9000), String(repeating: "Content-Length: ", count: 900),
      "Content-Length: 3\r\n\r\n{\"jsonrpc\":\"2.0\"}",
    ])
  func recovery(_ junk: String) {
    let bytes = Array(junk.utf8) + bye
    for size in [1, 5, 100_000] { #expect(messages(bytes, in: size).last == ["text": "bye"]) }
    var framing = Framing()
    let frames = framing.receive(bytes)
    let isTold = frames.contains { frame in
      switch frame {
      case .unreadable: true
      case .message(let bytes): JSON(bytes) == nil
      }
    }
    #expect(isTold, "that something was wrong is told")
  }

  @Test("beginnings of headers without end cost no more than their length")
  func manyBeginnings() throws {
    // Three hundred kilobytes; their square is minutes of work.
    let junk = String(repeating: "content-length:", count: 20_000)
    let start = ContinuousClock.now
    #expect(messages(Array(junk.utf8) + bye, in: .max / 2) == [["text": "bye"]])
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test("a message that is too long is passed over, not kept")
  func tooLong() {
    let length = Framing.largestMessage + 1
    var framing = Framing()
    let first = framing.receive(Array("Content-Length: \(length)\r\n\r\n".utf8))
    #expect(first.count == 1)
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    var left = length
    while left > 0 {
      #expect(framing.receive(piece.prefix(left)).isEmpty)
      left -= min(left, piece.count)
    }
    #expect(framing.receive(bye) == [.message(Array(bye.suffix(14)))])
  }

  @Test("any bytes are read to their end, and a message after them is found")
  func fuzz() {
    var generator = SystemRandomNumberGenerator()
    let parts: [[UInt8]] = [
      Array("Content-Length: ".utf8), Array("12".utf8), Array("\r\n\r\n".utf8), Array("\n".utf8),
      Array("{\"a\":".utf8), hello, Array("😀".utf8), [0xFF, 0], Array("content-length:7\n\n".utf8),
    ]
    for _ in 0..<400 {
      let count = Int.random(in: 0..<40, using: &generator)
      var bytes = (0..<count).flatMap { _ in parts.randomElement(using: &generator) ?? [] }
      // The end of what may be a header, and more than any length in it, so that the last message is
      // its own.
      bytes += Array(("\r\n\r\n" + String(repeating: " ", count: 200) + "\r\n\r\n").utf8) + bye
      let size = Int.random(in: 1...50, using: &generator)
      let isLong = String(decoding: bytes, as: UTF8.self).contains("1212")
      if !isLong { #expect(messages(bytes, in: size).last == ["text": "bye"], "\(bytes)") }
    }
  }
}
