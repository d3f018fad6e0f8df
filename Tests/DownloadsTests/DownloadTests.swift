import Datasets
import Foundation
import Testing

@testable import Downloads

@Suite("Downloads from a server on loopback")
struct DownloadTests {
  private static let content = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
  private let directory: String

  init() {
    directory =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("downloads-\(UUID().uuidString)/deep").path
  }

  private func remove() {
    let parent = URL(fileURLWithPath: directory).deletingLastPathComponent()
    try? FileManager.default.removeItem(at: parent)
  }

  private func download(_ addresses: [String], sha256: String? = nil) -> Download {
    Download(
      NamedDataset.RemoteFile(
        name: "file.gz", byteCount: Self.content.count,
        sha256: sha256 ?? SHA256.hexDigest(of: Self.content), addresses: addresses),
      into: directory)
  }

  private func contents(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(directory)/\(name)").map { [UInt8]($0) }
  }

  private func error(_ download: Download) -> DownloadError? {
    do throws(DownloadError) {
      _ = try download.run()
      return nil
    } catch {
      return error
    }
  }

  private static func answer(_ status: String, _ body: some Collection<UInt8>, length: Int? = nil)
    -> [UInt8]
  {
    let head =
      "HTTP/1.1 \(status)\r\nContent-Length: \(length ?? body.count)\r\nConnection: close\r\n\r\n"
    return Array(head.utf8) + Array(body)
  }

  /// Serves the content, honouring ranges.
  private static func honest(_ request: LoopbackServer.Request) -> [UInt8] {
    guard let start = request.start else { return answer("200 OK", content) }
    guard start < content.count else { return answer("416 Range Not Satisfiable", []) }
    return answer("206 Partial Content", content[start...])
  }

  @Test("a file is fetched, checked and named; a second run finds it there")
  func success() throws {
    defer { remove() }
    let server = try LoopbackServer { Self.honest($0) }
    defer { server.stop() }
    let download = download([server.address("/file.gz")])
    var last = 0
    var isRising = true
    let outcome = try download.run { count in
      isRising = isRising && count > last
      last = count
    }
    #expect(outcome == .fetched)
    #expect(isRising)
    #expect(last == Self.content.count)
    #expect(contents("file.gz") == Self.content)
    #expect(contents("file.gz.part") == nil)
    #expect(try download.run() == .present)
    #expect(server.requests.count == 1)
  }

  @Test("a connection that is cut is resumed where it broke")
  func resumed() throws {
    defer { remove() }
    let server = try LoopbackServer { request in
      request.start == nil
        ? Self.answer("200 OK", Self.content.prefix(30_000), length: Self.content.count)
        : Self.honest(request)
    }
    defer { server.stop() }
    #expect(try download([server.address("/file.gz")]).run() == .fetched)
    #expect(server.requests.map(\.start) == [nil, 30_000])
    #expect(contents("file.gz") == Self.content)
  }

  @Test("what an earlier run left is gone on with")
  func resumedLater() throws {
    defer { remove() }
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    try Data(Self.content.prefix(1_234)).write(
      to: URL(fileURLWithPath: directory + "/file.gz.part"))
    let server = try LoopbackServer { Self.honest($0) }
    defer { server.stop() }
    #expect(try download([server.address("/file.gz")]).run() == .fetched)
    #expect(server.requests.map(\.start) == [1_234])
    #expect(contents("file.gz") == Self.content)
  }

  @Test("a server that ignores ranges sends the whole file again")
  func withoutRanges() throws {
    defer { remove() }
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    try Data([9, 9, 9]).write(to: URL(fileURLWithPath: directory + "/file.gz.part"))
    let server = try LoopbackServer { _ in Self.answer("200 OK", Self.content) }
    defer { server.stop() }
    #expect(try download([server.address("/file.gz")]).run() == .fetched)
    #expect(contents("file.gz") == Self.content)
  }

