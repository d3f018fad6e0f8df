import Foundation

/// Serves pages to browsers on this machine and makes them anew whenever what they are made of changes.
///
///     files ──FileWatcher──▶ PageSource ──Page──▶ PageStore ──Site──▶ Server ──▶ browser
///                                                     └──────events───────────▶ script
public struct Preview: Sendable {
  private let source: any PageSource
  private let server: Server
  private let pages: PageStore
  private let site: Site
  private let limits: Limits

  /// Begins to listen; pages are there once it runs.
  ///
  /// - Parameters:
  ///   - host: an address of this machine.
  ///   - port: 0 for any that is free.
  public init(
    of source: any PageSource, host: String = "127.0.0.1", port: UInt16
  ) throws(ListenError) {
    try self.init(of: source, host: host, port: port, limits: Limits())
  }

  init(
    of source: any PageSource, host: String, port: UInt16, limits: Limits
  ) throws(ListenError) {
    let address = host == "localhost" ? "127.0.0.1" : host
    guard HostCheck.isAddress(address) else { throw ListenError(notAnAddress: host) }
    server = try Server(address: address, port: port, limits: limits)
    pages = PageStore(limit: limits.streams)
    let hosts = HostCheck(address: address, port: server.port)
    site = Site(pages: pages, root: source.root, hosts: hosts)
    self.source = source
    self.limits = limits
  }

  /// `http://127.0.0.1:8470`, without a path.
  public var address: String {
    let host = site.hosts.address
    return "http://\(host.contains(":") ? "[\(host)]" : host):\(server.port)"
  }

  /// Serves until the task is cancelled.
  public func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { await site.answer(to: $0) } }
      group.addTask { await follow() }
      group.addTask {
        while true {
          try await Task.sleep(for: limits.beat)
          await pages.repeatAll()
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// One run after another. Changes during a run are found when it is over, and make one more.
  private func follow() async {
    var watcher = FileWatcher(roots: source.folders)
    var changes: Set<String>?
    repeat {
      await source.makePages(after: changes) { await pages.publish($0) }
      changes = await watcher.changes()
    } while changes != nil
  }
}
