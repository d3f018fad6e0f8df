/// The `d` of a path in a stretched layer, in whole units, relative steps to keep it short.
struct PathData {
  private(set) var text = ""
  private var pen: (x: Int, y: Int)?

  var isEmpty: Bool { text.isEmpty }

  mutating func move(to place: Place) {
    let (x, y) = Self.units(place)
    text += "M\(x) \(y)"
    pen = (x, y)
  }

  /// A straight line; a move if there is nothing to draw from.
  mutating func line(to place: Place) {
    guard let from = pen else { return move(to: place) }
    let (x, y) = Self.units(place)
    text += "l\(x - from.x)\(y < from.y ? "" : " ")\(y - from.y)"
    pen = (x, y)
  }

  /// A dot: a line without length, which round caps make visible.
  mutating func dot(at place: Place) {
    let (x, y) = Self.units(place)
    text += "M\(x) \(y)h0"
    pen = (x, y)
  }

  mutating func close() {
    text += "z"
    pen = nil
  }

  /// A rectangle from corner to corner.
  mutating func rectangle(from: Place, to: Place) {
    let (x0, y0) = Self.units(from)
    let (x1, y1) = Self.units(to)
    text += "M\(x0) \(y0)H\(x1)V\(y1)H\(x0)z"
    pen = nil
  }

  /// Far outside the frame a place is pulled in, which keeps its direction nearly and the
  /// numbers short.
  private static func units(_ place: Place) -> (x: Int, y: Int) {
    let x = max(-4, min(place.left, 5)) * Place.units
    let y = max(-4, min(place.top, 5)) * Place.units
    return (Int(x.rounded()), Int(y.rounded()))
  }
}
