import Datasets
import Diagnostics
import Foundation
import Testing

@testable import Notebooks

@Suite("Pictures from beside the notebook")
struct PictureFormatTests {
  private static let png = PNG.encode(
    Picture(
      size: PictureSize(height: 20, width: 30, channels: 1),
      pixels: .init(repeating: 90, count: 600)))
  private static let gif: [UInt8] =
    Array("GIF89a".utf8) + [
      1, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ]
  private static let webp: [UInt8] =
    Array("RIFF".utf8) + [26, 0, 0, 0] + Array("WEBPVP8L".utf8) + [14, 0, 0, 0]
    + [UInt8](repeating: 1, count: 14)
  private static let svg = """
    <?xml version="1.0"?>
    <!-- made by hand -->
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>

    """

  private static func problem(_ bytes: [UInt8]) -> String? {
    PictureFormat(bytes)?.problem(in: bytes)
  }

  @Test("are known by how they begin, and whole ones have nothing against them")
  func whole() {
    let pictures: [(PictureFormat, [UInt8])] = [
      (.png, Self.png), (.gif, Self.gif), (.webp, Self.webp), (.svg, Array(Self.svg.utf8)),
    ]
    for (format, bytes) in pictures {
      #expect(PictureFormat(bytes) == format)
      #expect(format.problem(in: bytes) == nil, "\(format)")
    }
  }

  @Test("are refused when they are cut off anywhere")
  func cut() {
    for length in stride(from: 9, to: Self.png.count - 12, by: 7) {
      #expect(Self.problem(Array(Self.png.prefix(length))) != nil, "PNG of \(length) bytes")
    }
    #expect(Self.problem(Array(Self.gif.dropLast())) != nil)
    #expect(Self.problem(Array(Self.webp.dropLast(3))) != nil)
    #expect(Self.problem([0xFF, 0xD8, 0xFF]) != nil)
    #expect(Self.problem(Array(Self.svg.utf8.dropLast(40))) != nil)
  }

  @Test("that would not be shown are an error where they are named")
  func diagnostic() throws {
    let folder = NSTemporaryDirectory() + "gradbook-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(Self.png.prefix(40)).write(to: URL(fileURLWithPath: folder + "/cut.png"))
    let file = SourceFile(name: "lesson.md", text: "Here: ![A curve](cut.png)")
    let notebook = Notebook(parsing: file, in: LessonFolder(folder))
    let found = try #require(notebook.diagnostics.first)
    #expect(found.id == "picture.broken" && found.severity == .error)
    #expect(found.rendered(in: file).hasPrefix("error: 'cut.png' would not be shown: "))
    #expect(found.rendered(in: file).contains("lesson.md:1:7"))
  }

  @Test("are no pictures if only some of their text is that of one")
  func other() {
    for text in ["GIF8junk", "<html><svg></svg></html>", "<svgx/>", "words <svg", "", "<!--"] {
      #expect(PictureFormat(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test("of vectors need their namespace, without which a browser shows nothing")
  func namespace() {
    let problem = Self.problem(Array("<svg viewBox='0 0 1 1'></svg>".utf8))
    #expect(problem?.contains("xmlns") == true)
  }
}
