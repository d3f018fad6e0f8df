import Foundation
import Glibc

/// One connection to a server on this machine, on which anything may be said.
final class Client {
  private let socket: Int32
  private var unread: [UInt8] = []

  struct Failure: Error {
    let description: String
  }

  /// Every wait for bytes ends after `patience` seconds.
  init(port: UInt16, patience: Int = 120) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var limit = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else {
      close(socket)
      throw Failure(description: "cannot connect: \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(socket) }

  /// A whole conversation: what comes back for these bytes, until the server ends it.
  static func answer(to text: String, port: UInt16) throws -> String {
    let client = try Client(port: port)
    client.send(text)
    return try client.rest()
  }

  static func get(_ target: String, host: String? = nil, port: UInt16) throws -> String {
    try answer(
      to: "GET \(target) HTTP/1.1\r\nHost: \(host ?? "localhost:\(port)")\r\n\r\n", port: port)
  }

  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// All that comes until the server closes the connection.
  func rest() throws -> String {
    while try receive() {}
    defer { unread = [] }
    return String(decoding: unread, as: UTF8.self)
  }

  /// What comes before the next empty line.
  func paragraph() throws -> String {
    while true {
      let text = String(decoding: unread, as: UTF8.self).replacing("\r\n", with: "\n")
      if let end = text.firstRange(of: "\n\n") {
        unread = Array(text[end.upperBound...].utf8)
        return String(text[..<end.lowerBound])
      }
      guard try receive() else { throw Failure(description: "it ended after '\(text)'") }
    }
  }

  /// Takes what has come; false at the end.
  private func receive() throws -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { read(socket, $0.baseAddress, $0.count) }
    guard count >= 0 else {
      throw Failure(description: "nothing came: \(String(cString: strerror(errno)))")
    }
    unread += buffer[..<count]
    return count > 0
  }
}

/// A thread beside those that tasks share: for a server, and for a test that waits for its answer.
final class OwnThread: TaskExecutor {
  private let queue = DispatchQueue(label: "gradbook.test")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
