import Diagnostics
import Testing

@testable import Markdown

@Suite("What references expand to")
struct ExpansionTests {
  private func ids(_ text: String) -> [String] {
    Markdown.parse(SourceFile(name: "a.md", text: text)).diagnostics.map(\.id)
  }

  private static let address = "http://a.b/" + String(repeating: "y", count: 50_000)

  @Test(
    "is bounded by the size of the lesson, or 100 kB, wherever the references stand",
    arguments: [
      "[x]: \(address)\n\n" + String(repeating: "[x] ", count: 1000),
      "[x]: \(address)\n\n" + String(repeating: "[x] ", count: 3000),
      "[x]: \(address)\n\n" + String(repeating: "[y][X] ", count: 10),
      "[x]: \(address)\n\n" + String(repeating: "![y][x] ", count: 10),
      "[x]: /a \"\(address)\"\n\n" + String(repeating: "[x][] ", count: 10),
      "[x]: \(address)\n\n| a |\n|---|\n" + String(repeating: "| [x] |\n", count: 10),
      "[x]: \(address)\n\nA[^1].\n\n[^1]: " + String(repeating: "[x] ", count: 10),
      "[straße]: \(address)\n\n" + String(repeating: "[STRASSE] ", count: 3000),
      "> - [x]: \(address)\n\n" + String(repeating: "[x] ", count: 3000),
    ])
  func bounded(_ text: String) {
    #expect(ids(text) == ["markdown.expansion"])
  }

  @Test("the place is the reference that is too much, or the definition of a bomb")
  func place() {
    let text = "[x]: \(Self.address)\n\n[x] [x] [x] [x]\n"
    let found = Markdown.parse(SourceFile(name: "a.md", text: text)).diagnostics
    #expect(found.first?.range == text.utf8.count - 12..<text.utf8.count - 9)
  }

  @Test(
    "an honest lesson is within it",
    arguments: [
      String(repeating: "[x](\(address)) ", count: 10),
      "[pic]: data:image/png;base64,\(address)\n\n![a][pic]",
      (0..<500).map { "[l\($0)]: http://a.example/page/\($0) \"Title \($0)\"\n" }.joined()
        + "\n" + (0..<500).map { "[l\($0)] and [again][l\($0)] " }.joined(),
    ])
  func honest(_ text: String) { #expect(ids(text) == []) }
}
