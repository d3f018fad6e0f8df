import Diagnostics
import Testing

@testable import Plots

@Suite("Mermaid")
struct MermaidTests {
  private func clean(_ source: String) throws -> Graph {
    let (graph, _, diagnostics) = Mermaid.graph(parsing: source)
    #expect(diagnostics == [])
    return try #require(graph)
  }

  private func rendered(_ source: String) -> [String] {
    let file = SourceFile(name: "d.mmd", text: source)
    return Mermaid.graph(parsing: source).diagnostics.map { $0.rendered(in: file) }
  }

  @Test("the layers of the fifth document are read with their groups and labels")
  func layers() throws {
    let graph = try clean(PictureSamples.layersSource)
    #expect(graph.direction == .right)
    #expect(graph.groups.map(\.title) == ["Layer m-1", "Layer m", "Anticipated Label"])
    #expect(graph.groups[0].members == ["A0", "A1", "A2", "A3"])
    #expect(graph.vertices.first { $0.id == "B1" }?.label == "output(i+1)")
    #expect(graph.edges.count == 7)
  }

  @Test("a diagram on a single line is the same diagram")
  func oneLine() throws {
    for source in [PictureSamples.layersSource, PictureSamples.derivativesSource] {
      let joined = source.replacing("\n", with: " ")
      let same = try clean(joined)
      #expect(try same == clean(source))
    }
  }

  @Test("formulas in labels of vertices and links come through as written")
  func formulas() throws {
    let graph = try clean(PictureSamples.derivativesSource)
    #expect(graph.direction == .left)
    #expect(graph.vertices.first { $0.id == "wEL" }?.label == "$w^{L-1}$")
    #expect(graph.edges.first?.label == "$(y_x-a^L_x)^2$")
    #expect(graph.edges.last == Graph.Edge("dot", "aELL"))
  }

  @Test(
    "every shape has its brackets",
    arguments: [
      ("a[x]", Graph.Vertex.Shape.box), ("a(x)", .round), ("a([x])", .pill), ("a((x))", .circle),
      ("a{x}", .diamond), ("a{{x}}", .diamond), ("a[[x]]", .box), ("a[(x)]", .round),
      ("a>x]", .box), ("a(((x)))", .circle),
    ])
  func shapes(source: String, shape: Graph.Vertex.Shape) throws {
    #expect(try clean("graph TD\n\(source)").vertices == [.init("a", label: "x", shape: shape)])
  }

  @Test(
    "every link has its look, its head and its label",
    arguments: [
      ("a --> b", Graph.Edge("a", "b")), ("a --- b", .init("a", "b", hasHead: false)),
      ("a -.-> b", .init("a", "b", look: .dotted)), ("a ==> b", .init("a", "b", look: .thick)),
      ("a -->|x y| b", .init("a", "b", label: "x y")),
      ("a -->|\"x|y\"| b", .init("a", "b", label: "x|y")),
      ("a -- no --> b", .init("a", "b", label: "no")),
      ("a -. no .-> b", .init("a", "b", label: "no", look: .dotted)),
      ("a == no ==> b", .init("a", "b", label: "no", look: .thick)),
      ("a ----> b", .init("a", "b")), ("a-->b", .init("a", "b")), ("a <-- b", .init("b", "a")),
    ])
  func links(source: String, edge: Graph.Edge) throws {
    #expect(try clean("flowchart LR\n  \(source)").edges == [edge])
  }

  @Test("chains, lists, comments, semicolons and line breaks in labels")
  func statements() throws {
    let graph = try clean(
      """
      %% what this is
      flowchart TB
        a & b --> c --> d["one<br>two"]; d --> e %% at the end
      """)
    #expect(graph.edges.map { "\($0.from)\($0.to)" } == ["ac", "bc", "cd", "de"])
    #expect(graph.vertices.first { $0.id == "d" }?.label == "one\ntwo")
  }

  @Test("subgraphs nest, and know their parents")
  func nesting() throws {
    let graph = try clean(
      """
      graph TD
        subgraph outer [The outside]
          a
          subgraph inner
            b --> c
          end
        end
      """)
    #expect(graph.groups.map(\.title) == ["The outside", "inner"])
    #expect(graph.groups[1].parent == "outer")
    #expect(graph.groups[1].members == ["b", "c"])
  }

