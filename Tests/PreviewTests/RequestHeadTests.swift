import Testing

@testable import Preview

@Suite("The head of a request")
struct RequestHeadTests {
  private func head(_ text: String) -> RequestHead? { RequestHead(Array(text.utf8)) }

  @Test("is its first line and its host, whatever else it says")
  func good() throws {
    let head = try #require(
      self.head("GET /a?b HTTP/1.1\r\nAccept: */*\r\nhOsT:  localhost:1\r\nX:\r\nCookie: a=b: c"))
    #expect(head.method == "GET")
    #expect(head.target == "/a?b")
    #expect(head.host == "localhost:1")
    #expect(self.head("HEAD / HTTP/1.0")?.host == nil)
  }

  @Test(
    "is refused where servers might read it in different ways",
    arguments: [
      "", " ", "GET", "GET /", "GET / HTTP/2", "GET / HTTP/1.1 ", "GET  / HTTP/1.1",
      "GET / / HTTP/1.1",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b", "GET / HTTP/1.1\r\nHost : a",
      "GET / HTTP/1.1\r\n Host: a", "GET / HTTP/1.1\r\nX: a\r\n\tHost: b", "GET / HTTP/1.1\r\nHost",
      "GET / HTTP/1.1\r\n: a", "GET /\u{0} HTTP/1.1", "GET / HTTP/1.1\rHost: a", "GET /é HTTP/1.1",
      "GET / HTTP/1.1\r\nX: \u{1B}[2J",
    ])
  func hostile(text: String) { #expect(head(text) == nil) }

  @Test("may be any bytes without harm")
  func fuzz() {
    var generator = SystemRandomNumberGenerator()
    let pieces = ["GET ", "/", " HTTP/1.1", "\r\n", "\n", "Host:", ":", " ", "\u{0}", "é", "a"]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      var bytes = Array(text.utf8)
      if Bool.random(using: &generator) { bytes.append(.random(in: 0...255, using: &generator)) }
      guard let head = RequestHead(bytes) else { continue }
      #expect(!head.method.isEmpty && !head.target.isEmpty)
      #expect(!(head.host ?? "").contains { $0.isNewline })
    }
  }
}
