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
  @Test("text stays on the page and off other text at every width", arguments: Lesson.all)
  func layout(_ lesson: Lesson) throws {
    let browser = try browser(showing: lesson)
    for width in [360, 768, 1280, 1920] {
      try browser.show(width: width)
      let findings = try browser.findings(of: Probe.layout)
      #expect(findings == [], "at \(width) pixels")
    }
  }

  @Test("text can be read by day and by night", arguments: Lesson.all)
  func contrast(_ lesson: Lesson) throws {
    let browser = try browser(showing: lesson)
    for isDark in [false, true] {
      try browser.show(width: 1280, isDark: isDark)
      let findings = try browser.findings(of: Probe.contrast)
      #expect(findings == [], isDark ? "dark" : "light")
    }
  }

  @Test("pictures are named, headings in order, the keyboard is enough", arguments: Lesson.all)
  func access(_ lesson: Lesson) throws {
    let browser = try browser(showing: lesson)
    for width in [360, 1280] {
      try browser.show(width: width)
      let findings = try browser.findings(of: Probe.access)
      #expect(findings == [], "at \(width) pixels")
    }
  }

  @Test("a page asks nothing of the network and says nothing on the console", arguments: Lesson.all)
  func silence(_ lesson: Lesson) throws {
    let browser = try browser(showing: lesson)
    try browser.send("Runtime.evaluate", ["expression": "1"])
    let requests = browser.events.filter { $0.method == "Network.requestWillBeSent" }
      .compactMap { ($0.parameters["request"] as? [String: Any])?["url"] as? String }
    #expect(requests.filter { !$0.hasPrefix("data:") }.count == 1, "only the page itself")
    let messages = browser.events.filter {
      ["Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"].contains($0.method)
    }
    #expect(messages.map { "\($0.parameters)" } == [])
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

  private func browser(showing lesson: Lesson) throws -> Browser {
    let file = try Lesson.write(#require(Lesson.pages[lesson.name]).get(), as: lesson.name)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let browser = try Browser()
    try browser.load(file)
    return browser
  }
}
