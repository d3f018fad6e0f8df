import Diagnostics

/// Reads the flowcharts of Mermaid: `graph` or `flowchart`, a direction, vertices in their shapes,
/// links with labels, subgraphs.
///
///     graph RL
///       C("$C$")
///       a("$a^L$") -->|"$(y-a)^2$"| C
///       subgraph "Layer L"
///         a
///       end
///
/// Statements end at a line's end or `;`, but none is needed. Styling (`style`, `classDef`,
/// `class`, `linkStyle`, `click`, a direction of a subgraph) is passed over with a warning.
/// The parser is total: every text yields a graph or a diagnostic, mostly both.
public enum Mermaid {
  /// More would be no picture, and its layout slow.
  static let mostVertices = 300
  static let mostEdges = 900

  /// A label, or a line of one, between dollar signs.
  public struct Formula: Sendable, Equatable {
    public let tex: String
    /// Between the dollar signs.
    public let range: Range<Int>
  }

  /// The graph, the formulas in its labels, and what was wrong with its source; ranges are UTF-8
  /// offsets in `source`.
  ///
  /// The graph is nil if the source does not begin as a flowchart or is too large.
  public static func graph(
    parsing source: String
  ) -> (graph: Graph?, formulas: [Formula], diagnostics: [Diagnostic]) {
    var parser = MermaidParser(source)
    let graph = parser.parse()
    return (graph, parser.formulas, parser.diagnostics)
  }
}
