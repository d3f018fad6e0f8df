import Markup

/// Puts the parts of a picture where a browser would put them on a page of this width.
struct StandaloneLayout {
  let width: Double

  /// What was placed and how much height it takes.
  typealias Placed = (nodes: [Node], height: Double)

  private static let gap = 16.0
  private static let line = 16.0

  func placed(_ node: Node, x: Double, y: Double) -> Placed {
    guard case .element(let element) = node else { return ([], 0) }
    let classes = Set((element.attributes["class"] ?? "").split(separator: " "))
    if classes.contains("plot-framed") { return framed(element, x: x, y: y) }
    if classes.contains("plot-fixed") { return fixed(element, x: x, y: y) }
    if classes.contains("plot-empty") {
      return (
        [.element(element.sized(x: x, y: y, width: width, height: 160, class: "plot-svg"))], 160
      )
    }
    if classes.contains("plot-key") {
      return classes.contains("plot-narrow") ? ([], 0) : key(element, x: x, y: y)
    }
    if classes.contains("plot-panels") || classes.contains("plot-samples") {
      return columns(element.children, x: x, y: y)
    }
    if classes.contains("plot-sample") { return sample(element, x: x, y: y) }
    if classes.contains("plot-tiles") { return flow(element.children, x: x, y: y) }
    if element.name == "img" { return image(element, x: x, y: y) }
    if element.name == "p" || element.name == "span" {
      let style = element.name == "p" ? "plot-strong" : "plot-label plot-ink"
      return ([text(element.plainText, x: x, y: y + 12, class: style)], Self.line + 4)
    }
    let most = element.pixels("max-width") ?? width
    let inner = StandaloneLayout(width: min(width, most))
    return inner.stacked(element.children, x: x + (width - inner.width) / 2, y: y)
  }

  private func stacked(_ nodes: [Node], x: Double, y: Double) -> Placed {
    nodes.reduce(into: ([], 0)) { result, node in
      let placed = placed(node, x: x, y: y + result.height)
      result.nodes += placed.nodes
      result.height += placed.height
    }
  }

  /// As many side by side as have room at 17 rem each.
  private func columns(_ nodes: [Node], x: Double, y: Double) -> Placed {
    let count = max(1, min(nodes.count, Int((width + Self.gap) / (272 + Self.gap))))
    let inner = StandaloneLayout(
      width: (width - Double(count - 1) * Self.gap) / Double(count))
    var result: Placed = ([], 0)
    for start in stride(from: 0, to: nodes.count, by: count) {
      let row = nodes[start..<min(start + count, nodes.count)].enumerated().map { index, node in
        inner.placed(
          node, x: x + Double(index) * (inner.width + Self.gap), y: y + result.height)
      }
      result.nodes += row.flatMap(\.nodes)
      result.height += (row.map(\.height).max() ?? 0) + Self.gap
    }
    return result
  }

  /// Tiles in rows, each as wide as what is in it.
  private func flow(_ tiles: [Node], x: Double, y: Double) -> Placed {
    var result: Placed = ([], 0)
    var (left, rowHeight) = (0.0, 0.0)
    for case .element(let tile) in tiles {
      let parts = tile.children.compactMap { child -> Element? in
        if case .element(let element) = child { element } else { nil }
      }
      let size = parts.map { $0.number("width") ?? TextWidth.of($0.plainText) }.max() ?? 0
      if left > 0, left + size > width {
        (left, result.height) = (0, result.height + rowHeight)
        rowHeight = 0
      }
      let middle = x + left + size / 2
      var depth = 0.0
      for part in parts {
        if let imageWidth = part.number("width"), part.name == "img" {
          let placed = image(part, x: middle - imageWidth / 2, y: y + result.height)
          result.nodes += placed.nodes
          depth += placed.height
        } else {
          depth += Self.line
          let name = part.attributes["class"] == nil ? "plot-middle" : "plot-middle plot-tick"
          result.nodes.append(
            text(part.plainText, x: middle, y: y + result.height + depth - 2, class: name))
        }
      }
      rowHeight = max(rowHeight, depth + 14)
      left += size + 13
    }
    return (result.nodes, result.height + rowHeight)
  }

  /// A heading over a picture and its bars side by side.
  private func sample(_ element: Element, x: Double, y: Double) -> Placed {
    var result: Placed = ([], 0)
    var (left, top) = (0.0, 0.0)
    for child in element.children {
      guard case .element(let part) = child else { continue }
      let inner = StandaloneLayout(width: width - left)
      let placed = inner.placed(child, x: x + left, y: y + top)
      result.nodes += placed.nodes
      result.height = max(result.height, top + placed.height)
      if part.name == "p" { top += placed.height }
      if part.name == "img" { left += (part.number("width") ?? 0) + Self.gap }
    }
    return result
  }

