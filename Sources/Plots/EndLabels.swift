import Markup

/// The names of series beside the ends of their lines, moved apart where they would overlap.
struct EndLabels {
  /// The names that fit; empty if one does not, or if there is only one series.
  let names: [String]
  let nodes: [Node]

  /// The distance of two baselines, in CSS pixels.
  private static let lineHeight = 15.0
  /// Text further than this from its line's end gets a leader.
  private static let near = 5.0

  init(_ keys: [Key], in frame: Frame) {
    let placed = keys.compactMap { key -> (key: Key, place: Place)? in
      guard let place = key.end.flatMap(frame.place) else { return nil }
      return (key, place)
    }
    let fits =
      placed.allSatisfy { TextWidth.of($0.key.name, isBold: true) <= Margins.mostForNames }
      && Double(placed.count) * Self.lineHeight <= frame.height
    guard placed.count > 1, placed.count == keys.count, fits else {
      (names, nodes) = ([], [])
      return
    }
    let wanted = placed.map { max(0, min($0.place.top, 1)) * frame.height }
    let tops = Spread.apart(wanted, by: Self.lineHeight, within: 0...frame.height)
    names = placed.map(\.key.name)
    nodes = [
      .element(
        "svg", ["class": "plot-ends", "x": "100%"],
        zip(placed, zip(wanted, tops)).flatMap { entry, tops in
          Self.label(entry.key, from: tops.0, at: tops.1)
        })
    ]
  }

  private static func label(_ key: Key, from wanted: Double, at top: Double) -> [Node] {
    let text = Node.element(
      "text",
      [
        "class": "plot-label \(key.paint.cssClass)", "x": "14",
        "y": NumberText.attribute(top), "dy": ".32em",
      ], text: key.name)
    guard abs(top - wanted) > near else { return [text] }
    let leader = Node.element(
      "path",
      [
        "class": "plot-leader \(key.paint.cssClass)",
        "d": "M2 \(NumberText.attribute(wanted))L11 \(NumberText.attribute(top))",
      ])
    return [leader, text]
  }
}
