import Foundation
import Markup
import Testing

/// Every kind of picture against a file that a person has looked at.
///
/// `RECORD_GOLDENS=1 swift test --filter GoldenTests` writes the files anew; then look at them.
@Suite("Golden pictures", .serialized)
struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  private static let isRecording =
    ProcessInfo.processInfo.environment["RECORD_GOLDENS"].map { $0 == "1" } ?? false

  @Test("a picture is drawn as recorded", arguments: PictureSamples.all.map(\.name))
  func asRecorded(name: String) throws {
    let sample = try #require(PictureSamples.all.first { $0.name == name })
    let drawn = Self.lines(sample.nodes.html)
    let file = Self.folder.appendingPathComponent("\(name).html")
    if Self.isRecording {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try drawn.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let new = drawn.split(separator: "\n")
    let old = recorded.split(separator: "\n")
    let first = zip(new, old).first { $0 != $1 }
    let detail =
      first.map { "drawn \($0.0), recorded \($0.1)" } ?? "\(new.count), \(old.count) lines"
    #expect(drawn == recorded, "\(detail)")
  }

  @Test("no file is left over from a picture that is gone")
  func noneLeftOver() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(PictureSamples.all.map { "\($0.name).html" }))
  }

  /// One element to a line, so that a difference can be read.
  private static func lines(_ html: String) -> String {
    html.replacingOccurrences(of: "><", with: ">\n<") + "\n"
  }
}