  @Test("what is not a flowchart says so")
  func notAFlowchart() {
    #expect(
      rendered("sequenceDiagram\n  A->>B: hi") == [
        """
        error: a diagram begins with 'graph' or 'flowchart' [mermaid.kind]
         --> d.mmd:1:1
          |
        1 | sequenceDiagram
          | ^^^^^^^^^^^^^^^
          = help: for example: graph LR
        """
      ])
    #expect(Mermaid.graph(parsing: "").graph == nil)
  }

  @Test("a mistake is pointed at, also after Chinese text, and the rest is still read")
  func mistakes() {
    #expect(
      rendered("graph LX\n  a[\"输入\"] -->\n") == [
        """
        error: unknown direction 'LX' [mermaid.direction]
         --> d.mmd:1:7
          |
        1 | graph LX
          |       ^^
          = help: did you mean 'LR'?
        """,
        """
        error: this link leads to no vertex [mermaid.link]
         --> d.mmd:2:11
          |
        2 |   a["输入"] -->
          |             ^^^
        """,
      ])
    let broken = Mermaid.graph(parsing: "graph LR\n a[\"x\n b --> c\n end\n style b fill:#f00")
    #expect(
      broken.diagnostics.map(\.id) == ["mermaid.bracket", "mermaid.end", "mermaid.styling"])
    #expect(broken.diagnostics.last?.severity == .warning)
    #expect(broken.graph?.edges.count == 1)
  }

  @Test("a subgraph left open is pointed at where it begins")
  func unclosedSubgraph() {
    let source = "graph LR\nsubgraph \"S\"\na --> b"
    let diagnostics = Mermaid.graph(parsing: source).diagnostics
    #expect(diagnostics.map(\.id) == ["mermaid.unclosed"])
    #expect(diagnostics.first?.range == 9..<17)
  }

  @Test("what would silently be missing from the drawing is said")
  func notDrawn() {
    let source = "graph LR\nsubgraph s\na\nend\nb --> b\nb --> s"
    let diagnostics = Mermaid.graph(parsing: source).diagnostics
    #expect(diagnostics.map(\.id) == ["mermaid.loop", "mermaid.group"])
    #expect(diagnostics.map(\.severity) == [.warning, .error])
    #expect(diagnostics.map(\.range) == [28..<31, 40..<41])
  }

  @Test("formulas are found in labels of vertices, links and subgraphs, each at its place")
  func formulaPlaces() {
    let source = """
      graph LR
        a["$x_1$"] -->|$w$| b[two<br/> $a #lt; b$]
        a -- " $v$ " --> c
        a -- "$u$" --> c
        subgraph "$G$"
          d[$5]
        end
      """
    let formulas = Mermaid.graph(parsing: source).formulas
    #expect(formulas.map(\.tex) == ["x_1", "w", "a < b", "v", "u", "G"])
    let bytes = Array(source.utf8)
    #expect(
      formulas.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        == ["x_1", "w", "a #lt; b", "v", "u", "G"])
  }

  @Test("a diagram without bounds is refused")
  func tooLarge() {
    let source = "graph LR\n" + (0..<2000).map { "a\($0) --> b\($0)" }.joined(separator: "\n")
    let (graph, _, diagnostics) = Mermaid.graph(parsing: source)
    #expect(graph == nil)
    #expect(diagnostics.map(\.id) == ["mermaid.size"])
    let list = (0..<100).map { "a\($0)" }.joined(separator: " & ")
    #expect(Mermaid.graph(parsing: "graph LR\n\(list) --> \(list)").graph == nil)
  }

  @Test("any text at all gives a graph or a diagnostic, inside the text, and can be drawn")
  func fuzz() {
    let pieces = [
      "graph", "LR", "\n", " ", "subgraph", "end", "a", "b", "[", "]", "(", ")", "((", "))", "{",
      "}", "\"", "|", "-->", "---", "-.->", "==>", "--", "<--", "&", ";", "%%", "$x^2$", "样", "🐱",
      "style", ":::", ">", "-", "=", ".", "\t", "\r\n", "\0",
    ]
    for seed in UInt64(0)..<300 {
      let noise = PictureSamples.noise(40, seed: seed)
      let body = noise.map { pieces[Int($0 * Double(pieces.count))] }.joined()
      let source = seed.isMultiple(of: 5) ? body : "graph LR\n" + body
      let (graph, _, diagnostics) = Mermaid.graph(parsing: source)
      #expect(graph != nil || !diagnostics.isEmpty)
      for diagnostic in diagnostics {
        #expect(diagnostic.range.map { $0.upperBound <= source.utf8.count } == true)
      }
      if let graph {
        let picture = GraphPicture("t", description: "d", graph: graph).picture(id: "f")
        #expect(Tree(picture.nodes).attributes.allSatisfy(Tree.isTame))
      }
    }
  }
}
