import Foundation
import Testing

@testable import Preview

@Suite("A page in the preview")
struct DecorationTests {
  private let page = """
    <!doctype html>
    <html><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">
    <title>Iris</title></head>
    <body><p>&lt;/head&gt; and a </head> that nobody should write</p></body></html>
    """

  @Test("has the script, once, in its head, and no policy that forbids it")
  func script() throws {
    let shown = Decoration.decorated(page, version: "0123456789abcdef")
    let tag = #"<script src="/-/preview.js" data-version="0123456789abcdef" defer></script>"#
    #expect(shown.ranges(of: tag).count == 1)
    #expect(shown.ranges(of: "<script").count == 1)
    let place = try #require(shown.firstRange(of: tag))
    let title = try #require(shown.firstRange(of: "</title>"))
    let body = try #require(shown.firstRange(of: "<body>"))
    #expect(title.upperBound < place.lowerBound && place.upperBound < body.lowerBound)
    #expect(!shown.contains("http-equiv"))
    #expect(shown.contains("<title>Iris</title>"))
  }

  @Test("keeps what a template of one's own leaves out or writes in its body")
  func bare() {
    #expect(
      Decoration.decorated("<p>x</p>", version: "1").hasPrefix("<p>x</p><link rel=\"icon\""))
    let quoting = "<head></head><pre><meta http-equiv=\"Content-Security-Policy\" x></pre>"
    #expect(Decoration.decorated(quoting, version: "1").hasSuffix("x></pre>"))
  }

  @Test("may load its own script and nothing from elsewhere")
  func policy() {
    let rules = Decoration.policy.components(separatedBy: "; ")
    #expect(rules.contains("default-src 'none'"))
    #expect(rules.contains("script-src 'self'"))
    #expect(!Decoration.policy.contains("http") && !Decoration.policy.contains("*"))
  }

  @Test(
    "is told of a problem in one event, whatever the problem's text holds",
    arguments: [
      "error: a\n  --> b.md:1:1\n", "</script><script>alert(1)</script>", "data: x\n\nevent: y\n\n",
      "\u{2028}\u{2029}\r\n\u{0}\"\\", "数学 ошибка 👩‍🔬",
    ])
  func event(problem: String) throws {
    let state = PageState(version: "1", problem: problem, isRunning: true)
    let text = String(decoding: state.event, as: UTF8.self)
    #expect(text.hasPrefix("data: ") && text.hasSuffix("\n\n"))
    let json = text.dropFirst(6).dropLast(2)
    #expect(!json.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 })
    #expect(try JSONDecoder().decode(PageState.self, from: Data(json.utf8)) == state)
  }
}
