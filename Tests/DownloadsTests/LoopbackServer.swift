import Glibc

/// An HTTP server on loopback that answers with the very bytes a test scripted.
///
/// It is made of sockets, not of a framework, because a test must be able to cut a connection in the
/// middle of an answer.
final class LoopbackServer: @unchecked Sendable {
  struct Request: Sendable {
    let path: String
    /// N of `Range: bytes=N-`.
    let start: Int?
  }

  let port: UInt16
  private let listener: Int32
  private let answer: @Sendable (Request) -> [UInt8]
  private var lock = pthread_mutex_t()
  // Guarded by `lock`.
  private var received = [Request]()

  var requests: [Request] {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    return received
  }

  /// Listens on a free port and answers until it is let go.
  init(answer: @escaping @Sendable (Request) -> [UInt8]) throws {
    struct CannotListen: Error {}
    pthread_mutex_init(&lock, nil)
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { socketAddress in
        bind(listener, socketAddress, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, socketAddress, &length) == 0
      }
    }
    guard isBound else { throw CannotListen() }
    port = UInt16(bigEndian: address.sin_port)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<LoopbackServer>.fromOpaque(context).takeRetainedValue().serve()
        return nil
      }, context)
    pthread_detach(thread)
  }

  /// Ends the server's thread.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      if let request = read(connection) {
        pthread_mutex_lock(&lock)
        received.append(request)
        pthread_mutex_unlock(&lock)
        send(answer(request), to: connection)
      }
      close(connection)
    }
    close(listener)
  }

  private func read(_ connection: Int32) -> Request? {
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !text.contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      text += String(decoding: buffer.prefix(count), as: UTF8.self)
    }
    let lines = text.split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }
    let start = range?.split(separator: "=").last?.split(separator: "-").first.flatMap { Int($0) }
    return Request(path: String(words[1]), start: start)
  }

  private func send(_ bytes: [UInt8], to connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
