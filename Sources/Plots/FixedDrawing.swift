import Markup

/// An `svg` with a size of its own, such as a diagram; on a screen too narrow for it it shrinks a
/// little, so that text stays readable, and can then be scrolled.
struct FixedDrawing {
  let id: String
  let title: String
  let description: String
  let width: Double
  let height: Double
  let nodes: [Node]

  /// 13 px text shrunk by this is still 11 px.
  private static let leastScale = 0.86
  /// What a phone has room for.
  private static let narrow = 320.0

  var node: Node {
    let width = max(1, self.width.rounded(.up))
    let height = max(1, self.height.rounded(.up))
    var attributes = Picture.accessible(
      id: id, class: "plot-svg plot-fixed",
      style: "--w:\(NumberText.attribute(width))px;"
        + "--least:\(NumberText.attribute(width * Self.leastScale))px")
    attributes["viewBox"] =
      "0 0 \(NumberText.attribute(width)) \(NumberText.attribute(height))"
    let svg = Node.element(
      "svg", attributes, Picture.names(id: id, title: title, description: description) + nodes)
    let mayScroll = width * Self.leastScale > Self.narrow
    // What scrolls must be reachable by keyboard, and then needs a role and a name.
    return .element(
      "div",
      [
        "class": mayScroll ? "plot plot-scroll" : "plot", "tabindex": mayScroll ? "0" : nil,
        "role": mayScroll ? "group" : nil, "aria-label": mayScroll ? title : nil,
      ], [svg])
  }
}
