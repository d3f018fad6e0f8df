import Markup

/// All elements of a picture, to ask about.
struct Tree {
  let elements: [Element]

  init(_ nodes: [Node]) {
    var found: [Element] = []
    var rest = nodes
    while let node = rest.popLast() {
      guard case .element(let element) = node else { continue }
      found.append(element)
      rest += element.children
    }
    elements = found
  }

  var attributes: [Attributes.Pair] { elements.flatMap(\.attributes.pairs) }

  func values(of name: String) -> [String] { elements.compactMap { $0.attributes[name] } }

  func count(of name: String) -> Int { elements(named: name).count }

  func elements(named name: String) -> [Element] { elements.filter { $0.name == name } }

  func elements(role: String) -> [Element] { elements.filter { $0.attributes["role"] == role } }

  /// The attributes that hold numbers.
  private static let numeric: Set<String> = [
    "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "dx", "dy", "d", "width", "height",
    "viewBox", "style", "transform", "fill-opacity", "stroke-width",
  ]

  /// Whether a numeric attribute holds finite numbers of a reasonable length only.
  static func isTame(_ pair: Attributes.Pair) -> Bool {
    guard numeric.contains(pair.name) else { return true }
    let words = ["nan", "inf", "e+", "e-", "×", "−"]
    return !words.contains { pair.value.lowercased().contains($0) }
  }
}
