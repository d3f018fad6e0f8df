import FlyingSocks
import Glibc

/// Why an address cannot be listened on, and what to do.
public struct ListenError: Error, Sendable, CustomStringConvertible {
  public let description: String
  /// Whether no machine in this place could listen there: another address is to be given.
  public let isMisuse: Bool

  init(notAnAddress host: String) {
    isMisuse = true
    description = "'\(host)' is no address; --host takes a number, such as 127.0.0.1 or ::1"
  }

  init(address: String, port: UInt16, cause: any Error) {
    guard case SocketError.failed(_, let number, let message)? = cause as? SocketError else {
      isMisuse = false
      description = "cannot listen on \(address), port \(port): \(cause)"
      return
    }
    isMisuse = number == EADDRNOTAVAIL
    description =
      switch number {
      case EADDRINUSE:
        "port \(port) is taken; give another with --port, or any that is free with --port 0"
      case EACCES: "port \(port) is not yours to take; give one from 1024 on with --port"
      case EADDRNOTAVAIL:
        "this machine has no address '\(address)'; --host takes one of its own, such as 127.0.0.1"
      default: "cannot listen on \(address), port \(port): \(message)"
      }
  }
}
