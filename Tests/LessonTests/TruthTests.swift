import Diagnostics
import Foundation
import Notebooks
import Testing

@Suite("What the lessons say")
struct TruthTests {
  @Test("what is quoted from a document stands as the document has it", arguments: Quotation.all)
  func quotations(_ quotation: Quotation) throws {
    for place in quotation.places {
      let notebook = try Lessons.notebook(place.lesson + ".md")
      guard let label = place.cell else {
        #expect(notebook.file.text.contains(quotation.text), "\(place.lesson)")
        continue
      }
      let body = try #require(Self.body(of: label, in: notebook), "\(place.lesson): \(label)")
      let content = body.components(separatedBy: "\n---\n").last ?? ""
      #expect(
        content.trimmingCharacters(in: .newlines) == quotation.text, "\(place.lesson): \(label)")
    }
  }

  private static func body(of label: String, in notebook: Notebook) -> String? {
    for case .directive(let cell) in notebook.cells where cell.label?.value == label {
      return cell.body.text
    }
    return nil
  }

  @Test("every formula that is called printed is one of the quotations", arguments: Lessons.names)
  func printed(_ name: String) throws {
    guard !name.contains("gallery") else { return }
    let quoted = Set(
      Quotation.all.flatMap(\.places).filter { $0.lesson + ".md" == name }.compactMap(\.cell))
    for case .directive(let cell) in try Lessons.notebook(name).cells
    where cell.name == "derivation" {
      let lines = cell.body.text.components(separatedBy: "\n---\n")[0].split(separator: "\n")
      guard lines.contains("expect: refuted"), !lines.contains("printed: false") else { continue }
      #expect(quoted.contains(cell.label?.value ?? ""), "\(name): \(cell.label?.value ?? "")")
    }
  }

  @Test("the lesson of mistakes counts them rightly, and lists each that its coverage table has")
  func count() throws {
    let notebook = try Lessons.notebook("09-what-the-documents-got-wrong.md")
    let errata = Coverage.tables.first { $0.name == "errata.csv" }?.rows ?? []
    let list = notebook.file.text.components(separatedBy: "\n## All of them\n").last ?? ""
    let rows = list.split(separator: "\n").filter { $0.wholeMatch(of: /\| [1-5] \| .+ \|/) != nil }
    #expect(rows.count == errata.count)
    let subtitle = try #require(notebook.frontMatter.subtitle)
    #expect(subtitle.hasPrefix("\(errata.count) mistakes in five tutorials"))
  }

  @Test("the lessons come in the order in which they build on each other")
  func order() {
    let numbers = Lessons.names.map { Int($0.prefix(2)) }
    #expect(numbers == Array(1...Lessons.names.count))
    #expect(Lessons.names.first == "01-iris.md")
    #expect(Lessons.names.last == "10-gallery.md")
  }

  @Test(
    "what a lesson claims of its figures fails with another rate, seed, batch or beginning",
    arguments: [
      ("learning-rate: 0.003\nsteps", "learning-rate: 0.00303\nsteps"), ("seed: 0", "seed: 1"),
      ("batch: 8", "batch: 9"), ("gradient: sum\nlearning", "gradient: mean\nlearning"),
      (
        "units: 20, activation: relu, init: xavier-uniform",
        "units: 20, activation: relu, init: he-uniform"
      ),
    ])
  func guarded(_ change: (right: String, wrong: String)) throws {
    let lesson = try Lessons.notebook("01-iris.md").file.text
    try #require(lesson.contains(change.right))
    let changed = Self.cells(["iris", "mlp", "fit", "guarded"], of: lesson)
      .replacing(change.right, with: change.wrong)
    let notebook = Notebook(parsing: SourceFile(name: "iris.md", text: changed))
    let run = notebook.run(in: Session(of: notebook, in: Lessons.folder))
    #expect(run.counts.failed > 0)
    let right = Notebook(
      parsing: SourceFile(
        name: "iris.md", text: Self.cells(["iris", "mlp", "fit", "guarded"], of: lesson)))
    #expect(right.run(in: Session(of: right, in: Lessons.folder)).counts.failed == 0)
  }

  /// A lesson with its front matter and these cells alone.
  private static func cells(_ labels: [String], of lesson: String) -> String {
    let front = lesson.components(separatedBy: "\n---\n")[0] + "\n---\n"
    let blocks = lesson.components(separatedBy: "\n```{").dropFirst().compactMap { block in
      let head = block.prefix { $0 != "\n" }.split(separator: " ").last.map(String.init) ?? ""
      return labels.contains(head)
        ? "\n```{" + block.components(separatedBy: "\n```\n")[0] + "\n```\n" : nil
    }
    return front + blocks.joined()
  }
}
