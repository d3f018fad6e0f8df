import Markup

/// What the marks of a plot draw, in as few layers as possible.
///
/// Marks are drawn in their order. Those that follow one another in a stretched layer share it, and
/// what a pointer can rest on comes last, so that no later line covers it.
struct Layers {
  private(set) var nodes: [Node] = []

  /// So many places of a plot can be pointed at, and so many of each line however many there are.
  private static let most = (places: 60, leastOfLine: 5)

  init(_ drawn: [Node]) {
    var hovers: [[Node]] = []
    for node in drawn {
      guard case .element(let element) = node else { continue }
      if element.attributes["class"] == Frame.hover {
        hovers.append(element.children)
      } else if element.name == "svg", case .element(var last)? = nodes.last,
        last.name == "svg", last.attributes == element.attributes
      {
        last.children += element.children
        nodes[nodes.count - 1] = .element(last)
      } else {
        nodes.append(node)
      }
    }
    guard !hovers.isEmpty else { return }
    let room = max(Self.most.leastOfLine, Self.most.places / hovers.count)
    let places = hovers.flatMap { line in
      Thinning.evenly(line.count, to: room).map { line[$0] }
    }
    nodes.append(.element("g", ["class": Frame.hover], places))
  }
}
