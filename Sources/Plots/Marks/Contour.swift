/// The outlines of one class of a map.
///
/// Marching squares (Lorensen and Cline, 1987, in two dimensions): the border passes from square to square
/// of the grid through the ways between nodes of which one has the class and one has not. Where three
/// classes meet in a square, all their borders go through its middle, so that no gap is left.
struct Contour {
  private let map: ClassMap
  private let value: Int
  private let columns: Int
  private let rows: Int
  /// For each square a bit for each of its sides through which the outline was followed into it.
  private var seen: [UInt8]

  private init(of value: Int, in map: ClassMap) {
    self.map = map
    self.value = value
    rows = map.classes.count
    columns = map.classes.first?.count ?? 0
    seen = Array(repeating: 0, count: (columns + 1) * (rows + 1))
  }

  /// Closed lines round all that has this class.
  static func loops(of value: Int, in map: ClassMap) -> [[ClassMap.Spot]] {
    var contour = Contour(of: value, in: map)
    return contour.trace()
  }

  /// A square of the grid and the side at which the outline enters it. Sides and corners count from
  /// below and from the lower left, against the clock; squares begin one before the first node, so
  /// that outlines go along the edges of the plane as well.
  private struct Entry: Equatable {
    var column: Int
    var row: Int
    var side: Int

    func corner(_ number: Int) -> (column: Int, row: Int) {
      let place = number % 4
      return (column + (place == 1 || place == 2 ? 1 : 0), row + (place >= 2 ? 1 : 0))
    }

    /// The square beyond a side of this one, entered through it.
    func beyond(_ side: Int) -> Entry {
      let step = [(0, -1), (1, 0), (0, 1), (-1, 0)][side]
      return Entry(column: column + step.0, row: row + step.1, side: (side + 2) % 4)
    }
  }

  private mutating func trace() -> [[ClassMap.Spot]] {
    var loops: [[ClassMap.Spot]] = []
    for row in -1..<rows {
      for column in -1..<columns {
        for side in 0..<4 {
          let entry = Entry(column: column, row: row, side: side)
          if isEntry(entry), !isSeen(entry) { loops.append(loop(from: entry)) }
        }
      }
    }
    return loops
  }

  private func has(_ corner: (column: Int, row: Int)) -> Bool {
    map.label(corner.column, corner.row) == value
  }

  /// Whether going round the square one comes into the class on this side.
  private func isEntry(_ entry: Entry) -> Bool {
    !has(entry.corner(entry.side)) && has(entry.corner(entry.side + 1))
  }

  private func isSeen(_ entry: Entry) -> Bool { seen[index(entry)] & 1 << UInt8(entry.side) != 0 }

  private func index(_ entry: Entry) -> Int { (entry.row + 1) * (columns + 1) + entry.column + 1 }

  private mutating func loop(from start: Entry) -> [ClassMap.Spot] {
    var spots: [ClassMap.Spot] = []
    var entry = start
    repeat {
      seen[index(entry)] |= 1 << UInt8(entry.side)
      spots.append(
        map.border(between: entry.corner(entry.side + 1), and: entry.corner(entry.side)))
      if isJunction(entry) {
        spots.append(
          ClassMap.Spot(x: Double(entry.column) + 0.5, y: Double(entry.row) + 0.5))
      }
      // Out of the class again at the first side behind which it ends: pieces that touch only at a
      // corner stay apart.
      let exit = (1...3).map { entry.side + $0 }.first { !has(entry.corner($0 + 1)) }
      entry = entry.beyond((exit ?? entry.side) % 4)
    } while entry != start
    return spots
  }

  private func isJunction(_ entry: Entry) -> Bool {
    let labels = (0..<4).map { map.label(entry.corner($0).column, entry.corner($0).row) }
    return !labels.contains(nil) && Set(labels).count > 2
  }
}
