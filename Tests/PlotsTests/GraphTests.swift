import Testing

@testable import Plots

@Suite("Graphs")
struct GraphTests {
  /// A random graph, cycles and groups allowed.
  private static func random(_ seed: UInt64, direction: Graph.Direction) -> Graph {
    let noise = PictureSamples.noise(80, seed: seed)
    let count = 3 + Int(noise[0] * 12)
    let vertices = (0..<count).map { Graph.Vertex("v\($0)") }
    let edges = (0..<Int(noise[1] * 24)).map { index in
      Graph.Edge(
        "v\(Int(noise[2 + index] * Double(count)))", "v\(Int(noise[30 + index] * Double(count)))",
        label: noise[56 + index % 20] < 0.3 ? "label" : nil)
    }
    let groups = (0..<Int(noise[77] * 4)).map { group in
      Graph.Group(
        "g\(group)", title: String(repeating: "group ", count: 1 + group * Int(noise[78] * 4)),
        members: (0..<count).filter { $0 % 4 == group && noise[60 + $0 % 16] < 0.7 }.map {
          "v\($0)"
        }, parent: group > 1 && noise[79] < 0.5 ? "g0" : nil)
    }
    return Graph(direction, vertices: vertices, edges: edges, groups: groups)
  }

  private static let labelSize = Size(width: 40, height: 17)

  private static func titleBox(_ group: Graph.Group, _ spot: Spot?) -> Box? {
    spot.map {
      Box(centre: $0, size: Size(width: TextWidth.of(group.title, size: 13), height: 17))
    }
  }

  private static func layout(_ graph: Graph) -> (GraphLayout, [Size]) {
    let sizes = graph.vertices.indices.map { Size(width: 40 + Double($0 % 5) * 20, height: 30) }
    let labels = graph.edges.map { $0.label == nil ? nil : labelSize }
    return (GraphLayout(graph, sizes: sizes, labels: labels), sizes)
  }

  private static func overlap(_ a: Box, _ b: Box) -> Bool {
    a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01
      && b.top < a.bottom - 0.01
  }

  @Test("no two vertices overlap and all stand inside the drawing", arguments: 0..<60)
  func verticesApart(seed: Int) {
    let direction = Graph.Direction.allCases[seed % 4]
    let graph = Self.random(UInt64(seed), direction: direction)
    let (layout, sizes) = Self.layout(graph)
    let boxes = zip(layout.centres, sizes).map { Box(centre: $0, size: $1) }
    for second in boxes.indices {
      let box = boxes[second]
      #expect(box.left >= 0 && box.top >= 0)
      #expect(box.right <= layout.size.width && box.bottom <= layout.size.height)
      for first in 0..<second {
        #expect(!Self.overlap(boxes[first], box), "\(first) and \(second)")
      }
    }
  }

