import Markup
import Plots

extension PictureSamples {
  private static let network = NetworkDiagram(
    "The network", description: "784 inputs, 30 hidden units, 10 outputs.",
    layers: [
      .init("input", units: 784), .init("hidden", units: 30, note: "sigmoid"),
      .init("output", units: 10, note: "softmax"),
    ])

  private static let deep = NetworkDiagram(
    "Four layers", description: "12288-20-7-5-1.",
    layers: [
      .init("input", units: 12288), .init("layer 1", units: 20, note: "ReLU"),
      .init("layer 2", units: 7, note: "ReLU"), .init("layer 3", units: 5, note: "ReLU"),
      .init("output", units: 1, note: "sigmoid"),
    ])

  private static let step = StepGraph(
    quantities: [
      .init("x", label: "x", value: 0.5), .init("w", label: "w", value: 1.2, isParameter: true),
      .init("b", label: "b", value: -0.1, isParameter: true), .init("z", label: "z", value: 0.5),
      .init("a", label: "a", value: 0.62246), .init("y", label: "y", value: 1),
      .init("C", label: "C", value: 0.0713),
    ],
    links: [
      .init("x", "z", gradient: nil), .init("w", "z", gradient: -0.0444),
      .init("b", "z", gradient: -0.0887), .init("z", "a", gradient: -0.0887),
      .init("a", "C", gradient: -0.3775), .init("y", "C", gradient: nil),
    ])

  static let layersSource = """
    graph LR
      subgraph "Layer m-1"
        A0("1")
        A1("2")
        A2("3")
        A3("4")
      end
      subgraph "Layer m"
        B2("output(i-1)")
        B0("output(i)")
        B1("output(i+1)")
      end
      subgraph "Anticipated Label"
        C2("y(i-1)")
        C0("y(i)")
        C1("y(i+1)")
      end
      A0 --> B0
      A1 --> B0
      A2 --> B0
      A3 --> B0
      B0 --> C0
      B1 --> C1
      B2 --> C2
    """

  static let derivativesSource = #"""
    graph RL
      CX("$C$")
      aE("$a^L$")
      zE("$z^L$")
      wE("$w^L$")
      aEL("$a^{L-1}$")
      bE("$b^L$")
      zEL("$z^{L-1}$")
      wEL("$w^{L-1}$")
      aELL("$a^{L-2}$")
      bEL("$b^{L-1}$")
      aE -->|"$(y_x-a^L_x)^2$"| CX
      zE -->|"$\sigma$"| aE
      wE --> zE
      aEL --> zE
      bE --> zE
      zEL -->|"$\sigma$"| aEL
      wEL --> zEL
      aELL --> zEL
      bEL --> zEL
      dot("$\cdots$") --> aELL
    """#

  private static let loopSource = """
    flowchart TD
      start([start]) --> read[read a batch]
      read --> forward[forward]
      forward --> loss{"loss small<br>enough?"}
      loss -- no --> back[backward]
      back --> update[update]
      update --> read
      loss -- yes --> stop((stop))
      subgraph step [one step]
        forward
        back
        update
      end
    """

  private static func mermaid(
    _ source: String, id: String, formula: (@Sendable (String) -> [Node])? = nil
  ) -> [Node] {
    guard let graph = Mermaid.graph(parsing: source).graph else { return [] }
    return GraphPicture("Diagram", description: "A flowchart.", graph: graph, formula: formula)
      .picture(id: id).nodes
  }

  static var diagrams: [(name: String, nodes: [Node])] {
    [
      ("network", network.picture(id: "s1").nodes),
      ("network-deep", deep.picture(id: "s2").nodes),
      (
        "step-graph",
        GraphPicture("One step", description: "Values and gradients.", graph: step.graph)
          .picture(id: "s3").nodes
      ),
      ("mermaid-layers", mermaid(layersSource, id: "s4")),
      (
        "mermaid-derivatives",
        mermaid(
          derivativesSource, id: "s5",
          formula: { [.element("math", [:], [.element("mi", text: $0)])] })
      ),
      ("mermaid-loop", mermaid(loopSource, id: "s6")),
    ]
  }
}
