import Markup

extension Picture {
  /// What the picture is called and what can be seen on it; of several the first.
  public var names: (title: String, description: String)? {
    guard let title = drawing.first(named: "title")?.plainText else { return nil }
    return (title, drawing.first(named: "desc")?.plainText ?? "")
  }

  /// The picture as an SVG document, to stand in a file of its own.
  ///
  /// A page lays parts of it out itself (a key, tiles, panels side by side) and gives it its width;
  /// here all that is done for a fixed width, with nothing but SVG, except for formulas.
  ///
  /// - Parameters:
  ///   - width: in CSS pixels.
  ///   - css: `Stylesheet.css`, or what of it is needed.
  public func standalone(width: Double = 720, css: String = Stylesheet.css) -> Element {
    let margin = 8.0
    let (nodes, height) = StandaloneLayout(width: width - 2 * margin)
      .placed(drawing, x: margin, y: margin)
    let size = (
      NumberText.attribute(width), NumberText.attribute((height + 2 * margin).rounded(.up))
    )
    let ground = Node.element(
      "rect", ["class": "plot-sheet", "width": "100%", "height": "100%"])
    let style = Node.element("style", [:], text: css + Self.standaloneCSS)
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "plot plot-standalone",
        "width": size.0, "height": size.1, "viewBox": "0 0 \(size.0) \(size.1)",
      ], [style, ground] + nodes.map(\.namespaced))
  }

  /// A file has no page round it whose colours it could take; in the dark it has those of the dark.
  private static let standaloneCSS = """
    .plot-standalone { color-scheme: light dark; container-type: normal; }
    .plot-sheet { fill: var(--plot-paper); }
    .plot-strong { font-weight: 600; }

    """
}

extension Node {
  fileprivate func first(named name: String) -> Node? {
    guard case .element(let element) = self else { return nil }
    if element.name == name { return self }
    for child in element.children {
      if let found = child.first(named: name) { return found }
    }
    return nil
  }

  /// With the namespaces that XML needs where HTML infers them.
  fileprivate var namespaced: Node {
    guard case .element(var element) = self else { return self }
    element.children = element.children.map(\.namespaced)
    if element.name == "math" { element.attributes["xmlns"] = "http://www.w3.org/1998/Math/MathML" }
    if element.name == "foreignObject" {
      element.children = element.children.map { child in
        guard case .element(var inner) = child else { return child }
        inner.attributes["xmlns"] = "http://www.w3.org/1999/xhtml"
        return .element(inner)
      }
    }
    return .element(element)
  }
}
