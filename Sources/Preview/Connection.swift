import FlyingSocks
import Foundation
import Glibc

/// One client: a request, its answer, the end.
struct Connection: Sendable {
  let socket: AsyncSocket
  let limits: Limits

  /// Answers the request. Whatever goes wrong ends this connection and nothing else.
  func serve(_ answer: @escaping @Sendable (RequestHead) async -> Answer) async {
    do {
      switch try await readHead() {
      case .success(let head): try await write(answer(head), headOnly: head.method == "HEAD")
      case .failure(let refusal): try await write(refusal.answer, headOnly: false)
      }
      await linger()
    } catch {}
    try? socket.close()
  }

  private struct Refusal: Error {
    let answer: Answer
  }

  private func readHead() async throws -> Result<RequestHead, Refusal> {
    do {
      return try await within(limits.patience) {
        var bytes: [UInt8] = []
        while true {
          bytes += try await socket.read(atMost: 4096)
          if let end = Self.endOfHead(in: bytes) {
            guard end <= limits.head, let head = RequestHead(bytes[..<end]) else { break }
            return .success(head)
          }
          guard bytes.count <= limits.head else {
            return .failure(Refusal(answer: Answer(.headTooLarge, "This request is too long.")))
          }
        }
        return .failure(Refusal(answer: Answer(.badRequest, "This is no request of HTTP/1.1.")))
      }
    } catch is TooSlow {
      return .failure(Refusal(answer: Answer(.requestTimeout, "This request took too long.")))
    }
  }

  /// Where the empty line begins that ends a head.
  private static func endOfHead(in bytes: [UInt8]) -> Int? {
    let empty: [[UInt8]] = [Array("\r\n\r\n".utf8), Array("\n\n".utf8)]
    return empty.compactMap { bytes.firstRange(of: $0)?.lowerBound }.min()
  }

  private func write(_ answer: Answer, headOnly: Bool) async throws {
    switch answer.body {
    case .data(let data, _):
      try await within(limits.answer) {
        try await socket.write(headOnly ? answer.head : answer.head + data)
      }
    case .events(let states):
      try await within(limits.patience) { try await socket.write(answer.head) }
      if !headOnly { try await follow(states) }
    }
  }

  /// Writes events until either side has had enough. The client's end is seen at once: it is read for.
  private func follow(_ states: AsyncStream<PageState>) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await state in states {
          try await within(limits.patience) { try await socket.write(state.event) }
        }
      }
      group.addTask { while true { _ = try await socket.read(atMost: 4096) } }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Lets the client read the answer: closing a socket with unread bytes in it would take the answer
  /// away. A client that has more than a little to say is not waited for.
  private func linger() async {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    try? await within(.seconds(1)) {
      for _ in 0..<16 { _ = try await socket.read(atMost: 4096) }
    }
  }
}
