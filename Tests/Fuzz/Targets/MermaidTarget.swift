import Plots

extension FuzzTarget {
  /// A Mermaid flowchart as in a fenced block, read into a graph.
  static let mermaid = FuzzTarget("mermaid") {
    Seeds.texts(
      "flowchart LR\n  A[text] --> B{which?}\n  B -->|yes| C((o))\n  B -.-> D([s]) & E\n",
      "graph TD\nsubgraph one [T]\n a1-->a2\nend\na2 == \"$x_1$\" ==> a1\nclassDef c fill:#f9f\nclass a1 c\n",
      "flowchart TB; A---B; B--text-->C; C <--> A; %% note\nA@{ shape: circle }\nstyle B stroke:red\n"
    )
  } run: { bytes in
    _ = Mermaid.graph(parsing: text(bytes))
  }
}
