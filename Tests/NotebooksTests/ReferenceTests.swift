import Testing

@testable import Notebooks

@Suite("The reference")
struct ReferenceTests {
  private let reference = Reference.standard

  @Test("it is a lesson in which nothing is wrong and nothing runs")
  func lesson() {
    let notebook = Fixtures.notebook(reference.lesson)
    #expect(notebook.diagnostics.isEmpty, "\(notebook.diagnostics)")
    #expect(notebook.cells.allSatisfy { if case .prose = $0 { true } else { false } })
  }

  @Test("it has every directive with its example, and every option that one asks for")
  func directives() throws {
    let section = try #require(reference.section(of: "directive"))
    #expect(section.entries.map(\.name) == DirectiveSet.standard.names)
    for (entry, type) in zip(section.entries, DirectiveSet.standard.directives) {
      #expect(entry.example == type.example && !entry.summary.isEmpty)
      for option in entry.options {
        #expect(!option.help.isEmpty && !option.type.isEmpty, "\(entry.name).\(option.name)")
        #expect(reference.lesson.contains("| `\(option.name)` |"))
      }
    }
  }

  @Test("an option within another has the names that lead to it")
  func nested() throws {
    let network = try #require(reference.entries(named: "network").first?.entry)
    let paths = network.options.withParts.map { $0.path.joined(separator: ".") }
    #expect(paths.contains("layers.units") && paths.contains("layers.init"))
  }

  @Test("each kind of plot has its own options, and each optimizer its own numbers")
  func kinds() throws {
    let plots = try #require(reference.section(of: "kind of plot")?.entries)
    #expect(plots.map(\.name) == PlotDirective.kinds.map { $0.name })
    let curve = try #require(plots.first { $0.name == "learning-curve" })
    #expect(curve.options.contains { $0.name == "smooth" })
    let adam = try #require(reference.section(of: "optimizer")?.entries.first { $0.name == "adam" })
    #expect(adam.options.map(\.name) == ["beta1", "beta2", "epsilon"])
    #expect(adam.options.first?.standard == "0.9")
  }

  @Test("what has no example has a meaning", arguments: ["measure", "meaning", "dataset"])
  func meanings(_ kind: String) throws {
    let entries = try #require(reference.section(of: kind)?.entries)
    #expect(!entries.isEmpty && entries.allSatisfy { !$0.summary.isEmpty })
  }

  @Test("a name finds all that bears it, an option those that take it, another word nothing")
  func text() throws {
    let network = try #require(reference.text(on: "network"))
    #expect(network.contains("(directive)") && network.contains("(kind of plot)"))
    let rate = try #require(reference.text(on: "beta1"))
    #expect(rate.hasPrefix("beta1, an option of adam, adamw\n"))
    #expect(reference.text(on: "nothing-of-that-kind") == nil)
  }
}
