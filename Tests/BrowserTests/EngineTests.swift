import Datasets
import Diagnostics
import Foundation
import Notebooks
import Testing

@Suite("Pages in WebKit", .serialized)
struct EngineTests {
  /// Formulas with as many pieces from left to right as they have signs.
  private static let rows = [
    (#"(a)(x)"#, 6), (#"\sigma(z)"#, 4), (#"[x] = \{a\}"#, 7), (#"a(x + (z))"#, 8),
    (#"a_x(z)"#, 5),
  ]

  /// Marks of one piece above a letter of one piece.
  private static let marks = [
    "hat", "check", "tilde", "acute", "grave", "dot", "ddot", "dddot", "breve", "bar", "vec",
    "mathring", "widehat", "overrightarrow",
  ]

  private static let letters = ["x", "W"]

  private static var accents: [String] {
    marks.flatMap { mark in letters.map { #"\\#(mark) \#($0)"# } }
  }

  @Test(
    "brackets stand beside letters and marks close above them, in Chromium",
    .enabled(
      if: Browser.program != nil, "skipped: no Chromium is installed (apt-get install chromium)"))
  func chromium() throws {
    let browser = try Browser()
    try Self.expectFormulas { file, script in
      try browser.load(file)
      try browser.show(width: 1280)
      let answer = try browser.send("Page.captureScreenshot")
      let data = try #require((answer["data"] as? String).flatMap { Data(base64Encoded: $0) })
      return (try browser.findings(of: script), data)
    }
  }

  @Test(
    "brackets stand beside letters and marks close above them, in WebKit",
    .enabled(
      if: WebKit.isInstalled,
      "skipped: no WebKit is installed (apt-get install webkit2gtk-driver xvfb)")
  )
  func webKit() throws {
    let browser = try WebKit()
    try browser.show(width: 1280, height: 1100)
    try Self.expectFormulas { file, script in
      try browser.load(file)
      return (try browser.findings(of: script), try browser.screenshot())
    }
  }

  /// Text as large as this shows what a pixel is too coarse for.
  private static let size = 56

  private static func expectFormulas(
    _ look: (_ file: String, _ script: String) throws -> (boxes: [String], picture: Data)
  ) throws {
    let formulas = rows.map(\.0) + accents
    let text = formulas.map { "$\($0)$" }.joined(separator: " &emsp; ")
    let notebook = Notebook(parsing: SourceFile(name: "formulas.md", text: text))
    let page = try Lesson.page(of: notebook).replacing(
      "</head>",
      with: "<style>main{font-size:\(size)px;line-height:1.9;width:1200px}"
        + ".masthead,.contents{display:none!important}.page{display:block!important;max-width:none!important;"
        + "padding:0!important}</style></head>")
    let file = try Lesson.write(page, as: "formulas")
    defer { try? FileManager.default.removeItem(atPath: file) }
    let (boxes, data) = try look(file, boxes)
    let path = file + ".png"
    try data.write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let picture = try Datasets.Picture(path: path)
    try #require(boxes.count == formulas.count)
    let ink = boxes.map { box in
      Ink(of: picture, in: box.split(separator: " ").compactMap { Int($0) })
    }
    for (row, ink) in zip(rows, ink) { #expect(ink.pieces == row.1, "\(row.0)") }
    for (accent, ink) in zip(accents, ink.dropFirst(rows.count)) {
      let bands = ink.bands
      #expect(bands.count == 2, "\(accent)")
      guard let mark = bands.first, let letter = bands.last else { continue }
      let gap = letter.lowerBound - mark.upperBound
      // A quarter of an em is as far as fonts set a mark; one that floats is half an em above.
      #expect((0...size / 4).contains(gap), "\(accent): \(gap) pixels apart")
    }
  }

  /// Each formula with the room that its marks may need, in whole pixels.
  private static let boxes = #"""
    () => [...document.querySelectorAll('main math')].map(math => {
      const box = math.getBoundingClientRect(), room = 24;
      return [box.left - 4, box.top - room, box.width + 8, box.height + room + 8].map(Math.round).join(' ');
    })
    """#

  @Test(
    "a page can be read on a phone and on a screen, by eye and by keyboard, in WebKit",
    .enabled(
      if: WebKit.isInstalled,
      "skipped: no WebKit is installed (apt-get install webkit2gtk-driver xvfb)")
  )
  func pages() throws {
    let browser = try WebKit()
    for lesson in Lesson.all {
      let file = try Lesson.write(#require(Lesson.pages[lesson.name]).get(), as: lesson.name)
      defer { try? FileManager.default.removeItem(atPath: file) }
      try browser.load(file)
      // Its window is not made narrower than 450.
      for width in [450, 1280] {
        try browser.show(width: width)
        for probe in [Probe.layout, Probe.access] {
          #expect(try browser.findings(of: probe) == [], "\(lesson) at \(width) pixels")
        }
      }
    }
  }
}
