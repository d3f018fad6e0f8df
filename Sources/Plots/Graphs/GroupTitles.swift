/// Where the titles of groups stand.
///
/// A title with a row of its own stands there, as far to the left as its frame reaches; another
/// stands in the middle of its frame's upper side, or beside it where no arrow leads through.
struct GroupTitles {
  /// The middle of each title; nil for an empty group.
  private(set) var places: [Spot?] = []
  /// What each frame lacks on its sides for a title beside the arrows that lead through.
  private(set) var lacks: [Double] = []

  /// Of a line of text.
  static let height = 17.0
  /// What is left free between a title and an arrow.
  private static let gap = 4.0

  /// - Parameter ways: The spots of each arrow.
  init(_ graph: SlottedGraph, frames: [Box?], ways: [[Spot]], across: Bool) {
    for (group, frame) in frames.enumerated() {
      guard let frame else {
        places.append(nil)
        lacks.append(0)
        continue
      }
      let width = graph.nesting.titleWidths[group]
      let y = frame.top + GraphLayout.titlePadding + Self.height / 2
      let middle = (frame.left + frame.right) / 2
      guard across else {
        places.append(Spot(x: frame.left + GraphLayout.titlePadding + width / 2, y: y))
        lacks.append(0)
        continue
      }
      let band = Box(
        left: frame.left, top: frame.top, right: frame.right, bottom: y + Self.height / 2)
      let crossed = ways.flatMap { ArrowPath.spots($0, inside: band, horizontal: true) }.map(\.x)
      let starts = [frame.left] + crossed.sorted().map { $0 + Self.gap }
      let ends = crossed.sorted().map { $0 - Self.gap } + [frame.right]
      let free = zip(starts, ends).filter { $1 - $0 >= width }.map { start, end in
        min(max(middle, start + width / 2), end - width / 2)
      }
      let place = free.min { abs($0 - middle) < abs($1 - middle) }
      places.append(Spot(x: place ?? middle, y: y))
      lacks.append(place == nil ? width - (ends[0] - frame.left) : 0)
    }
  }
}