  @Test(
    "a wrong beginning is noticed by the hash and fetched anew", arguments: [3, 50_000, 50_001])
  func wrongPart(count: Int) throws {
    defer { remove() }
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    try Data(repeating: 7, count: count).write(
      to: URL(fileURLWithPath: directory + "/file.gz.part"))
    let server = try LoopbackServer { Self.honest($0) }
    defer { server.stop() }
    #expect(try download([server.address("/file.gz")]).run() == .fetched)
    #expect(contents("file.gz") == Self.content)
  }

  @Test("a file with a wrong hash is thrown away")
  func wrongHash() throws {
    defer { remove() }
    let server = try LoopbackServer { Self.honest($0) }
    defer { server.stop() }
    let wanted = String(repeating: "0", count: 64)
    let address = server.address("/file.gz")
    let error = error(download([address], sha256: wanted))
    #expect(
      error?.attempts == [
        DownloadError.Attempt(
          address: address,
          reason: .wrongHash(expected: wanted, found: SHA256.hexDigest(of: Self.content)))
      ])
    #expect(contents("file.gz") == nil)
    #expect(contents("file.gz.part") == nil)
  }

  @Test("the next mirror is tried after a 404, whose page is not taken for the file")
  func nextMirror() throws {
    defer { remove() }
    let server = try LoopbackServer { request in
      request.path == "/good"
        ? Self.honest(request) : Self.answer("404 Not Found", Array("no".utf8))
    }
    defer { server.stop() }
    let download = download([server.address("/bad"), server.address("/good")])
    #expect(try download.run() == .fetched)
    #expect(server.requests.map(\.path) == ["/bad", "/good"])
    #expect(contents("file.gz") == Self.content)
  }

  @Test("a 404 everywhere is an error that names every address, and nothing is left")
  func notFound() throws {
    defer { remove() }
    let server = try LoopbackServer { _ in Self.answer("404 Not Found", []) }
    defer { server.stop() }
    let addresses = [server.address("/a"), server.address("/b")]
    let error = error(download(addresses))
    #expect(error?.attempts.map(\.address) == addresses)
    #expect(error?.attempts.map(\.reason) == [.status(404), .status(404)])
    #expect(contents("file.gz.part") == nil)
  }

  @Test("a file that goes on for ever is stopped at its length")
  func tooLong() throws {
    defer { remove() }
    let server = try LoopbackServer { _ in Self.answer("200 OK", Self.content + [1]) }
    defer { server.stop() }
    let error = error(download([server.address("/file.gz")]))
    #expect(error?.attempts.map(\.reason) == [.tooLong(expected: Self.content.count)])
  }

  @Test("a server that cuts every answer leaves what came, and says how much")
  func cut() throws {
    defer { remove() }
    let server = try LoopbackServer { _ in
      Self.answer("200 OK", Self.content.prefix(5_000), length: Self.content.count)
    }
    defer { server.stop() }
    let error = error(download([server.address("/file.gz")]))
    #expect(error?.help == ["5000 of 50000 bytes are kept: run it again to go on"])
    #expect(contents("file.gz.part")?.count == 5_000)
    #expect(contents("file.gz") == nil)
  }

  @Test("an answer shorter than the file is not the file")
  func short() throws {
    defer { remove() }
    let server = try LoopbackServer { request in
      request.start == nil ? Self.answer("200 OK", [1, 2, 3]) : Self.answer("416 No", [])
    }
    defer { server.stop() }
    #expect(error(download([server.address("/file.gz")])) != nil)
    #expect(contents("file.gz") == nil)
  }

  @Test("a closed port is an error")
  func noServer() throws {
    defer { remove() }
    let server = try LoopbackServer { _ in [] }
    let address = server.address("/file.gz")
    server.stop()
    #expect(error(download([address]))?.attempts.isEmpty == false)
  }

  @Test("addresses that are not of the web are refused", arguments: ["file:///etc/passwd", "x"])
  func otherAddresses(address: String) {
    defer { remove() }
    #expect(error(download([address]))?.attempts.isEmpty == false)
  }

  @Test("a directory that cannot be made is an error")
  func noDirectory() {
    let file = download(["http://127.0.0.1:1/"]).file
    let error = error(Download(file, into: "/dev/null/data"))
    #expect(error?.message.hasPrefix("cannot make the directory '/dev/null/data'") == true)
  }
}
