import Markup

/// The names of the series above a plot, each with its colour.
///
/// Where the names stand at the ends of their lines, this list appears on narrow screens only,
/// on which there is no room for them there.
struct KeyList {
  let keys: [Key]
  let direct: Bool

  /// Marks of one series (a line and its band, raw and smoothed) share one entry.
  init(_ keys: [Key], direct: Bool) {
    self.keys = keys.enumerated().filter { index, key in
      !keys[..<index].contains { $0.name == key.name && $0.paint == key.paint }
    }.map(\.element)
    self.direct = direct
  }

  /// The picture under its key; one series needs none, its axis says what it is.
  ///
  /// - Parameter scrolls: The name of a picture that may be wider than the page.
  func wrapping(_ svg: Node, widest: Double?, scrolls: String? = nil) -> Node {
    let style = widest.map { "max-width:\(NumberText.attribute($0))px" }
    // What scrolls must be reachable by keyboard, and then needs a role and a name.
    let attributes: Attributes = [
      "class": scrolls == nil ? "plot" : "plot plot-scroll", "style": style,
      "tabindex": scrolls.map { _ in "0" }, "role": scrolls.map { _ in "group" },
      "aria-label": scrolls,
    ]
    guard keys.count > 1 else { return .element("div", attributes, [svg]) }
    let entries = keys.map { key in
      Node.element(
        "li", [:],
        [
          .element(
            "span",
            [
              "class": "plot-swatch \(key.paint.cssClass)"
                + (key.symbol == .dot ? " plot-swatch-dot" : "")
            ]), .text(key.name),
        ])
    }
    let list = Node.element("ul", ["class": direct ? "plot-key plot-narrow" : "plot-key"], entries)
    return .element(
      "div", ["class": direct ? "plot plot-direct" : "plot", "style": style], [list, svg])
  }

  /// The list that stands above a drawing at any width; nil if there is none.
  static func node(in drawing: Node) -> Node? {
    guard case .element(let plot) = drawing, case .element(let list)? = plot.children.first,
      list.attributes["class"] == "plot-key"
    else { return nil }
    return .element(list)
  }

  /// A drawing without the list above it.
  static func removed(from drawing: Node) -> Node {
    guard case .element(var plot) = drawing, node(in: drawing) != nil else { return drawing }
    plot.children.removeFirst()
    return .element(plot)
  }
}
