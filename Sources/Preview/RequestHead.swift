/// What a client asks for: the first line of an HTTP/1 request, and its `Host`.
///
///     GET /iris.html HTTP/1.1
///     Host: localhost:8470
struct RequestHead: Sendable, Equatable {
  let method: String
  /// As it was sent: percent-encoded, with its query.
  let target: String
  let host: String?

  /// Nil if the bytes, which end before the empty line, are no such head.
  ///
  /// What servers read in different ways is refused: two hosts, folded lines, control characters.
  init?(_ bytes: some Collection<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    guard text.utf8.allSatisfy({ $0 == 0x0A || $0 == 0x09 || (0x20...0x7E).contains($0) }) else {
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0",
      !words[0].isEmpty, !words[1].isEmpty
    else { return nil }
    var hosts: [String] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
        !line[..<colon].contains(where: \.isWhitespace)
      else { return nil }
      guard line[..<colon].lowercased() == "host" else { continue }
      hosts.append(String(line[line.index(after: colon)...].trimmingPrefix { $0.isWhitespace }))
    }
    guard hosts.count <= 1 else { return nil }
    method = String(words[0])
    target = String(words[1])
    host = hosts.first
  }
}
