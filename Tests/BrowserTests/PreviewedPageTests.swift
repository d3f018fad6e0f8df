import Foundation
import Preview
import Testing

@Suite(
  "A previewed page in a browser",
  .serialized,
  .enabled(
    if: Browser.program != nil, "skipped: no Chromium is installed (apt-get install chromium)"))
struct PreviewedPageTests {
  /// A page that lies in a file, with a problem where the file begins with `!`.
  private struct FilePage: PageSource {
    let folders: [String]
    let root = "a.html"

    var path: String { folders[0] + "/a.html" }

    func write(_ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    func makePages(
      after changes: Set<String>?, publish: @escaping @Sendable (PageNews) async -> Void
    ) async {
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "!no file"
      let isBroken = text.hasPrefix("!")
      let problem = isBroken ? String(text.dropFirst()) : nil
      await publish(.made(Page(name: root, html: isBroken ? nil : text, problem: problem)))
    }
  }

  /// A long page, with the policy that written pages have.
  private static func page(_ name: String, sectionsBefore: Int) -> String {
    let sections = (0..<sectionsBefore).map { "before\($0)" } + (0..<40).map { "part\($0)" }
    let body = sections.map { "<h2 id=\"\($0)\">\($0)</h2><p style=\"height:300px\">text</p>" }
    return """
      <!doctype html><html lang="ru"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
      <title>\(name)</title></head><body><main>\(body.joined(separator: "\n"))
      <details><summary>more</summary>text</details></main></body></html>
      """
  }

  @Test("is loaded again where its reader was, and shows what is wrong with the lesson as text")
  func following() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "gradbook-\(UUID().uuidString)"
    ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let source = FilePage(folders: [folder])
    try source.write(Self.page("first", sectionsBefore: 0))
    let preview = try Preview(of: source, port: 0)
    // Other tests may keep the threads busy that tasks share.
    let serving = Task(executorPreference: OwnThread()) { try await preview.run() }
    defer { serving.cancel() }
    let address = preview.address
    try await withTaskExecutorPreference(OwnThread()) { try look(at: address, of: source) }
  }

  private func look(at address: String, of source: FilePage) throws {
    let browser = try Browser()
    try browser.show(width: 1280)
    try browser.visit(address + "/")
    try wait(for: "document.title === 'first'", in: browser)
    _ = try browser.findings(
      of: """
        () => {
        document.querySelector("details").open = true;
        scrollTo(0, scrollY + document.getElementById("part20").getBoundingClientRect().top + 57);
          return [];
        }
        """)

    try source.write(Self.page("second", sectionsBefore: 5))
    try wait(for: "document.title === 'second' && document.readyState === 'complete'", in: browser)
    try wait(
      for: """
        Math.abs(document.getElementById("part20").getBoundingClientRect().top + 57) < 1
          && document.querySelector("details").open
        """, in: browser)

    let shown = "document.getElementById('gradbook-preview').shadowRoot"
    try source.write("!error: <b>&amp; </script>")
    try wait(
      for: """
        \(shown).querySelector("pre").textContent === "error: <b>&amp; </script>"
          && \(shown).querySelector("section").getBoundingClientRect().height > 20
          && !\(shown).querySelector("b") && document.title === "second"
          && \(shown).querySelector("button").textContent === "скрыть"
        """, in: browser)
    try source.write(Self.page("third", sectionsBefore: 5))
    try wait(
      for: """
        document.title === "third" && \(shown).querySelector("section").hidden
          && Math.abs(document.getElementById("part20").getBoundingClientRect().top + 57) < 1
        """, in: browser)

    let messages = browser.events.filter {
      ["Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"].contains($0.method)
    }
    #expect(messages.map { "\($0.parameters)" } == [])
  }

  /// Waits until an expression is true in the page, which may be loaded again meanwhile.
  private func wait(for expression: String, in browser: Browser) throws {
    for _ in 0..<3_000 {
      let answer = try? browser.findings(of: "() => (\(expression)) ? ['yes'] : []")
      if answer == ["yes"] { return }
      usleep(20_000)
    }
    Issue.record("it never held: \(expression)")
  }
}

/// A thread beside those that tasks share: for a server, and for a test that waits for its answer.
private final class OwnThread: TaskExecutor {
  private let queue = DispatchQueue(label: "gradbook.test")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
