/// The classes that a model gives to a part of the plane: at the nodes of a grid that reaches from edge
/// to edge, and between any two neighbours of different classes the place where the class changes.
///
/// A grid alone would leave a border anywhere within its cells, as a staircase. That the class changes
/// between two nodes is only where the search begins: halving the way a few times finds the border to a
/// fraction of a pixel, whatever the model is, for a small part of what a finer grid would cost.
public struct ClassMap: Sendable, Equatable {
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>
  /// Row by row from the lowest y, each row from the lowest x.
  let classes: [[Int]]
  /// The share of the way from a node to its neighbour at which the border lies.
  private let borders: [Way: Double]

  /// From a node to the next one in its row, or to the one above it.
  private struct Way: Hashable, Sendable {
    let column: Int
    let row: Int
    let isUp: Bool
  }

  /// Halvings: the border is found to 1/128 of a cell.
  private static let rounds = 7

  /// - Parameters:
  ///   - nodes: along each side, at least two.
  ///   - classify: the classes of points, asked for many at once.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, nodes: Int,
    classify: ([Point]) throws -> [Int]
  ) rethrows {
    let count = max(2, nodes)
    func point(_ column: Double, _ row: Double) -> Point {
      func along(_ side: ClosedRange<Double>, _ place: Double) -> Double {
        side.lowerBound + (side.upperBound - side.lowerBound) * place / Double(count - 1)
      }
      return Point(x: along(x, column), y: along(y, row))
    }
    let classes = try (0..<count).map { row in
      try classify((0..<count).map { point(Double($0), Double(row)) })
    }
    var ways: [(way: Way, class: Int)] = []
    for row in 0..<count {
      for column in 0..<count {
        let own = classes[row][column]
        if column + 1 < count, classes[row][column + 1] != own {
          ways.append((Way(column: column, row: row, isUp: false), own))
        }
        if row + 1 < count, classes[row + 1][column] != own {
          ways.append((Way(column: column, row: row, isUp: true), own))
        }
      }
    }
    // In step k the border lies in a stretch of 2⁻ᵏ that begins at `places`.
    var places = [Double](repeating: 0, count: ways.count)
    var stretch = 1.0
    for _ in 0..<Self.rounds where !ways.isEmpty {
      stretch /= 2
      let middles = zip(ways, places).map { one, place in
        let shift = place + stretch
        return point(
          Double(one.way.column) + (one.way.isUp ? 0 : shift),
          Double(one.way.row) + (one.way.isUp ? shift : 0))
      }
      for (index, found) in try classify(middles).enumerated() where found == ways[index].class {
        places[index] += stretch
      }
    }
    self.x = x
    self.y = y
    self.classes = classes
    borders = Dictionary(
      uniqueKeysWithValues: zip(ways, places).map { ($0.way, $1 + stretch / 2) })
  }

  /// The class at a node; nil outside the grid.
  func label(_ column: Int, _ row: Int) -> Int? {
    classes.indices.contains(row) && classes[row].indices.contains(column)
      ? classes[row][column] : nil
  }

  /// Where the border crosses the way between two neighbouring nodes of different classes, in columns
  /// and rows; at the edge of the plane it is the node itself.
  func border(between inner: (column: Int, row: Int), and outer: (column: Int, row: Int)) -> Spot {
    guard label(outer.column, outer.row) != nil else {
      return Spot(x: Double(inner.column), y: Double(inner.row))
    }
    let way = Way(
      column: min(inner.column, outer.column), row: min(inner.row, outer.row),
      isUp: inner.column == outer.column)
    let share = borders[way] ?? 0.5
    return Spot(
      x: Double(way.column) + (way.isUp ? 0 : share), y: Double(way.row) + (way.isUp ? share : 0))
  }

  /// A place on the grid: how many columns from the left, how many rows from below.
  struct Spot: Equatable {
    let x: Double
    let y: Double
  }
}
