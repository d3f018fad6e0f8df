import Glibc

/// Whether a request names this server in its `Host` header.
///
/// A page from elsewhere can have its own name resolve to 127.0.0.1 and then read what is served here
/// as if it came from itself (DNS rebinding). Its requests still carry that name, which is refused.
struct HostCheck: Sendable {
  /// The address that is listened on, as given: `127.0.0.1`, `::1`, `0.0.0.0`.
  let address: String
  let port: UInt16

  func allows(_ header: String?) -> Bool {
    guard let header, let (host, given) = Self.parts(of: header) else { return false }
    guard given == port || given == nil && port == 80 else { return false }
    return ["localhost", "127.0.0.1", "::1", address].contains(host)
      || listensEverywhere && Self.isAddress(host)
  }

  /// Who listens on all addresses is reached under any of them. A number cannot be rebound.
  private var listensEverywhere: Bool { address == "0.0.0.0" || address == "::" }

  /// `[::1]:8470` is `::1` and 8470; nil if this is no host with or without a port.
  private static func parts(of header: String) -> (host: String, port: UInt16?)? {
    let text = header.lowercased()
    let host: Substring
    let rest: Substring
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<end]
      rest = text[text.index(after: end)...]
    } else {
      let end = text.firstIndex(of: ":") ?? text.endIndex
      host = text[..<end]
      rest = text[end...]
    }
    guard !rest.isEmpty else { return (String(host), nil) }
    let digits = rest.dropFirst()
    guard rest.first == ":", digits.allSatisfy({ ("0"..."9").contains($0) }),
      let port = UInt16(digits)
    else { return nil }
    return (String(host), port)
  }

  static func isAddress(_ text: String) -> Bool {
    var bytes = in6_addr()
    return inet_pton(AF_INET, text, &bytes) == 1 || inet_pton(AF_INET6, text, &bytes) == 1
  }
}
