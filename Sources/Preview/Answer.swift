import Foundation

/// An HTTP answer. Every one ends its connection.
struct Answer: Sendable {
  enum Status: String, Sendable {
    case ok = "200 OK"
    case badRequest = "400 Bad Request"
    case notFound = "404 Not Found"
    case methodNotAllowed = "405 Method Not Allowed"
    case requestTimeout = "408 Request Timeout"
    case misdirected = "421 Misdirected Request"
    case headTooLarge = "431 Request Header Fields Too Large"
    case unavailable = "503 Service Unavailable"
  }

  enum Body: Sendable {
    case data(Data, type: String)
    case events(AsyncStream<PageState>)
  }

  let status: Status
  let body: Body
  var headers: [(name: String, value: String)] = []

  /// A sentence for whoever asked.
  init(_ status: Status, _ sentence: String, headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = headers
    body = .data(Data((sentence + "\n").utf8), type: "text/plain; charset=utf-8")
  }

  init(_ body: Body) {
    status = .ok
    self.body = body
  }

  /// The first line and the headers, with the empty line after them.
  ///
  /// Nothing is kept, guessed at, framed, or told to a page from elsewhere.
  var head: Data {
    var lines = ["HTTP/1.1 \(status.rawValue)"]
    switch body {
    case .data(let data, let type):
      lines += ["Content-Type: \(type)", "Content-Length: \(data.count)"]
    case .events: lines.append("Content-Type: text/event-stream")
    }
    lines += headers.map { "\($0.name): \($0.value)" }
    lines += [
      "Cache-Control: no-store", "Content-Security-Policy: \(Decoration.policy)",
      "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
      "Cross-Origin-Resource-Policy: same-origin", "Connection: close", "", "",
    ]
    return Data(lines.joined(separator: "\r\n").utf8)
  }
}
