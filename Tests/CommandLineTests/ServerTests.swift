import Foundation
import Testing

@testable import Preview

/// The server of the preview, with less patience than it has in use.
@Suite("The preview's server")
struct ServerTests {
  private struct OnePage: PageSource {
    let folders: [String] = []
    let root = "a.html"

    func makePages(
      after changes: Set<String>?, publish: @escaping @Sendable (PageNews) async -> Void
    ) async {
      await publish(.made(Page(name: root, html: "<p>here</p>")))
    }
  }

  /// Runs a server while `visit` talks to it from a thread of its own.
  private func serve(
    _ limits: Limits, _ visit: @escaping @Sendable (UInt16) throws -> Void
  ) async throws {
    let preview = try Preview(of: OnePage(), host: "127.0.0.1", port: 0, limits: limits)
    let port = try #require(URL(string: preview.address)?.port)
    // Other tests may keep the threads busy that tasks share.
    let serving = Task(executorPreference: OwnThread()) { try await preview.run() }
    defer { serving.cancel() }
    try await withTaskExecutorPreference(OwnThread()) { try visit(UInt16(port)) }
  }

  @Test("reads a request only so far, also one without end")
  func long() async throws {
    try await serve(Limits(head: 1000)) { port in
      let endless = "GET /" + String(repeating: "a", count: 100_000)
      let many = "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 10_000)
      for request in [endless, many] {
        let answer = try Client.answer(to: request, port: port)
        #expect(answer.hasPrefix("HTTP/1.1 431 "))
      }
    }
  }

  @Test("takes so many connections, answers 503 to more, and has room again when they end")
  func connections() async throws {
    try await serve(Limits(connections: 4)) { port in
      var idle = try (0..<4).map { _ in try Client(port: port) }
      #expect(try Client(port: port).rest().hasPrefix("HTTP/1.1 503 "))
      idle.removeAll()
      var answer = ""
      for _ in 0..<6_000 where !answer.hasPrefix("HTTP/1.1 200 ") {
        answer = (try? Client.get("/", port: port)) ?? ""
        usleep(10_000)
      }
      #expect(answer.contains("<p>here</p>"))
    }
  }

  @Test("keeps so many streams of events, while pages can still be had; who leaves makes room")
  func streams() async throws {
    try await serve(Limits(streams: 3)) { port in
      func stream() throws -> Client {
        let client = try Client(port: port)
        client.send("GET /-/events/a.html HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
        return client
      }
      var open = try (0..<3).map { _ in try stream() }
      for client in open { #expect(try client.paragraph().hasPrefix("HTTP/1.1 200 ")) }
      #expect(try stream().rest().hasPrefix("HTTP/1.1 503 "))
      #expect(try Client.get("/", port: port).contains("<p>here</p>"))
      open.removeLast()
      var head = ""
      for _ in 0..<6_000 where !head.hasPrefix("HTTP/1.1 200 ") {
        head = try stream().paragraph()
        usleep(10_000)
      }
      #expect(head.contains("text/event-stream"))
    }
  }

  @Test("repeats the state of a page, so that a dead connection is found")
  func beat() async throws {
    try await serve(Limits(beat: .milliseconds(50))) { port in
      let client = try Client(port: port)
      client.send("GET /-/events/ HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
      _ = try client.paragraph()
      let first = try client.paragraph()
      #expect(first.hasPrefix("data: {"))
      let texts = try (0..<3).map { _ in try client.paragraph() }
      #expect(Set(texts).count == 1)
    }
  }

  @Test("answers one request on a connection; what follows is not read as another")
  func oneRequest() async throws {
    try await serve(Limits()) { port in
      let get = "GET / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
      let twice = try Client.answer(to: get + get, port: port)
      #expect(twice.ranges(of: "HTTP/1.1 200").count == 1)
      let body = "POST / HTTP/1.1\r\nHost: localhost:\(port)\r\nContent-Length: 999\r\n\r\n" + get
      let refused = try Client.answer(to: body, port: port)
      #expect(refused.hasPrefix("HTTP/1.1 405 ") && refused.contains("\nAllow: GET, HEAD\r\n"))
      #expect(!refused.contains("200"))
    }
  }
}
