import Markup

/// What the marks of a plot draw, in as few layers as possible.
///
/// Marks are drawn in their order. Those that follow one another in a stretched layer share it, and
/// what a pointer can rest on comes last, so that no later line covers it.
struct Layers {
  private(set) var nodes: [Node] = []

  init(_ drawn: [Node]) {
    var hovers: [Node] = []
    for node in drawn {
      guard case .element(let element) = node else { continue }
      if element.attributes["class"] == Frame.hover {
        hovers += element.children
      } else if element.name == "svg", case .element(var last)? = nodes.last,
        last.name == "svg", last.attributes == element.attributes
      {
        last.children += element.children
        nodes[nodes.count - 1] = .element(last)
      } else {
        nodes.append(node)
      }
    }
    if !hovers.isEmpty { nodes.append(.element("g", ["class": Frame.hover], hovers)) }
  }
}
