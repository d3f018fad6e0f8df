import FlyingSocks
import Foundation

/// Listens on an address and answers what is asked there.
///
/// Sockets and their event queue are FlyingSocks'. FlyingFox's own `HTTPServer` is not used: it takes
/// any number of connections, reads a head of any length for any time, keeps a connection open until
/// the client closes it, does not notice that a reader of events has gone, and ends when one `accept`
/// fails.
struct Server: Sendable {
  private let listener: Socket
  private let limits: Limits
  let port: UInt16

  /// - Parameter port: 0 for any that is free.
  init(address: String, port: UInt16, limits: Limits) throws(ListenError) {
    let socket: Socket
    do {
      socket =
        address.contains(":")
        ? try Self.listen(at: .inet6(ip6: address, port: port), as: AF_INET6)
        : try Self.listen(at: .inet(ip4: address, port: port), as: AF_INET)
    } catch {
      throw ListenError(address: address, port: port, cause: error)
    }
    listener = socket
    self.limits = limits
    switch try? socket.sockname() {
    case .ip4(_, let bound)?, .ip6(_, let bound)?: self.port = bound
    case .unix?, nil: self.port = port
    }
  }

  private static func listen(at address: some SocketAddress, as family: Int32) throws -> Socket {
    let socket = try Socket(domain: family)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: address)
      try socket.listen(maxPendingConnection: 64)
    } catch {
      try? socket.close()
      throw error
    }
    return socket
  }

  /// Answers until the task is cancelled.
  func run(_ answer: @escaping @Sendable (RequestHead) async -> Answer) async throws {
    let pool: some AsyncSocketPool = SocketPool.make()
    try await pool.prepare()
    let listener = try AsyncSocket(socket: listener, pool: pool)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { await accept(from: listener, answer) }
      defer {
        group.cancelAll()
        try? listener.close()
      }
      try await group.next()
    }
  }

  private func accept(
    from listener: AsyncSocket, _ answer: @escaping @Sendable (RequestHead) async -> Answer
  ) async {
    let open = Tally(limit: limits.connections)
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        guard let socket = try? await listener.accept() else {
          // No descriptor is free, or a client gave up: others will come.
          try? await Task.sleep(for: .milliseconds(50))
          continue
        }
        guard open.take() else {
          refuse(socket)
          continue
        }
        group.addTask {
          await Connection(socket: socket, limits: limits).serve(answer)
          open.giveBack()
        }
      }
    }
  }

  /// One write into an empty buffer, which does not wait.
  private func refuse(_ socket: AsyncSocket) {
    let answer = Answer(.unavailable, "Too many connections. Try again.")
    if case .data(let data, _) = answer.body { _ = try? socket.socket.write(answer.head + data) }
    try? socket.close()
  }
}
