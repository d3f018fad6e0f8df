/// Places and sizes in a drawn graph, in CSS pixels.
struct Spot: Equatable {
  var x: Double
  var y: Double

  func moved(by shift: Spot) -> Spot { Spot(x: x + shift.x, y: y + shift.y) }
}

struct Size: Equatable {
  var width: Double
  var height: Double
}

struct Box: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  init(centre: Spot, size: Size) {
    self.init(
      left: centre.x - size.width / 2, top: centre.y - size.height / 2,
      right: centre.x + size.width / 2, bottom: centre.y + size.height / 2)
  }

  /// Round all of some boxes; empty round none.
  init(round boxes: [Box]) {
    guard let first = boxes.first else {
      self.init(left: 0, top: 0, right: 0, bottom: 0)
      return
    }
    self = boxes.reduce(into: first) { $0.include($1) }
  }

  var centre: Spot { Spot(x: (left + right) / 2, y: (top + bottom) / 2) }

  func contains(_ spot: Spot) -> Bool {
    left...right ~= spot.x && top...bottom ~= spot.y
  }

  mutating func include(_ other: Box) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
  }

  func moved(by shift: Spot) -> Box {
    Box(left: left + shift.x, top: top + shift.y, right: right + shift.x, bottom: bottom + shift.y)
  }
}

/// The way of an edge from border to border and through the rows between.
struct Route: Equatable {
  /// From the edge's own start to its end.
  let spots: [Spot]
  let labelAt: Spot

  func moved(by shift: Spot) -> Route {
    Route(spots: spots.map { $0.moved(by: shift) }, labelAt: labelAt.moved(by: shift))
  }
}