  private func key(_ element: Element, x: Double, y: Double) -> Placed {
    var nodes: [Node] = []
    var (left, top) = (0.0, 0.0)
    for case .element(let entry) in element.children {
      guard case .element(let swatch)? = entry.children.first else { continue }
      let name = entry.plainText
      let size = 24 + TextWidth.of(name)
      if left > 0, left + size > width { (left, top) = (0, top + Self.line + 4) }
      let classes = swatch.attributes["class"] ?? ""
      let isDot = classes.contains("plot-swatch-dot")
      let paint = classes.split(separator: " ").filter { !$0.hasPrefix("plot-swatch") }
        .joined(separator: " ")
      nodes.append(
        .element(
          "rect",
          [
            "class": "plot-bar \(paint)", "x": NumberText.attribute(x + left + (isDot ? 4 : 0)),
            "y": NumberText.attribute(y + top + (isDot ? 4 : 6.5)), "width": isDot ? "8" : "16",
            "height": isDot ? "8" : "3", "rx": isDot ? "4" : nil,
          ]))
      nodes.append(text(name, x: x + left + 22, y: y + top + 12, class: "plot-name"))
      left += size + 20
    }
    return (nodes, top + Self.line + 12)
  }

  private func framed(_ element: Element, x: Double, y: Double) -> Placed {
    func room(_ side: String) -> Double { element.pixels("--\(side)") ?? 0 }
    let height = room("h")
    let svg = element.sized(
      x: x + room("l"), y: y + room("t"), width: max(1, width - room("l") - room("r")),
      height: height, class: "plot-svg")
    return ([.element(svg)], room("t") + height + room("b"))
  }

  private func fixed(_ element: Element, x: Double, y: Double) -> Placed {
    let box = (element.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    guard box.count == 4, box[2] > 0 else { return ([], 0) }
    let scale = min(1, width / box[2])
    let (width, height) = (box[2] * scale, box[3] * scale)
    var svg = element.sized(
      x: x + (self.width - width) / 2, y: y, width: width, height: height,
      class: "plot-svg plot-fixed")
    // Inline, since the stylesheet lets the page decide on the size.
    let size = (NumberText.attribute(width), NumberText.attribute(height))
    svg.attributes["style"] = "width:\(size.0)px;min-width:0;height:\(size.1)px;margin:0"
    return ([.element(svg)], height)
  }

  private func image(_ element: Element, x: Double, y: Double) -> Placed {
    let height = element.number("height") ?? 0
    let image = Node.element(
      "image",
      [
        "class": element.attributes["class"], "href": element.attributes["src"],
        "x": NumberText.attribute(x), "y": NumberText.attribute(y),
        "width": element.attributes["width"], "height": element.attributes["height"],
      ], [.element("title", text: element.attributes["alt"] ?? "")])
    return ([image], height + 4)
  }

  private func text(_ text: String, x: Double, y: Double, class name: String) -> Node {
    // Text of a picture is styled within `plot-svg`.
    .element(
      "g", ["class": "plot-svg"],
      [
        .element(
          "text",
          ["class": name, "x": NumberText.attribute(x), "y": NumberText.attribute(y)], text: text)
      ])
  }
}

extension Element {
  fileprivate func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }

  fileprivate var plainText: String { children.plainText }

  /// The value of a declaration in the element's own style: `--l:38px`.
  fileprivate func pixels(_ property: String) -> Double? {
    for declaration in (attributes["style"] ?? "").split(separator: ";") {
      let parts = declaration.split(separator: ":")
      guard parts.count == 2, parts[0] == property, parts[1].hasSuffix("px") else { continue }
      return Double(parts[1].dropLast(2))
    }
    return nil
  }

  /// An `svg` at a place and with a size of its own.
  fileprivate func sized(
    x: Double, y: Double, width: Double, height: Double, class name: String
  ) -> Element {
    var copy = self
    copy.attributes["style"] = nil
    copy.attributes["class"] = name
    copy.attributes["x"] = NumberText.attribute(x)
    copy.attributes["y"] = NumberText.attribute(y)
    copy.attributes["width"] = NumberText.attribute(width)
    copy.attributes["height"] = NumberText.attribute(height)
    return copy
  }
}
