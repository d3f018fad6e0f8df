import Diagnostics
import Foundation
import Notebooks
import Reports
import Testing

@Suite(
  "Pages in a browser",
  .serialized,
  .enabled(
    if: Browser.program != nil, "skipped: no Chromium is installed (apt-get install chromium)"))
struct PageTests {
  /// Widths of a phone, a tablet, a small and a large screen.
  private static let widths = [360, 768, 1280, 1920]

  @Test("a page can be read on every screen, by day and by night, by eye and by keyboard")
  func pages() throws {
    // One browser looks at all of them: starting it takes longer than a page.
    let browser = try Browser()
    for lesson in Lesson.all {
      let file = try Lesson.write(#require(Lesson.pages[lesson.name]).get(), as: lesson.name)
      defer { try? FileManager.default.removeItem(atPath: file) }
      try browser.load(file)
      for width in Self.widths {
        try browser.show(width: width)
        let findings = try browser.findings(of: Probe.layout)
        #expect(findings == [], "\(lesson) at \(width) pixels")
      }
      for isDark in [true, false] {
        try browser.show(width: 1280, isDark: isDark)
        let findings = try browser.findings(of: Probe.contrast)
        #expect(findings == [], "\(lesson), \(isDark ? "dark" : "light")")
      }
      for width in [360, 1280] {
        try browser.show(width: width)
        let findings = try browser.findings(of: Probe.access)
        #expect(findings == [], "\(lesson) at \(width) pixels")
      }
      Self.expectSilence(browser, lesson)
    }
  }

  /// A page asks nothing of the network and says nothing on the console.
  private static func expectSilence(_ browser: Browser, _ lesson: Lesson) {
    let requests = browser.events.filter { $0.method == "Network.requestWillBeSent" }
      .compactMap { ($0.parameters["request"] as? [String: Any])?["url"] as? String }
    #expect(
      requests.filter { !$0.hasPrefix("data:") }.count == 1, "\(lesson): only the page itself")
    let messages = browser.events.filter {
      ["Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"].contains($0.method)
    }
    #expect(messages.map { "\($0.parameters)" } == [], "\(lesson)")
  }

  @Test("every lesson of the project is looked at")
  func complete() {
    #expect(Set(Lesson.all.map(\.name)).isSuperset(of: Lesson.notebooks))
    #expect(!Lesson.notebooks.isEmpty)
  }

  @Test("a value is read as it was worked out, whatever turns the order of the text around it")
  func direction() throws {
    let text = "\u{202E}{eval}`10 + 3`\u{202C}, \u{2067}{eval}`10 + 4`\u{2069}, {eval}`15`\n"
    let notebook = Notebook(parsing: SourceFile(name: "direction.md", text: text))
    let file = try Lesson.write(Lesson.page(of: notebook), as: "direction")
    defer { try? FileManager.default.removeItem(atPath: file) }
    let browser = try Browser()
    try browser.load(file)
    try browser.show(width: 768)
    #expect(try browser.findings(of: Probe.values) == ["13", "14", "15"])
  }

  @Test("what a probe is meant to find, it finds")
  func probes() throws {
    let file = try Lesson.write(
      """
      <!doctype html><html><body><h1>Title</h1><h3>Too deep</h3><svg></svg>
      <p style="color:#aaa;background:#fff">pale</p><p style="width:3000px">wide</p>
      <div style="position:relative;top:-2.2em">one on the other</div><a href="#nowhere">link</a>
      """, as: "faulty")
    defer { try? FileManager.default.removeItem(atPath: file) }
    let browser = try Browser()
    try browser.load(file)
    try browser.show(width: 768)
    #expect(try browser.findings(of: Probe.layout).count == 2)
    #expect(try browser.findings(of: Probe.contrast).count == 1)
    #expect(try browser.findings(of: Probe.access).count == 3)
  }
}
