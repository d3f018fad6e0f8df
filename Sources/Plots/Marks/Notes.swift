import Markup

/// Words at points, each with a dot on its point if wished, moved apart where they would overlap.
public struct Notes: Mark {
  public struct Note: Sendable, Equatable {
    public let text: String
    public let point: Point
    public let paint: Paint
    public let dot: Bool
    /// Whether the word stands below the point rather than above it.
    public let isBelow: Bool

    public init(
      _ text: String, at point: Point, paint: Paint = .ink, dot: Bool = false, below: Bool = false
    ) {
      self.text = text
      self.point = point
      self.paint = paint
      self.dot = dot
      isBelow = below
    }
  }

  public let notes: [Note]

  /// How close to the frame's edge, as a share of its height, a word finds no room.
  private static let edge = 0.12
  /// From a point to the baselines above and below it, in CSS pixels.
  private static let reach = (above: -10.0, below: 20.0)
  private static let lineHeight = 16.0

  public init(_ notes: [Note]) { self.notes = notes }

  public var extent: Extent { Extent(points: notes.map(\.point)) }

  public func nodes(in frame: Frame) -> [Node] {
    let placed = notes.compactMap { note in
      frame.place(note.point).flatMap { frame.shows($0) ? (note: note, place: $0) : nil }
    }
    let lines = Self.lines(placed.map { ($0.place.top, $0.note.isBelow) }, height: frame.height)
    return zip(placed, lines).flatMap { entry, line -> [Node] in
      let (note, place) = entry
      let alignment = place.left < 0.2 ? "" : place.left > 0.8 ? " plot-end" : " plot-middle"
      let word = Node.element(
        "text",
        [
          "class": "plot-note\(alignment) \(note.paint.cssClass)", "x": place.x, "y": place.y,
          "dy": NumberText.attribute(line - place.top * frame.height),
        ], text: note.text)
      guard note.dot else { return [word] }
      let ring = Node.element(
        "circle",
        ["class": "plot-ring \(note.paint.cssClass)", "cx": place.x, "cy": place.y, "r": "4.5"])
      return [ring, word]
    }
  }

  /// The baselines of notes, from the tops of their points. On a phone two notes fill the width,
  /// so none shares a line, wherever their points are.
  private static func lines(_ notes: [(top: Double, isBelow: Bool)], height: Double) -> [Double] {
    let isBelow = notes.map { $0.isBelow && $0.top < 1 - edge || $0.top < edge }
    var lines = zip(notes, isBelow).map { $0.top * height + ($1 ? reach.below : reach.above) }
    let order = lines.indices.sorted { (lines[$0], $0) < (lines[$1], $1) }
    // Notes are stacked away from their points.
    var last = Double.infinity
    for index in order.reversed() where !isBelow[index] {
      last = min(lines[index], last - lineHeight)
      lines[index] = last
    }
    last = -Double.infinity
    for index in order where isBelow[index] {
      last = max(lines[index], last + lineHeight)
      lines[index] = last
    }
    return Spread.apart(lines, by: lineHeight, within: 0...max(0, height - 4))
  }
}
