import Testing

@testable import Markdown

@Suite("The rules of GitHub-flavoured Markdown")
struct ExampleTests {
  @Test("come out as cmark-gfm's own writer has them", arguments: Examples.sections.map(\.name))
  func sections(name: String) {
    for text in Examples.sections.first(where: { $0.name == name })?.texts ?? [] {
      #expect(ourHTML(text) == referenceHTML(text), "for \(text.debugDescription)")
    }
  }

  @Test("hold where TeX is on and none is there", arguments: Examples.sections.map(\.name))
  func withNotation(name: String) {
    for text in Examples.sections.first(where: { $0.name == name })?.texts ?? []
    where !text.contains("$") && !text.hasPrefix("---") {
      #expect(ourHTML(text, as: .notebook) == referenceHTML(text), "for \(text.debugDescription)")
    }
  }

  @Test("leave every node where it says it is", arguments: Examples.sections.map(\.name))
  func places(name: String) {
    for text in Examples.sections.first(where: { $0.name == name })?.texts ?? [] {
      #expect(PlaceCheck.mistakes(in: text, as: .github) == [], "for \(text.debugDescription)")
    }
  }

  @Test("are tried by several hundred texts")
  func count() {
    #expect(Examples.sections.reduce(0) { $0 + $1.texts.count } > 600)
  }
}