  @Test("a group's frame holds its members and nothing else", arguments: 0..<60)
  func framesHoldMembers(seed: Int) throws {
    let graph = Self.random(UInt64(seed), direction: Graph.Direction.allCases[seed % 4])
    let (layout, sizes) = Self.layout(graph)
    for (group, frame) in zip(graph.groups, layout.frames) {
      guard let frame else {
        #expect(group.members.isEmpty)
        continue
      }
      let members = graph.groups.filter { $0.id == group.id || $0.parent == group.id }.flatMap(
        \.members)
      for (index, vertex) in graph.vertices.enumerated() {
        let box = Box(centre: layout.centres[index], size: sizes[index])
        if members.contains(vertex.id) {
          #expect(
            frame.left <= box.left && box.right <= frame.right && frame.top <= box.top
              && box.bottom <= frame.bottom)
        } else {
          #expect(!Self.overlap(frame, box), "\(vertex.id) is inside \(group.title)")
        }
      }
    }
  }

  @Test("no label overlaps another, a vertex or a title", arguments: 0..<200)
  func labelsApart(seed: Int) {
    let graph = Self.random(UInt64(seed), direction: Graph.Direction.allCases[seed % 4])
    let (layout, sizes) = Self.layout(graph)
    let labels = zip(graph.edges, layout.routes).compactMap { edge, route in
      edge.label.flatMap { _ in route.map { Box(centre: $0.labelAt, size: Self.labelSize) } }
    }
    let vertices = zip(layout.centres, sizes).map { Box(centre: $0, size: $1) }
    let titles = zip(graph.groups, layout.titles).compactMap { Self.titleBox($0, $1) }
    for (index, label) in labels.enumerated() {
      for other in vertices + titles + labels[..<index] {
        #expect(!Self.overlap(label, other), "\(label) and \(other)")
      }
    }
  }

  @Test(
    "no arrow crosses the title of a group, a vertex it does not end at or another's label",
    arguments: 0..<200)
  func arrowsPassBeside(seed: Int) {
    let graph = Self.random(UInt64(seed), direction: Graph.Direction.allCases[seed % 4])
    let (layout, sizes) = Self.layout(graph)
    let titles = zip(graph.groups, layout.titles).compactMap { Self.titleBox($0, $1) }
    for (index, route) in layout.routes.enumerated() {
      guard let route else { continue }
      let ends = [graph.edges[index].from, graph.edges[index].to]
      let vertices = graph.vertices.indices.filter { !ends.contains(graph.vertices[$0].id) }.map {
        Box(centre: layout.centres[$0], size: sizes[$0])
      }
      let labels = layout.routes.enumerated().compactMap { other, route in
        other == index || graph.edges[other].label == nil
          ? nil : route.map { Box(centre: $0.labelAt, size: Self.labelSize) }
      }
      for box in titles + vertices + labels {
        let inside = ArrowPath.spots(
          route.spots, inside: box, horizontal: graph.direction.isHorizontal)
        #expect(inside.isEmpty, "\(ends) crosses \(box) \(graph.direction)")
      }
    }
  }

  @Test(
    "arrows without a circle lead in the graph's direction", arguments: Graph.Direction.allCases)
  func arrowsLeadOn(direction: Graph.Direction) throws {
    let graph = Graph(
      direction, vertices: ["a", "b", "c", "d"].map { Graph.Vertex($0) },
      edges: [.init("a", "b"), .init("b", "c"), .init("a", "c"), .init("d", "c")])
    let (layout, _) = Self.layout(graph)
    for route in layout.routes {
      let spots = try #require(route).spots
      let (from, to) = (try #require(spots.first), try #require(spots.last))
      switch direction {
      case .right: #expect(from.x < to.x)
      case .left: #expect(from.x > to.x)
      case .down: #expect(from.y < to.y)
      case .up: #expect(from.y > to.y)
      }
    }
  }

  @Test("an arrow that closes a circle is drawn from its own start to its own end")
  func circle() throws {
    let graph = Graph(
      .right, vertices: ["a", "b", "c"].map { Graph.Vertex($0) },
      edges: [.init("a", "b"), .init("b", "c"), .init("c", "a"), .init("a", "a")])
    let (layout, _) = Self.layout(graph)
    let back = try #require(layout.routes[2])
    let (from, to) = (try #require(back.spots.first), try #require(back.spots.last))
    #expect(from.x > to.x)
    #expect(layout.routes[3] == nil)
  }

  @Test("a parameter stands one layer before what it is used in")
  func sourcesMoveUp() {
    let layering = Layering(
      edges: [(0, 1), (1, 2), (2, 3), (4, 3)], groups: [nil, nil, nil, nil, nil])
    #expect(layering.layers == [0, 1, 2, 3, 2])
  }

  @Test("a long chain does not exhaust the stack")
  func longChain() {
    let edges = (0..<20_000).map { (from: $0, to: $0 + 1) }
    let layering = Layering(edges: edges, groups: Array(repeating: nil, count: 20_001))
    #expect(layering.layers.last == 20_000)
  }

  @Test("a graph of many long arrows is still laid out")
  func manyLongArrows() {
    let chain = (0..<299).map { Graph.Edge("v\($0)", "v\($0 + 1)") }
    let long = (0..<280).map { Graph.Edge("v\($0 / 2)", "v\(299 - $0 / 3)") }
    let graph = Graph(
      .right, vertices: (0..<300).map { Graph.Vertex("v\($0)") }, edges: chain + long)
    let (layout, _) = Self.layout(graph)
    #expect(layout.routes.allSatisfy { $0 != nil })
    #expect(layout.centres.map(\.x) == layout.centres.map(\.x).sorted())
  }

  @Test("crossings that can be avoided are")
  func crossings() {
    let graph = Graph(
      .right, vertices: ["a", "b", "c", "x", "y", "z"].map { Graph.Vertex($0) },
      edges: [.init("a", "z"), .init("b", "y"), .init("c", "x")])
    let (layout, _) = Self.layout(graph)
    for route in layout.routes.compactMap({ $0 }) {
      let heights = Set(route.spots.map { Int($0.y.rounded()) })
      #expect(heights.count == 1)
    }
  }

  @Test("an edge to a vertex that does not exist is passed over")
  func unknownEnds() {
    let graph = Graph(.right, vertices: [.init("a")], edges: [.init("a", "nowhere")])
    let (layout, _) = Self.layout(graph)
    #expect(layout.routes == [nil])
  }
}

@Suite("Where arrows meet vertices")
struct VertexOutlineTests {
  private static func outline(_ shape: Graph.Vertex.Shape) -> VertexOutline {
    VertexOutline(
      shape: shape, centre: Spot(x: 100, y: 50), size: Size(width: 80, height: 40))
  }

  @Test("on the box of a rectangle, and on the slanted side of a diamond")
  func straight() {
    let spot = Spot(x: 120, y: 30)
    #expect(Self.outline(.box).met(from: spot, horizontal: false) == spot)
    // Half-way from the middle to the right corner the side is half as high.
    let met = Self.outline(.diamond).met(from: spot, horizontal: false)
    #expect(met == Spot(x: 120, y: 40))
    let side = Self.outline(.diamond).met(from: Spot(x: 60, y: 60), horizontal: true)
    #expect(side == Spot(x: 80, y: 60))
  }

  @Test("on the curve of a circle, as far from its middle as any other place of it")
  func round() {
    let circle = VertexOutline(
      shape: .circle, centre: Spot(x: 0, y: 0), size: Size(width: 20, height: 20))
    for x in stride(from: -9.0, through: 9, by: 1.5) {
      for y in [-10.0, 10] {
        let met = circle.met(from: Spot(x: x, y: y), horizontal: false)
        #expect(abs((met.x * met.x + met.y * met.y).squareRoot() - 10) < 1e-9)
        #expect(met.y * y > 0)
      }
    }
  }
}
