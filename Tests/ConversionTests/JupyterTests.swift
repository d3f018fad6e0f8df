import Conversion
import Diagnostics
import Foundation
import Notebooks
import Testing

@Suite("A Jupyter notebook made of a lesson")
struct JupyterTests {
  private static func object(_ notebook: JupyterNotebook) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: notebook.json) as? [String: Any])
  }

  /// What the schema of nbformat 4.5 demands of what is written here; a sentence for each breach.
  private static func breaches(of notebook: [String: Any]) -> [String] {
    var found: [String] = []
    func require(_ holds: Bool, _ sentence: String) { if !holds { found.append(sentence) } }
    func isText(_ value: Any?) -> Bool { value is String || value is [String] }
    require(
      Set(notebook.keys) == ["cells", "metadata", "nbformat", "nbformat_minor"],
      "members at the top")
    require(notebook["nbformat"] as? Int == 4 && notebook["nbformat_minor"] as? Int == 5, "version")
    let info = (notebook["metadata"] as? [String: Any])?["language_info"] as? [String: Any]
    require(info?["name"] is String, "language_info has a name")
    var ids: Set<String> = []
    for cell in notebook["cells"] as? [[String: Any]] ?? [] {
      let id = cell["id"] as? String ?? ""
      require(id.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil, "id '\(id)'")
      require(ids.insert(id).inserted, "'\(id)' is there once")
      require(cell["metadata"] is [String: Any] && isText(cell["source"]), "\(id): source")
      let type = cell["cell_type"] as? String ?? ""
      var members: Set = ["id", "cell_type", "metadata", "source"]
      if type == "code" { members.formUnion(["outputs", "execution_count"]) }
      require(Set(cell.keys) == members, "\(id): members of a cell '\(type)'")
      guard type == "code" else {
        require(["markdown", "raw"].contains(type), "\(id): type '\(type)'")
        continue
      }
      let count = cell["execution_count"]
      require(count is NSNull || (count as? Int ?? -1) >= 0, "\(id): execution_count")
      for output in cell["outputs"] as? [[String: Any]] ?? [[:]] {
        found += breaches(ofOutput: output).map { "\(id): \($0)" }
      }
    }
    return found
  }

  private static func breaches(ofOutput output: [String: Any]) -> [String] {
    switch output["output_type"] as? String {
    case "display_data":
      let data = output["data"] as? [String: Any] ?? [:]
      let isBundle = !data.isEmpty && data.values.allSatisfy { $0 is String || $0 is [String] }
      return Set(output.keys) == ["output_type", "data", "metadata"] && isBundle
        && output["metadata"] is [String: Any] ? [] : ["display_data"]
    case "error":
      return Set(output.keys) == ["output_type", "ename", "evalue", "traceback"]
        && output["traceback"] is [String] ? [] : ["error"]
    case "stream":
      return Set(output.keys) == ["output_type", "name", "text"] ? [] : ["stream"]
    case let other: return ["output '\(other ?? "without a type")'"]
    }
  }

  @Test("keeps the rules of nbformat 4.5", arguments: Fixtures.lessons)
  func rules(_ name: String) throws {
    let notebook = JupyterNotebook(
      lesson: SourceFile(name: name, text: try Fixtures.lesson(name)))
    #expect(Self.breaches(of: try Self.object(notebook)) == [])
  }

  @Test("shows what the run showed, with plain text beside everything")
  func outputs() throws {
    let (run, exhibits) = try Fixtures.run(Fixtures.everything)
    let notebook = JupyterNotebook(lesson: run.notebook.file, showing: exhibits)
    #expect(Self.breaches(of: try Self.object(notebook)) == [])
    var shown: [String: [[String: String]]] = [:]
    for cell in notebook.cells {
      for case .display(let data) in cell.outputs {
        #expect(data["text/plain"]?.isEmpty == false, "\(cell.id ?? "")")
        shown[cell.id ?? "", default: []].append(data)
      }
    }
    let curve = try #require(shown["plot-curve"])
    #expect(curve[0]["image/svg+xml"]?.hasPrefix("<svg xmlns=") == true)
    #expect(curve[1]["text/markdown"] == "**Figure 1.** The loss.")
    let table = try #require(shown["dimensions-shapes"]?.first)
    #expect(table["text/html"]?.contains("<table") == true)
    #expect(table["text/html"]?.contains("<b>Table 1.</b> Sizes.") == true)
    let derivation = try #require(shown["derivation-forward"]?.first)
    #expect(derivation["text/html"]?.contains("<math") == true)
    #expect(derivation["text/plain"]?.contains("✓ verified") == true)
    #expect(notebook.cells.filter { $0.kind == .code }.map(\.executionCount) == Array(1...9))
  }

  @Test("the caption of a picture is read as it was written, whatever Markdown makes of such signs")
  func captions() throws {
    let lesson = """
      ```{plot} relu
      kind: activation
      of: relu
      caption: 'a_1*b*, $5 <script>alert(1)</script> `x` [y](z)'
      ```
      """
    let (run, exhibits) = try Fixtures.run(lesson)
    let notebook = JupyterNotebook(lesson: run.notebook.file, showing: exhibits)
    guard case .display(let data)? = notebook.cells[0].outputs.last else {
      Issue.record("no caption")
      return
    }
    #expect(
      data["text/markdown"]
        == #"**Figure 1.** a\_1\*b\*, \$5 \<script\>alert(1)\</script\> \`x\` \[y\](z)"#)
  }

  @Test("a cell that failed has an error, one that needs it says that it was skipped")
  func failure() throws {
    let lesson = """
      ```{data} own
      file: missing.csv
      ```

      ```{plot} samples
      kind: samples
      of: own
      ```
      """
    let (run, exhibits) = try Fixtures.run(lesson)
    let notebook = JupyterNotebook(lesson: run.notebook.file, showing: exhibits)
    #expect(Self.breaches(of: try Self.object(notebook)) == [])
    guard case .error(_, let message, let trace)? = notebook.cells[0].outputs.first else {
      Issue.record("no error")
      return
    }
    #expect(message.contains("missing.csv") && trace.count > 1)
    #expect(
      notebook.cells[1].outputs
        == [.stream("This cell was skipped, since it needs 'own', which failed.\n")])
    #expect(notebook.cells[1].executionCount == nil)
  }

  @Test("every picture is an SVG document by itself")
  func pictures() throws {
    let (_, exhibits) = try Fixtures.run(Fixtures.everything)
    var count = 0
    for exhibit in exhibits.cells.flatMap(\.exhibits) {
      guard case .figure(let figure) = exhibit.content else { continue }
      let reader = XMLProbe(figure.svg)
      #expect(reader.isWellFormed)
      #expect(
        reader.root == "svg" && (reader.size.map { $0.width > 100 && $0.height > 40 } ?? false))
      #expect(!figure.svg.contains("<img") && !figure.svg.contains("<ul"))
      count += 1
    }
    #expect(count > 1)
  }
}
