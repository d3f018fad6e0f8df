import Testing

@Suite("gradbook explain")
struct ExplainTests {
  private let gradbook: Command

  init() throws { gradbook = try Command() }

  @Test("an id has a page: what it means, an example, the answer to it, the mend; 80 columns wide")
  func page() throws {
    let outcome = try gradbook("explain", "option.unknown")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for words in ["For example", "bacth: 5", "[option.unknown]", "Mended:", "batch: 5"] {
      #expect(outcome.output.contains(words))
    }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try gradbook("explain", "[option.unknown]").output == outcome.output)
  }

  @Test("without an id all are listed; a misspelt one is answered with the nearest")
  func index() throws {
    #expect(try gradbook("explain").output.contains("yaml            duplicate, invalid"))
    let misspelt = try gradbook("explain", "option.unkwnon")
    #expect(misspelt.status == 64)
    #expect(misspelt.errors.contains("did you mean 'option.unknown'?"))
    #expect(
      try gradbook("explain", "yaml").errors.contains("of this family there are: yaml.invalid"))
  }

  @Test("errors end with one line that says where there is more, none if all is well")
  func hint() throws {
    try gradbook.write("```{dta} a\n```\n\n```{data} b\nsource: irsi\n```", to: "a.md")
    let outcome = try gradbook("check", "a.md")
    #expect(outcome.errors.hasSuffix("\nmore about an error: gradbook explain directive.unknown\n"))
    #expect(outcome.errors.split(separator: "more about").count == 2)
    #expect(try !gradbook("check", "-q", "a.md").errors.contains("explain"))
    try gradbook.write("Words.", to: "a.md")
    #expect(try !gradbook("check", "a.md").errors.contains("explain"))
  }
}
