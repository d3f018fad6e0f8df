import Markup

/// The graph of one training step: what is computed from what, with the value at each place and
/// the gradient of the cost on each way back.
public struct StepGraph: Sendable, Equatable {
  public struct Quantity: Sendable, Equatable {
    public let id: String
    /// A name, or a formula between dollar signs.
    public let label: String
    public let value: Double?
    /// Whether it is learned.
    public let isParameter: Bool

    public init(_ id: String, label: String, value: Double?, isParameter: Bool = false) {
      self.id = id
      self.label = label
      self.value = value
      self.isParameter = isParameter
    }
  }

  public struct Link: Sendable, Equatable {
    public let from: String
    public let to: String
    /// ∂C/∂(from), as it arrives along this link.
    public let gradient: Double?

    public init(_ from: String, _ to: String, gradient: Double?) {
      self.from = from
      self.to = to
      self.gradient = gradient
    }
  }

  public var quantities: [Quantity]
  public var links: [Link]
  public var direction: Graph.Direction

  public init(_ direction: Graph.Direction = .right, quantities: [Quantity], links: [Link]) {
    self.direction = direction
    self.quantities = quantities
    self.links = links
  }

  public var graph: Graph {
    Graph(
      direction,
      vertices: quantities.map {
        Graph.Vertex(
          $0.id, label: $0.label, shape: $0.isParameter ? .box : .round,
          note: $0.value.map { NumberText.significant($0, digits: 4) })
      },
      edges: links.map {
        Graph.Edge(
          $0.from, $0.to, label: $0.gradient.map { NumberText.significant($0, digits: 3) },
          isNote: true)
      })
  }
}
