import Markup

/// A picture with two axes: marks, what the axes say, and words for who cannot see it.
///
///     Plot("Training loss", description: "It falls from 1.1 to 0.1.",
///       x: Axis("step"), y: Axis("loss"), marks: [Line("loss", losses)])
///     .picture(id: "fig-loss")
///
/// Scales are inferred from all marks together. A value without a place (NaN, ±∞, zero on a
/// logarithmic axis) leaves a gap; a plot without any value says so.
public struct Plot: Sendable {
  public var title: String
  public var description: String
  public var x: Axis
  public var y: Axis
  public var second: SecondAxis?
  public var marks: [any Mark]
  /// The frame's height in CSS pixels; its width is that of the page.
  public var height: Double
  /// The most the picture is widened to, in CSS pixels; nil fills the page.
  public var widest: Double?
  /// The least the frame is narrowed to, in CSS pixels; on a screen without room for it and its
  /// margins it can be scrolled.
  public var narrowest: Double?
  /// Whether lines at the y ticks are drawn under the marks.
  public var hasGrid = true
  /// What the picture says as a table, where the marks' own points do not say it best.
  var table: DataTable?

  /// What a phone's page has room for.
  private static let phone = 328.0

  public init(
    _ title: String, description: String, x: Axis, y: Axis, second: SecondAxis? = nil,
    marks: [any Mark], height: Double = 260, widest: Double? = nil
  ) {
    self.title = title
    self.description = description
    self.x = x
    self.y = y
    self.second = second
    self.marks = marks
    self.height = height
    self.widest = widest
  }

  /// Draws the plot. `id` begins every id inside it, so it is to be unique in its page.
  public func picture(id: String, words: Words = .english) -> Picture {
    drawn(id: id, words: words).picture()
  }

  /// A plot before it stands under its key.
  struct Drawn {
    let svg: Node
    let key: KeyList
    let widest: Double?
    /// The name of a picture that may be wider than the page.
    let scrolls: String?
    let data: Node?

    /// - Parameter hasKey: false where the key stands elsewhere.
    func picture(hasKey: Bool = true) -> Picture {
      let style = widest.map { "max-width:\(NumberText.attribute($0))px" }
      guard let list = key.node else {
        // What scrolls must be reachable by keyboard, and then needs a role and a name.
        let attributes: Attributes = [
          "class": scrolls == nil ? "plot" : "plot plot-scroll", "style": style,
          "tabindex": scrolls.map { _ in "0" }, "role": scrolls.map { _ in "group" },
          "aria-label": scrolls,
        ]
        return Picture(drawing: .element("div", attributes, [svg]), data: data)
      }
      return Picture(
        drawing: .element(
          "div", ["class": key.direct ? "plot plot-direct" : "plot", "style": style],
          hasKey ? [list, svg] : [svg]), data: data)
    }
  }

  func drawn(id: String, words: Words) -> Drawn {
    let (x, y, second) = (x.named(in: words), y.named(in: words), second?.named(in: words))
    let extent = marks.reduce(into: Extent()) { $0.include($1.extent) }
    guard let xScale = x.scale(covering: extent.x), let yScale = y.scale(covering: extent.y) else {
      let isBelow = [(x, extent.x), (y, extent.y)].contains { axis, side in
        axis.kind == .log && side.range != nil && axis.scale(covering: side) == nil
      }
      return empty(id: id, why: isBelow ? words.notPositive : words.noData)
    }
    let frame = Frame(
      x: xScale, y: yScale, height: height, id: id, words: words,
      isCut: x.domain != nil || y.domain != nil, names: (x.label, y.label))
    let keys = marks.compactMap(\.key).map { $0.named(in: words) }
    let labels = EndLabels(keys, in: frame)
    let margins = Margins(
      x: x, y: y, yTicks: AxisNodes.yTicks(yScale, height: height), names: labels.names,
      second: second != nil)
    let scrolled = narrowest.flatMap {
      $0 + margins.left + margins.right > Self.phone ? $0 : nil
    }
    let axes = AxisNodes(frame: frame, x: x, y: y, second: second, margins: margins)
    let svg = Node.element(
      "svg",
      Picture.accessible(
        id: id, class: "plot-svg plot-framed",
        style: margins.style(height: height)
          + (scrolled.map { ";--least:\(NumberText.attribute($0))px" } ?? "")),
      Picture.names(id: id, title: title, description: description)
        + (hasGrid ? axes.grid : []) + Layers(marks.flatMap { $0.nodes(in: frame) }).nodes
        + axes.labels
        + labels.nodes)
    let table =
      table
      ?? DataTable(
        marks.flatMap(\.data).map { $0.named(in: words) }, x: x.label, name: xScale.name)
    return Drawn(
      svg: svg, key: KeyList(keys, direct: labels.names.count == keys.count), widest: widest,
      scrolls: scrolled == nil ? nil : title, data: table.node(words: words))
  }

  private func empty(id: String, why: String) -> Drawn {
    let svg = Node.element(
      "svg", Picture.accessible(id: id, class: "plot-svg plot-empty"),
      Picture.names(id: id, title: title, description: description) + [
        .element("rect", ["class": "plot-grid", "width": "100%", "height": "100%"]),
        .element(
          "text", ["class": "plot-middle plot-tick", "x": "50%", "y": "50%", "dy": ".32em"],
          text: why),
      ])
    return Drawn(
      svg: svg, key: KeyList([], direct: false), widest: nil, scrolls: nil, data: nil)
  }
}
