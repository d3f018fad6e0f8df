import Dispatch
import Glibc

/// Tells that something happened in one of some folders, not what: the kernel's inotify.
///
/// Events wait in the kernel until they are asked for, so none is missed between two calls.
final class FolderNotices: Sendable {
  private let descriptor: Int32
  /// A thread of its own to sleep in.
  private let queue = DispatchQueue(label: "gradbook.notices")

  /// Nil where the kernel gives no more of them.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  private static let events = [
    IN_CLOSE_WRITE, IN_MODIFY, IN_ATTRIB, IN_MOVED_FROM, IN_MOVED_TO, IN_CREATE, IN_DELETE,
    IN_DELETE_SELF, IN_MOVE_SELF,
  ].reduce(0) { $0 | UInt32($1) }

  /// Watches a folder, once more if it is watched already; false if it cannot be.
  func watch(_ folder: String) -> Bool { inotify_add_watch(descriptor, folder, Self.events) >= 0 }

  /// Returns when something has happened since this was last called, or when the time is over.
  func wait(_ limit: Duration) async {
    await withCheckedContinuation { continuation in
      queue.async { [self] in
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&request, 1, Int32(limit / .milliseconds(1)))
        drain()
        continuation.resume()
      }
    }
  }

  /// What the events say is found out by looking.
  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while buffer.withUnsafeMutableBytes({ read(descriptor, $0.baseAddress, $0.count) }) > 0 {}
  }
}
