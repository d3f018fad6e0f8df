/// The shape of a vertex where it is drawn.
struct VertexOutline {
  let shape: Graph.Vertex.Shape
  let centre: Spot
  let size: Size

  /// Where an arrow that ends on the box round the vertex meets the vertex itself: away from its middle
  /// a diamond and a circle lie further in.
  func met(from spot: Spot, horizontal: Bool) -> Spot {
    let half =
      horizontal
      ? (along: size.width / 2, across: size.height / 2)
      : (along: size.height / 2, across: size.width / 2)
    let off = abs(horizontal ? spot.y - centre.y : spot.x - centre.x)
    guard half.across > 0, off < half.across else { return spot }
    let share = off / half.across
    let gap: Double
    switch shape {
    case .box, .round, .pill: return spot
    case .circle: gap = half.along * (1 - (1 - share * share).squareRoot())
    case .diamond: gap = half.along * share
    }
    return horizontal
      ? Spot(x: spot.x + (spot.x < centre.x ? gap : -gap), y: spot.y)
      : Spot(x: spot.x, y: spot.y + (spot.y < centre.y ? gap : -gap))
  }
}
