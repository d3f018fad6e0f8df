import Diagnostics
import Foundation
import Testing

@testable import Notebooks

@Suite("Directives")
struct DirectiveTests {
  @Test(
    "every directive's example runs without a complaint", arguments: DirectiveSet.standard.names)
  func example(_ name: String) throws {
    let directive = try #require(DirectiveSet.standard.directives.first { $0.name == name })
    let notebook = Fixtures.notebook(directive.example)
    #expect(notebook.diagnostics == [])
    let run = notebook.run(in: Session(of: notebook, in: Fixtures.folder))
    #expect(run.diagnostics == [])
    #expect(directive.example.contains("{\(name)}"), "an example shows its own directive")
  }

  @Test(
    "a cell shows nothing that it did not say references may lead to",
    arguments: DirectiveSet.standard.names)
  func exhibits(_ name: String) throws {
    let directive = try #require(DirectiveSet.standard.directives.first { $0.name == name })
    for cell in Fixtures.run(directive.example).cells {
      let shown = Set(cell.outputs.compactMap(\.kind))
      #expect(cell.cell.exhibits.isSuperset(of: shown), "\(cell.cell.name)")
    }
  }

  @Test("every file in Directives/ is in the list of directives")
  func registration() throws {
    let folder =
      (Fixtures.folder as NSString).deletingLastPathComponent + "/Sources/Notebooks/Directives"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let registered = Set(DirectiveSet.standard.directives.map { "\($0).swift" })
    for file in files.sorted() where file.hasSuffix("Directive.swift") {
      #expect(registered.contains(file), "add \(file.dropLast(6)).self to DirectiveSet.standard")
    }
  }
}
