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

  /// The list; nil for one series, whose axis says what it is.
  var node: Node? {
    guard keys.count > 1 else { return nil }
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
    return .element("ul", ["class": direct ? "plot-key plot-narrow" : "plot-key"], entries)
  }
}
