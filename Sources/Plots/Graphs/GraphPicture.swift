import Markup

/// A graph drawn in layers.
public struct GraphPicture: Sendable {
  public var title: String
  public var description: String
  public var graph: Graph
  /// Sets a label that is a formula between dollar signs; nil shows its source as text.
  public var formula: (@Sendable (String) -> [Node])?

  public init(
    _ title: String, description: String, graph: Graph,
    formula: (@Sendable (String) -> [Node])? = nil
  ) {
    self.title = title
    self.description = description
    self.graph = graph
    self.formula = formula
  }

  public func picture(id: String, words: Words = .english) -> Picture {
    guard !graph.vertices.isEmpty else {
      let text = Node.element("p", ["class": "plot plot-none"], text: words.noData)
      return Picture(drawing: text)
    }
    let labels = graph.vertices.map { GraphLabel($0.label, note: $0.note) }
    let edgeLabels = graph.edges.map { edge in
      edge.label.flatMap { $0.isEmpty ? nil : GraphLabel($0, isValue: edge.isNote) }
    }
    let sizes = zip(graph.vertices, labels).map { Self.size($0, $1) }
    let layout = GraphLayout(graph, sizes: sizes, labels: edgeLabels.map { $0?.size })
    var nodes: [Node] = []
    for (index, group) in graph.groups.enumerated() {
      guard let frame = layout.frames[index], let title = layout.titles[index] else { continue }
      nodes += self.frame(group, frame, titleAt: title)
    }
    let outlines = Dictionary(
      graph.vertices.indices.map { index in
        let vertex = graph.vertices[index]
        let outline = VertexOutline(
          shape: vertex.shape, centre: layout.centres[index], size: sizes[index])
        return (vertex.id, outline)
      }, uniquingKeysWith: { first, _ in first })
    for (edge, route) in zip(graph.edges, layout.routes) {
      if let route { nodes += arrow(edge, route, from: outlines[edge.from], to: outlines[edge.to]) }
    }
    for index in graph.vertices.indices {
      let centre = layout.centres[index]
      nodes.append(Self.outline(graph.vertices[index], centre, sizes[index]))
      nodes += labels[index].nodes(at: centre, formula: formula)
    }
    for (index, route) in layout.routes.enumerated() {
      guard let route, let label = edgeLabels[index] else { continue }
      nodes += label.nodes(
        at: route.labelAt, formula: formula, halo: true)
    }
    let drawing = FixedDrawing(
      id: id, title: title, description: description, width: layout.size.width,
      height: layout.size.height, nodes: nodes)
    return Picture(drawing: drawing.node, data: table(words: words))
  }

  private static func size(_ vertex: Graph.Vertex, _ label: GraphLabel) -> Size {
    let text = label.size
    switch vertex.shape {
    case .box, .round:
      return Size(width: max(36, text.width + 20), height: text.height + 14)
    case .pill:
      return Size(width: max(44, text.width + 30), height: text.height + 14)
    case .circle:
      // The corners of the text lie within the circle.
      let diagonal = (text.width * text.width + text.height * text.height).squareRoot()
      let side = max(36, diagonal + 12)
      return Size(width: side, height: side)
    case .diamond:
      // They do within the diamond as long as the shares of the text in its width and in its height
      // make no more than one.
      let height = text.height + 36
      let share = 1 - text.height / height
      return Size(width: max(text.width + 48, text.width / share + 12), height: height)
    }
  }

  private static func outline(
    _ vertex: Graph.Vertex, _ centre: Spot, _ size: Size
  ) -> Node {
    let frame = Box(centre: centre, size: size)
    let number = { (value: Double) in NumberText.attribute(value) }
    switch vertex.shape {
    case .box, .round, .pill:
      let radius = vertex.shape == .box ? 2 : vertex.shape == .round ? 9 : size.height / 2
      return .element(
        "rect",
        [
          "class": "plot-vertex", "x": number(frame.left), "y": number(frame.top),
          "width": number(size.width), "height": number(size.height), "rx": number(radius),
        ])
    case .circle:
      return .element(
        "circle",
        [
          "class": "plot-vertex", "cx": number(centre.x), "cy": number(centre.y),
          "r": number(size.width / 2),
        ])
    case .diamond:
      let data =
        "M\(number(frame.left)) \(number(centre.y))L\(number(centre.x)) \(number(frame.top))"
        + "L\(number(frame.right)) \(number(centre.y))L\(number(centre.x)) \(number(frame.bottom))z"
      return .element("path", ["class": "plot-vertex", "d": data])
    }
  }

  private func frame(_ group: Graph.Group, _ frame: Box, titleAt: Spot) -> [Node] {
    let box = Node.element(
      "rect",
      [
        "class": "plot-group", "x": NumberText.attribute(frame.left),
        "y": NumberText.attribute(frame.top),
        "width": NumberText.attribute(frame.right - frame.left),
        "height": NumberText.attribute(frame.bottom - frame.top), "rx": "6",
      ])
    return [box] + GraphLabel(group.title).nodes(at: titleAt, formula: formula)
  }

  private func arrow(
    _ edge: Graph.Edge, _ route: Route, from start: VertexOutline?, to end: VertexOutline?
  ) -> [Node] {
    let horizontal = graph.direction.isHorizontal
    var spots = route.spots
    if let first = spots.first, let last = spots.last, spots.count > 1 {
      spots[0] = start?.met(from: first, horizontal: horizontal) ?? first
      spots[spots.count - 1] = end?.met(from: last, horizontal: horizontal) ?? last
    }
    let way = ArrowPath(spots, horizontal: horizontal, hasHead: edge.hasHead)
    let look =
      switch edge.look {
      case .plain: "plot-arrow"
      case .dotted: "plot-arrow plot-dashed"
      case .thick: "plot-arrow plot-heavy"
      }
    let line = Node.element("path", ["class": look, "d": way.line])
    return way.head.map { [line, .element("path", ["class": "plot-head", "d": $0])] } ?? [line]
  }

  /// Which vertex leads to which.
  private func table(words: Words) -> Node? {
    let names = Dictionary(
      graph.vertices.map { vertex in
        let label = GraphLabel(vertex.label).inline(formula: formula)
        return (vertex.id, label + (vertex.note.map { [.text(" = \($0)")] } ?? []))
      }, uniquingKeysWith: { first, _ in first })
    let rows = graph.edges.map { edge -> [DataTable.Cell] in
      let link = edge.label.map { GraphLabel($0).inline(formula: formula) }
      return [names[edge.from] ?? [], link ?? [.text("→")], names[edge.to] ?? []]
    }
    return DataTable(header: [words.from, words.link, words.to], cells: rows).node(words: words)
  }
}
