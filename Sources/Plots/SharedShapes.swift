import Markup

/// Shapes that several pictures of a page draw, each written once.
///
/// Small multiples show the same points again and again, and dots are drawn twice, their halo first. Where
/// such a path comes for the first time it is defined, and everywhere it is used in the paint that the
/// place gives it. Axes side by side are the same too: their lines and numbers stand in the first
/// picture, and the others use them.
public struct SharedShapes: Sendable {
  private var counts: [String: Int] = [:]
  /// The identifiers of those that are defined by now.
  private var names: [String: String] = [:]

  /// What is not much longer than what refers to it is better written again.
  private static let shortest = 100

  /// - Parameter drawings: all that will be written, in any order.
  public init(in drawings: [Node]) {
    for drawing in drawings { count(drawing) }
  }

  private mutating func count(_ node: Node) {
    guard case .element(let element) = node else { return }
    if let shape = Self.shape(of: element) { counts[shape, default: 0] += 1 }
    if let axis = Self.axis(of: element) { counts[axis, default: 0] += 1 }
    for child in element.children { count(child) }
  }

  /// A drawing in which shared paths are defined or used; call it in the order of the page.
  public mutating func sharing(in drawing: Node) -> Node {
    guard case .element(var element) = drawing else { return drawing }
    if let axis = Self.axis(of: element), counts[axis, default: 0] > 1 {
      return sharedAxis(element, text: axis)
    }
    element.children = element.children.flatMap { child in
      guard case .element(let path) = child, let shape = Self.shape(of: path),
        counts[shape, default: 0] > 1
      else { return [sharing(in: child)] }
      return used(path, shape: shape)
    }
    return .element(element)
  }

  private mutating func used(_ path: Element, shape: String) -> [Node] {
    var attributes = path.attributes
    attributes["d"] = nil
    if let name = names[shape] {
      attributes["href"] = "#\(name)"
      return [.element("use", attributes)]
    }
    let name = nextName(for: shape)
    attributes["href"] = "#\(name)"
    // What is used stands apart from its picture, so the rule for strokes that do not stretch, which
    // speaks of what lies within one, does not reach it.
    let definition: Attributes = ["id": name, "vector-effect": "non-scaling-stroke", "d": shape]
    return [
      .element("defs", [:], [.element("path", definition)]),
      .element("use", attributes),
    ]
  }

  private mutating func sharedAxis(_ axis: Element, text: String) -> Node {
    if let name = names[text] { return .element("use", ["href": "#\(name)"]) }
    var first = axis
    first.attributes["id"] = nextName(for: text)
    return .element(first)
  }

  /// No heading and no label has a point in its identifier.
  private mutating func nextName(for text: String) -> String {
    let name = "shape.\(names.count + 1)"
    names[text] = name
    return name
  }

  /// The markup of a part of the axes that is written whole or not at all.
  private static func axis(of element: Element) -> String? {
    guard element.attributes["id"] == nil, let names = element.attributes["class"],
      names == "plot-axes" || names == "plot-below" || names == "plot-grid"
        || names.hasPrefix("plot-tick ")
    else { return nil }
    let text = Node.element(element).html
    return text.utf8.count < shortest ? nil : text
  }

  private static func shape(of element: Element) -> String? {
    guard element.name == "path", element.children.isEmpty, element.attributes["id"] == nil,
      let shape = element.attributes["d"], shape.utf8.count >= shortest
    else { return nil }
    return shape
  }
}
