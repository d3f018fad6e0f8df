import Testing

@testable import Preview

@Suite("The host a request names")
struct HostTests {
  private let check = HostCheck(address: "127.0.0.1", port: 8470)

  @Test(
    "may be this machine under its own names, with the port",
    arguments: ["localhost:8470", "LOCALHOST:8470", "127.0.0.1:8470", "[::1]:8470"])
  func own(host: String) { #expect(check.allows(host)) }

  @Test(
    "may be nothing else",
    arguments: [
      nil, "", "localhost", "localhost:", "localhost:80", "localhost:08470x", "localhost:-8470",
      "evil.example:8470", "evil.example", "localhost.evil.example:8470", "127.0.0.1.nip.io:8470",
      "[::1]", "[::1]x:8470", "[::1:8470", "::1:8470", "0.0.0.0:8470", "192.168.0.7:8470",
      "localhost:8470, evil.example", "user@localhost:8470", "localhost :8470", "2130706433:8470",
      "localhost:8470:8470", "lоcalhost:8470",
    ])
  func others(host: String?) { #expect(!check.allows(host)) }

  @Test("may leave out port 80, as browsers do")
  func defaultPort() {
    #expect(HostCheck(address: "127.0.0.1", port: 80).allows("localhost"))
  }

  @Test("may be the address that --host gave")
  func given() {
    let check = HostCheck(address: "192.168.0.7", port: 8470)
    #expect(check.allows("192.168.0.7:8470"))
    #expect(!check.allows("192.168.0.8:8470"))
  }

  @Test(
    "may be any number, but no name, where all addresses are listened on",
    arguments: ["0.0.0.0", "::"])
  func everywhere(address: String) {
    let check = HostCheck(address: address, port: 8470)
    #expect(check.allows("192.168.0.7:8470"))
    #expect(check.allows("[fe80::1]:8470"))
    #expect(!check.allows("evil.example:8470"))
  }
}
