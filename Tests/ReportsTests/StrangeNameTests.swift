import Markup
import Testing

@testable import Reports

@Suite("Names in addresses and commands")
struct StrangeNameTests {
  @Test(
    "an address leads to the file of that name, and names no scheme, query or place",
    arguments: [
      ("iris.html", "iris.html"), ("a b.html", "a%20b.html"), ("a#b?.html", "a%23b%3F.html"),
      ("a%41.html", "a%2541.html"), ("x:y.html", "./x%3Ay.html"),
      ("javascript:alert(1).html", "./javascript%3Aalert%281%29.html"),
      ("a\\b.html", "a%5Cb.html"), ("a\u{1B}\n.html", "a%1B%0A.html"), ("数.html", "%E6%95%B0.html"),
      ("in/a.html", "in/a.html"), ("\u{202E}.html", "%E2%80%AE.html"),
    ])
  func address(_ name: String, leads address: String) { #expect(name.asFileAddress == address) }

  @Test(
    "a word of a shell is one line that a reader may copy",
    arguments: [
      ("iris.md", "iris.md"), ("a b.md", "'a b.md'"), ("it's", "'it'\\''s'"),
      ("two\nlines", #"$'two\x0alines'"#), ("\u{1B}[31m'\\", #"$'\x1b[31m\x27\x5c'"#),
      ("\u{202E}x", #"$'\xe2\x80\xaex'"#),
    ])
  func word(_ text: String, is word: String) { #expect(text.asShellWord == word) }

  @Test(
    "what a template includes is read from its tags, whatever their delimiters",
    arguments: [
      ("{{>a}} {{> b }}{{{c}}}{{! >d }}", ["a", "b"]), ("{{<e}}{{/e}}", ["e"]),
      ("{{=<% %>=}}<%>a%>{{>b}}<%={{ }}=%>{{>c}}", ["a", "c"]), ("{{>*d}}", ["*d"]),
      ("{{#x}}{{>a}}{{/x}} {{>", ["a"]), ("", []), ("{{{", []), ("{{=}}", []),
    ])
  func partials(_ text: String, are names: [String]) { #expect(Partials(of: text).names == names) }

  @Test("rings of templates are found, and what is deep and finite is none")
  func rings() {
    #expect(Partials.ring(in: ["a": ["a"]]) == ["a", "a"])
    #expect(Partials.ring(in: ["a": ["b"], "b": ["c"], "c": ["b"]]) == ["b", "c", "b"])
    let chain = Dictionary(uniqueKeysWithValues: (0..<500).map { ("\($0)", ["\($0 + 1)"]) })
    #expect(Partials.ring(in: chain) == nil)
    #expect(Partials.ring(in: ["a": ["c", "b"], "b": ["c"], "c": []]) == nil)
  }
}
